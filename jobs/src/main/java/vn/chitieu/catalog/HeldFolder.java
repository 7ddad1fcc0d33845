package vn.chitieu.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this machine that one process works in, or fills before what is in it takes its place. The file beside it
 * is locked as long as the process lives, so that any other can tell what a dead one left, and removes it.
 */
public final class HeldFolder implements AutoCloseable {

    private static final String TEMPORARY = "chitieu-";

    private static final String HELD = ".held";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\" + HELD);

    /** To look at a lock of this process would be to give it back. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private HeldFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes a folder among the temporary files of the machine, into which nobody else may look. */
    public static HeldFolder temporary() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? in(
                        parent,
                        TEMPORARY,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : in(parent, TEMPORARY);
    }

    /**
     * Makes a folder below another, and removes those that dead processes of this user left there.
     *
     * @param prefix of its name, which nothing else there begins with that goes on with a UUID
     */
    public static HeldFolder in(Path parent, String prefix, FileAttribute<?>... attributes) throws IOException {
        removeLeft(parent, prefix);
        Path folder = parent.toAbsolutePath().resolve(prefix + UUID.randomUUID());
        Path file = held(folder);
        OWN.add(file);
        FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        if (!Files.exists(file)) { // between the two somebody took it for a dead one's
            lock.close();
            OWN.remove(file);
            return in(parent, prefix, attributes);
        }
        return new HeldFolder(Files.createDirectory(folder, attributes), lock);
    }

    /** Removes the folders that dead processes of this user left, and returns their names. */
    public static List<String> removeLeft(Path parent, String prefix) throws IOException {
        List<String> removed = new ArrayList<>();
        if (!DurableFiles.isOfThisMachine(parent) || !Files.isDirectory(parent)) {
            return removed;
        }
        List<Path> all;
        try (Stream<Path> entries = Files.list(parent.toAbsolutePath())) {
            all = entries.filter(entry -> isHeld(entry, prefix)).sorted().toList();
        }
        for (Path file : all) {
            Optional<FileChannel> left = ofTheDead(file);
            if (left.isPresent()) {
                String name = Objects.toString(file.getFileName());
                Path folder = file.resolveSibling(name.substring(0, name.length() - HELD.length()));
                new HeldFolder(folder, left.get()).close();
                removed.add(Objects.toString(folder.getFileName()));
            }
        }
        return removed;
    }

    private static boolean isHeld(Path entry, String prefix) {
        String name = Objects.toString(entry.getFileName());
        return name.startsWith(prefix)
                && NAME.matcher(name.substring(prefix.length())).matches();
    }

    /**
     * Returns the lock of what nobody holds any more; what is another user's, or was removed meanwhile, is left alone.
     */
    private static Optional<FileChannel> ofTheDead(Path file) {
        if (OWN.contains(file)) {
            return Optional.empty();
        }
        try {
            if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"))) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException closedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Path held(Path folder) {
        return folder.resolveSibling(folder.getFileName() + HELD);
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Deletes the folder with all that did not take its place. */
    @Override
    public void close() {
        try {
            DurableFiles.deleteTree(folder);
            Files.deleteIfExists(held(folder));
            lock.close();
            OWN.remove(held(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + folder + " but was " + e, e);
        }
    }
}
