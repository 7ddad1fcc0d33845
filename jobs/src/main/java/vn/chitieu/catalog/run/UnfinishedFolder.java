package vn.chitieu.catalog.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DurableFiles;

/**
 * A folder that one process fills before what is in it takes its place, or that it works in. The file beside it is held
 * as long as the process lives, so that any other can tell what a dead one left and remove it; on HDFS, where that takes
 * a minute, nothing is held and nothing removed.
 */
public final class UnfinishedFolder implements AutoCloseable {

    private static final String HELD = ".held";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\" + HELD);

    private final Path folder;
    private final @Nullable HeldFile held;

    private UnfinishedFolder(Path folder, @Nullable HeldFile held) {
        this.folder = folder;
        this.held = held;
    }

    /**
     * Makes a folder below another, and removes those that dead processes left there.
     *
     * @param prefix of its name, which nothing else there begins with that goes on with a UUID
     */
    public static UnfinishedFolder in(Path parent, String prefix, FileAttribute<?>... attributes) throws IOException {
        if (!DurableFiles.isOfThisMachine(parent)) {
            return new UnfinishedFolder(
                    Files.createDirectory(parent.resolve(prefix + UUID.randomUUID()), attributes), null);
        }
        removeLeft(parent, prefix);
        while (true) {
            Path folder = parent.resolve(prefix + UUID.randomUUID());
            Path file = held(folder);
            Optional<HeldFile> held = HeldFile.take(file);
            if (held.isPresent() && isInPlace(held.get())) { // else somebody took it for a dead one's
                return new UnfinishedFolder(Files.createDirectory(folder, attributes), held.get());
            }
        }
    }

    /** Removes the folders that dead processes left, and returns their names; those of other users stay. */
    public static List<String> removeLeft(Path parent, String prefix) throws IOException {
        List<String> removed = new ArrayList<>();
        if (!DurableFiles.isOfThisMachine(parent) || !Files.isDirectory(parent)) {
            return removed;
        }
        List<Path> all;
        try (Stream<Path> entries = Files.list(parent)) {
            all = entries.sorted().toList();
        }
        for (Path file : all) {
            String name = Objects.toString(file.getFileName());
            if (!name.startsWith(prefix)
                    || !NAME.matcher(name.substring(prefix.length())).matches()) {
                continue;
            }
            try {
                Optional<HeldFile> left = HeldFile.take(file);
                if (left.isPresent()) {
                    Path folder = file.resolveSibling(name.substring(0, name.length() - HELD.length()));
                    new UnfinishedFolder(folder, left.get()).close();
                    removed.add(Objects.toString(folder.getFileName()));
                }
            } catch (AccessDeniedException ofAnotherUser) {
                continue;
            }
        }
        return removed;
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Deletes the folder with all that did not take its place. */
    @Override
    public void close() throws IOException {
        DurableFiles.deleteTree(folder);
        if (held != null) {
            Files.deleteIfExists(held(folder));
            held.close();
        }
    }

    private static Path held(Path folder) {
        return folder.resolveSibling(folder.getFileName() + HELD);
    }

    private static boolean isInPlace(HeldFile held) {
        try {
            held.requireInPlace();
            return true;
        } catch (IOException removed) {
            return false;
        }
    }
}
