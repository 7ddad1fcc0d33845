package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;

/** A folder of one run for what it needs while it works; nobody else may look into it, and closing it deletes it. */
public final class WorkFolder implements AutoCloseable {

    static final String PREFIX = ".work-";

    /** Whoever works in a folder may add a file while it is deleted. */
    private static final int TRIES = 10;

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Set<Path> owned;
    private final Optional<HeldFolder> temporary;

    private WorkFolder(Path folder, Set<Path> owned, Optional<HeldFolder> temporary) {
        this.folder = folder;
        this.owned = owned;
        this.temporary = temporary;
        owned.add(folder);
        OPEN.add(folder);
    }

    /**
     * Makes a folder below another, which whoever cleans up leaves alone as long as it is among the owned ones; where
     * that one is not of this machine, among the temporary files of the machine, for it is worked in as on a disk.
     */
    static WorkFolder in(Path parent, Set<Path> owned) throws IOException {
        if (!DurableFiles.isOfThisMachine(parent)) {
            return temporary();
        }
        Path folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
        DurableFiles.deleteTree(folder);
        return new WorkFolder(Files.createDirectory(folder, privately(folder)), owned, Optional.empty());
    }

    /**
     * Makes a folder among the temporary files of the machine, for whoever may not write anywhere else. What killed
     * runs of this user left there is removed first.
     */
    public static WorkFolder temporary() throws IOException {
        HeldFolder folder = HeldFolder.temporary();
        return new WorkFolder(folder.path(), new HashSet<>(), Optional.of(folder));
    }

    /** Makes and returns a folder inside. */
    public Path folder(String name) throws IOException {
        Path inside = folder.resolve(name);
        return Files.isDirectory(inside) ? inside : Files.createDirectory(inside);
    }

    /**
     * Deletes every folder of this process that is still open, for an end that does not wait for those who work there.
     *
     * @throws IOException if a folder can still not be deleted after some tries
     */
    public static void deleteOpen() throws IOException {
        for (Path folder : OPEN) {
            deleteInUse(folder);
        }
    }

    private static void deleteInUse(Path folder) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                DurableFiles.deleteTree(folder);
                return;
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            DurableFiles.deleteTree(folder);
            temporary.ifPresent(HeldFolder::close);
            owned.remove(folder);
            OPEN.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + folder + " but was " + e, e);
        }
    }

    private static FileAttribute<?>[] privately(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
