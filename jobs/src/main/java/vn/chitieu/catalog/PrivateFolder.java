package vn.chitieu.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder among the temporary files of the machine into which nobody else may look. A file in it is locked as long as
 * its process lives, so that what a killed one left is told apart and cleared.
 */
public final class PrivateFolder implements AutoCloseable {

    private static final String PREFIX = "chitieu-";

    private static final String HELD = ".held";

    /** A lock of this process would be given back by looking at it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel held;

    private PrivateFolder(Path folder, FileChannel held) {
        this.folder = folder;
        this.held = held;
    }

    /** Makes a folder. */
    public static PrivateFolder make() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX);
        OWN.add(folder);
        Path unlocked = folder.resolve(HELD + "-soon");
        FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(unlocked, folder.resolve(HELD), StandardCopyOption.ATOMIC_MOVE); // never seen without its lock
        return new PrivateFolder(folder, channel);
    }

    /** Returns where it is. */
    public Path path() {
        return folder;
    }

    /**
     * Deletes the folders of processes of this user that ended without doing so, and returns them; those that cannot be
     * looked into are left alone.
     */
    public static List<Path> clearDead() throws IOException {
        List<Path> cleared = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : all) {
                if (!OWN.contains(folder) && isDead(folder)) {
                    DurableFiles.deleteTree(folder);
                    cleared.add(folder);
                }
            }
        }
        return cleared;
    }

    /** A folder of another user has rights that are not this one's to use, even where they would suffice. */
    private static boolean isDead(Path folder) {
        Path file = folder.resolve(HELD);
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !isOfThisUser(folder)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                @Nullable FileLock lock = channel.tryLock();
                return lock != null;
            }
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static boolean isOfThisUser(Path folder) throws IOException {
        return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
    }

    @Override
    public void close() {
        try {
            DurableFiles.deleteTree(folder);
            held.close();
            OWN.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + folder + " but was " + e, e);
        }
    }
}
