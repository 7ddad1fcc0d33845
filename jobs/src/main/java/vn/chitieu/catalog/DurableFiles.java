package vn.chitieu.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** File operations that are on the disk when they return, and that a reader sees whole or not at all. */
public final class DurableFiles {

    private static final String UNFINISHED = ".tmp";

    private DurableFiles() {}

    /** Returns the neighbour in which a file is written before it takes its place. */
    public static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + UNFINISHED);
    }

    /** Returns whether a file was left by a writer that ended before its file took its place. */
    public static boolean isUnfinished(Path file) {
        String name = Objects.toString(file.getFileName(), "");
        return name.startsWith(".") && name.endsWith(UNFINISHED);
    }

    /** Puts new content in the place of a file. */
    public static void replace(Path file, byte[] content) throws IOException {
        naming(file, () -> Placement.in(file).replace(file, content));
    }

    /** Puts a copy in the place of a file. */
    public static void replaceByCopy(Path file, Path source) throws IOException {
        naming(file, () -> Placement.in(file).replaceByCopy(file, source));
    }

    /** Returns what puts new content in the place of a file unless another did so meanwhile, where that can be told. */
    public static GuardedFile guarded(Path file) throws IOException {
        return Placement.in(file).guarded(file);
    }

    /** Returns how much room is left for a file; empty where nothing bounds it but the bill. */
    public static OptionalLong freeBytes(Path file) throws IOException {
        return isOnObjectStore(file)
                ? OptionalLong.empty()
                : OptionalLong.of(Files.getFileStore(file).getUsableSpace());
    }

    /** Returns whether a file is, or would be, an object. */
    public static boolean isOnObjectStore(Path file) {
        return !Placement.in(file).isStagedBeside();
    }

    /** Returns whether a file is one of this machine, and not of a distributed file system. */
    public static boolean isOfThisMachine(Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault());
    }

    /** Returns when the file's content is on the disk; a distributed file system sees to that when it is written. */
    public static void force(Path file) throws IOException {
        if (!isOfThisMachine(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns when the names in a directory are on the disk, on systems that let a program ask for it. */
    public static void forceDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Returns when a directory is on the disk with all it holds. */
    public static void forceTree(Path directory) throws IOException {
        List<Path> below;
        try (Stream<Path> all = Files.walk(directory)) {
            below = all.toList();
        }
        for (Path entry : below) {
            if (Files.isDirectory(entry)) {
                forceDirectory(entry);
            } else {
                force(entry);
            }
        }
    }

    /** Deletes what an interrupted write may have left, and nothing else. */
    public static void deleteLeftOver(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + unfinished + " but was " + e, e);
        }
    }

    /** Deletes a directory with all it holds; one that does not exist is as good as deleted. */
    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited); // on an object store it ends with its last file
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Something done to a file. */
    @FunctionalInterface
    public interface Step {

        void run() throws IOException;
    }

    /**
     * Does something to a file and names it where that fails: of a full disk the operating system says no more than
     * that there is no room, and where the copy of a file cannot be closed, as on a full network disk, Java throws a
     * checked exception of its own that no signature names.
     */
    public static void naming(Path file, Step step) throws IOException {
        try {
            step.run();
        } catch (FileSystemException | RuntimeException named) {
            throw named;
        } catch (Exception e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
