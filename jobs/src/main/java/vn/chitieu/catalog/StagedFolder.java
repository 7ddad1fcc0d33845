package vn.chitieu.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.chitieu.text.Words;

/** A folder that is filled out of sight, and takes its place by one rename when it is complete. */
public final class StagedFolder implements AutoCloseable {

    private static final Words WORDS = Words.of("catalog");

    private final Path target;
    private final Path unfinished;

    private StagedFolder(Path target) {
        this.target = target;
        this.unfinished = DurableFiles.unfinished(target);
    }

    /**
     * Begins a folder, which is not made yet, and deletes what an interrupted writer left of it.
     *
     * @throws DataException if there is something in its place
     */
    public static StagedFolder of(Path target) {
        if (Files.exists(target)) {
            throw new DataException(WORDS.text("folder_exists", target));
        }
        StagedFolder folder = new StagedFolder(target.toAbsolutePath());
        folder.clear();
        return folder;
    }

    /** Returns where to write. */
    public Path path() {
        return unfinished;
    }

    /** Deletes what was written so far. */
    public void clear() {
        try {
            DurableFiles.deleteTree(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + unfinished + " but was " + e, e);
        }
    }

    /** Puts the folder in its place. */
    public void publish() {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to rename " + unfinished + " to " + target + " but was " + e, e);
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        clear();
    }
}
