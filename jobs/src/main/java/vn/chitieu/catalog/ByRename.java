package vn.chitieu.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** On a disk and on HDFS a name is given at one stroke. */
final class ByRename implements Placement {

    static final Placement ONE = new ByRename();

    private ByRename() {}

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        Path unfinished = DurableFiles.unfinished(file);
        Files.write(unfinished, content);
        takePlace(unfinished, file);
    }

    @Override
    public void replaceByCopy(Path file, Path source) throws IOException {
        Path unfinished = DurableFiles.unfinished(file);
        Files.copy(source, unfinished, StandardCopyOption.REPLACE_EXISTING);
        takePlace(unfinished, file);
    }

    /** Who holds the lock of what lies there is the only one who replaces it. */
    @Override
    public GuardedFile guarded(Path file) {
        return content -> replace(file, content);
    }

    @Override
    public boolean isStagedBeside() {
        return true;
    }

    @Override
    public void moveFile(Path staged, Path place) throws IOException {
        Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void moveFolder(Path staged, Path place, String namedBy, StagedFolder.Check check) throws IOException {
        Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void discard(Path place, Path aside, String namedBy) throws IOException {
        DurableFiles.deleteTree(aside);
        Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.deleteTree(aside);
    }

    private static void takePlace(Path unfinished, Path file) throws IOException {
        DurableFiles.force(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }
}
