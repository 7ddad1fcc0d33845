package vn.chitieu.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import vn.chitieu.text.Words;

/**
 * A folder that is filled out of sight, and of which readers see all or nothing when it is complete. It is filled
 * beside its place and renamed; where nothing can be renamed, on this machine, and put.
 */
public final class StagedFolder implements AutoCloseable {

    private static final Words WORDS = Words.of("catalog");

    private final Path folder;
    private final Optional<HeldFolder> around;

    private StagedFolder(Path folder, Optional<HeldFolder> around) {
        this.folder = folder;
        this.around = around;
    }

    /** What is asked once more before a folder that was filled counts. */
    public interface Check {

        /**
         * Asks.
         *
         * @throws IOException if it is not to count
         */
        void run() throws IOException;
    }

    /**
     * Begins a folder for a place that is free. It is not made yet; what an interrupted writer left of it is deleted.
     *
     * @throws DataException if there is something in its place
     */
    public static StagedFolder of(Path place) {
        if (Files.exists(place)) {
            throw new DataException(WORDS.text("folder_exists", place));
        }
        return at(DurableFiles.unfinished(place.toAbsolutePath()));
    }

    /**
     * Begins a folder, which is not made yet; what an interrupted writer left of it is deleted.
     *
     * @param neighbour which folder to fill where it can be renamed
     */
    public static StagedFolder at(Path neighbour) {
        try {
            if (!Placement.in(neighbour).isStagedBeside()) {
                HeldFolder around = HeldFolder.temporary();
                return new StagedFolder(around.path().resolve("stage"), Optional.of(around));
            }
            StagedFolder beside = new StagedFolder(neighbour, Optional.empty());
            DurableFiles.deleteTree(neighbour);
            return beside;
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to begin " + neighbour + " but was " + e, e);
        }
    }

    /**
     * Makes a folder for a place below another that has no name yet, and removes what dead processes left of such.
     *
     * @param prefix of its name while it is filled beside its place
     */
    public static StagedFolder below(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        if (DurableFiles.isOfThisMachine(parent)) {
            HeldFolder beside = HeldFolder.in(parent, prefix);
            return new StagedFolder(beside.path(), Optional.of(beside));
        }
        StagedFolder stage = at(parent.resolve(prefix + UUID.randomUUID()));
        Files.createDirectory(stage.path());
        return stage;
    }

    /** Returns where to write. */
    public Path path() {
        return folder;
    }

    /** Deletes what was written so far. */
    public void clear() {
        try {
            DurableFiles.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to delete " + folder + " but was " + e, e);
        }
    }

    /**
     * Puts the folder, whose content is safe where it lies, in its place.
     *
     * @param namedBy the file in it without which readers take the others for none
     */
    public void publish(Path place, String namedBy) throws IOException {
        publish(place, namedBy, () -> {});
    }

    /**
     * Puts the folder in its place, if a check still holds when all but the file that names the others stand.
     *
     * @throws IOException if it cannot be put there, or the check says so
     */
    public void publish(Path place, String namedBy, Check check) throws IOException {
        Placement.in(place).moveFolder(folder, place, namedBy, check);
        DurableFiles.forceDirectory(
                Objects.requireNonNull(place.toAbsolutePath().getParent()));
    }

    /** Puts files of the folder, which are on the disk already, in their places below another, one after the other. */
    public List<Path> takePlaces(List<Path> files, Path target) throws IOException {
        return takePlaces(files, target, place -> {});
    }

    /**
     * Does the same and tells of each file when it is in its place.
     *
     * @param placed takes the place
     */
    public List<Path> takePlaces(List<Path> files, Path target, Consumer<Path> placed) throws IOException {
        List<Path> places = new ArrayList<>();
        Set<Path> folders = new TreeSet<>();
        for (Path file : files) {
            Path place = target.resolve(
                    folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString());
            Path parent = Objects.requireNonNull(place.toAbsolutePath().getParent());
            if (folders.add(parent)) {
                Files.createDirectories(parent);
            }
            places.add(place);
        }
        for (int i = 0; i < places.size(); i++) {
            Placement.in(places.get(i)).moveFile(files.get(i), places.get(i));
            placed.accept(places.get(i));
        }
        for (Path changed : folders) {
            DurableFiles.forceDirectory(changed);
        }
        return places;
    }

    /**
     * Takes a folder away and deletes it, so that no reader finds half of it.
     *
     * @param aside where it is deleted, where it can be renamed
     * @param namedBy the file in it without which readers take the others for none
     */
    public static void discard(Path place, Path aside, String namedBy) throws IOException {
        if (Files.exists(place)) {
            Placement.in(place).discard(place, aside, namedBy);
        }
    }

    /** Returns those of the entries of a folder that are not being put in their places or taken away. */
    public static List<Path> whole(List<Path> entries) {
        return ByPut.whole(entries);
    }

    /** Returns whether a folder is being put in its place or taken away, or its owner ended while it was. */
    public static boolean isUnfinished(Path place) {
        return !Placement.in(place).isStagedBeside() && ByPut.isUnfinished(place);
    }

    /**
     * Deletes what was being put in its place, or taken away, when its owner ended.
     *
     * @param entries all of the folder
     * @return their names
     */
    public static List<String> clearUnfinished(Path folder, List<Path> entries) throws IOException {
        return Placement.in(folder).isStagedBeside() ? List.of() : ByPut.clear(folder, entries);
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        clear();
        around.ifPresent(HeldFolder::close);
    }
}
