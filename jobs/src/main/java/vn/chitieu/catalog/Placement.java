package vn.chitieu.catalog;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitieu.catalog.hadoop.HadoopFileSystem;

/**
 * How what was written takes its place, so that readers see it whole or not at all: by a rename, or, where a store has
 * none, by puts of which the last one names the others.
 */
sealed interface Placement permits ByRename, ByPut {

    /** Returns how something takes its place in the file system of a path. */
    static Placement in(Path place) {
        return place.getFileSystem() instanceof HadoopFileSystem store && !store.isRenaming()
                ? ByPut.ONE
                : ByRename.ONE;
    }

    /** Puts new content in the place of a file. */
    void replace(Path file, byte[] content) throws IOException;

    /** Puts a copy in the place of a file. */
    void replaceByCopy(Path file, Path source) throws IOException;

    /** Returns what replaces a file, unless somebody else did so in the meantime where that can be told. */
    GuardedFile guarded(Path file) throws IOException;

    /** Returns whether what is to take a place is written beside it; else on this machine. */
    boolean isStagedBeside();

    /** Puts a staged file, whose content is safe where it lies, in its place. */
    void moveFile(Path staged, Path place) throws IOException;

    /**
     * Puts a staged folder, whose content is safe where it lies, in its place.
     *
     * @param namedBy the file in it without which readers take the others for none
     * @param check asked once more before that file counts
     */
    void moveFolder(Path staged, Path place, String namedBy, StagedFolder.Check check) throws IOException;

    /**
     * Takes a folder away, so that no reader finds half of it, and deletes it.
     *
     * @param aside where it is deleted, where it can be renamed
     */
    void discard(Path place, Path aside, String namedBy) throws IOException;
}
