package vn.chitieu.catalog.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.catalog.table.TableFile;

/**
 * The copies of a run at fixed paths: laid beside their places first, so that little is left to do once the pointer has
 * moved, then put in them.
 */
final class MartCopies implements AutoCloseable {

    private static final String BESIDE = ".copies.tmp";

    private final Path mart;
    private final PublishedRun run;
    private final Consumer<PublicationStep> listener;
    private @Nullable StagedFolder laid;
    private Optional<IOException> notLaid = Optional.empty();

    MartCopies(Path mart, PublishedRun run, Consumer<PublicationStep> listener) {
        this.mart = mart;
        this.run = run;
        this.listener = listener;
    }

    /**
     * Lays the files that are missing beside their places. Where that cannot be done the run is published all the same:
     * {@link #putInPlace} tells what kept them from it.
     *
     * @throws DamagedRunException if a file of the run changed since it was published
     */
    void lay() {
        try {
            layMissing();
        } catch (IOException e) {
            close(); // the pointer needs the room on a full disk
            notLaid = Optional.of(e);
        }
    }

    /**
     * Puts the copies in their places, the files of large tables before all others, because what describes them is
     * among these, and deletes what belongs to other runs.
     *
     * @return the names of the files that were put or deleted
     */
    List<String> putInPlace() throws IOException {
        if (notLaid.isPresent()) {
            throw notLaid.get();
        }
        if (laid == null) {
            layMissing();
        }
        List<String> changed = new ArrayList<>();
        if (laid != null) {
            Set<String> several = ofSeveral();
            List<Path> together = laid.takePlaces(laidFiles(laid.path(), several::contains), mart);
            together.forEach(this::copied);
            List<Path> alone =
                    laid.takePlaces(laidFiles(laid.path(), name -> !several.contains(name)), mart, this::copied);
            Stream.of(together, alone).flatMap(List::stream).forEach(place -> changed.add(nameOf(place)));
            close();
        }
        List<Path> stale = stale();
        for (Path entry : entries()) {
            if (DurableFiles.isUnfinished(entry) || stale.contains(entry)) {
                DurableFiles.deleteTree(entry);
                changed.add(nameOf(entry));
            }
        }
        return changed;
    }

    /** Returns the names of the files that are missing or are not those of the run, or of another one. */
    List<String> stray() throws IOException {
        List<String> stray = new ArrayList<>();
        missing().forEach(file -> stray.add(file.file()));
        stale().forEach(entry -> stray.add(nameOf(entry)));
        return stray;
    }

    /** Deletes what was laid and has no place yet. */
    @Override
    public void close() {
        if (laid != null) {
            laid.close();
            laid = null;
        }
    }

    private void copied(Path place) {
        listener.accept(PublicationStep.MART_FILE_COPIED);
    }

    private void layMissing() throws IOException {
        Files.createDirectories(mart);
        List<PublishedFile> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        StagedFolder folder = StagedFolder.at(mart.resolve(BESIDE));
        laid = folder;
        Files.createDirectories(folder.path());
        for (PublishedFile file : missing) {
            requireAsListed(file);
            DurableFiles.replaceByCopy(
                    folder.path().resolve(file.file()), run.directory().resolve(file.file()));
            listener.accept(PublicationStep.MART_FILE_LAID);
        }
    }

    private static List<Path> laidFiles(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.test(nameOf(file))).sorted().toList();
        }
    }

    /** Returns the names of the files that hold a table of the run together with others. */
    private Set<String> ofSeveral() {
        return run.manifest().tables().stream()
                .filter(table -> table.files().size() > 1)
                .flatMap(table -> table.files().stream())
                .map(TableFile::file)
                .collect(Collectors.toSet());
    }

    private List<PublishedFile> missing() throws IOException {
        List<PublishedFile> missing = new ArrayList<>();
        for (PublishedFile file : run.manifest().allFiles()) {
            if (!isCopy(mart.resolve(file.file()), file)) {
                missing.add(file);
            }
        }
        return missing;
    }

    /** Returns the files of tables that are of other runs. */
    private List<Path> stale() throws IOException {
        Set<String> wanted =
                run.manifest().allFiles().stream().map(PublishedFile::file).collect(Collectors.toSet());
        return entries().stream()
                .filter(entry -> {
                    String name = nameOf(entry);
                    return name.endsWith(".parquet") && !wanted.contains(name);
                })
                .toList();
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(mart)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(mart)) {
            return entries.sorted().toList();
        }
    }

    private static String nameOf(Path file) {
        return Objects.toString(file.getFileName());
    }

    private void requireAsListed(PublishedFile file) {
        if (!Sha256.ofFile(run.directory().resolve(file.file())).equals(file.sha256())) {
            throw DamagedRunException.of(
                    run.runId(),
                    "Expecting file " + file.file() + " of run " + run.runId()
                            + " as its manifest lists it but it changed since");
        }
    }

    /** A copy beside its run is compared with it, which costs a tenth of its sum. */
    private boolean isCopy(Path copy, PublishedFile file) throws IOException {
        if (!Files.isRegularFile(copy) || Files.size(copy) != file.bytes()) {
            return false;
        }
        Path original = run.directory().resolve(file.file());
        return (copy.getFileSystem().equals(FileSystems.getDefault())
                        && Files.isRegularFile(original)
                        && Files.mismatch(copy, original) < 0)
                || Sha256.ofFile(copy).equals(file.sha256());
    }
}
