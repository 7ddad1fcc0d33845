package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.RowReader;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.catalog.table.TableTotals;
import vn.chitieu.method.parallel.ParallelTasks;

/**
 * A complete run of a warehouse, resolved once: all that is read through it is of this run, whatever is published
 * meanwhile. Loading checks the manifest's sum and that each file is there in its size; {@link #verify()} also reads
 * the content.
 */
public final class PublishedRun {

    static final String MANIFEST = "manifest.json";

    static final String MANIFEST_SUM = "manifest.sha256";

    private final Path directory;
    private final RunManifest manifest;
    private final String manifestSha256;

    private PublishedRun(Path directory, RunManifest manifest, String manifestSha256) {
        this.directory = directory;
        this.manifest = manifest;
        this.manifestSha256 = manifestSha256;
    }

    /**
     * Returns the run in a directory.
     *
     * @throws DamagedRunException if its manifest is missing, edited or cut short, or one of its files is missing or
     *     has another size
     */
    static PublishedRun load(Path directory) {
        PublishedRun run = open(directory);
        for (PublishedFile file : run.manifest.allFiles()) {
            run.requireSize(file);
        }
        return run;
    }

    /**
     * Returns the run in a directory whatever became of its files, of which the manifest alone is read.
     *
     * @throws DamagedRunException if its manifest is missing, edited or cut short
     */
    static PublishedRun open(Path directory) {
        RunId runId = new RunId(Objects.toString(directory.getFileName()));
        byte[] json = content(directory.resolve(MANIFEST), runId);
        String recorded = new String(content(directory.resolve(MANIFEST_SUM), runId), StandardCharsets.UTF_8);
        String found = Sha256.of(json);
        if (!recorded.equals(manifestSumLine(found))) {
            throw DamagedRunException.of(
                    runId,
                    "Expecting " + MANIFEST + " of run " + runId + " to be as it was written (" + recorded.strip()
                            + ") but was of sha256 " + found + ": it was edited or cut short");
        }
        RunManifest manifest = parse(json, runId);
        if (!manifest.runId().equals(runId)) {
            throw DamagedRunException.of(
                    runId,
                    "Expecting the manifest of run " + runId + " in " + directory + " but was that of run "
                            + manifest.runId());
        }
        return new PublishedRun(directory, manifest, found);
    }

    /** Returns the content of the file that keeps the manifest's sum, as {@code sha256sum -c} reads it. */
    static String manifestSumLine(String sum) {
        return sum + "  " + MANIFEST + "\n";
    }

    /** Returns the run's name. */
    public RunId runId() {
        return manifest.runId();
    }

    /** Returns the run's manifest. */
    public RunManifest manifest() {
        return manifest;
    }

    /** Returns what decided the content of the run. */
    public RunIdentity identity() {
        return manifest.identity();
    }

    /** Returns the sha256 of the manifest, which vouches for every file of the run. */
    public String manifestSha256() {
        return manifestSha256;
    }

    /** Returns the directory of the run. */
    public Path directory() {
        return directory;
    }

    /** Returns the contracts of the run's tables, in the order they were written. */
    public List<TableSpec> specs() {
        return manifest.tables().stream().map(PublishedTable::spec).toList();
    }

    /** Returns the listing of a table, or empty if the run has no such table. */
    public Optional<PublishedTable> table(String name) {
        return manifest.tables().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /**
     * Returns the files of a table in the order of its rows, for readers of their own such as DuckDB or Spark.
     *
     * @throws DataException if the run has no such table
     */
    public List<Path> files(String table) {
        return files(require(table));
    }

    /**
     * Returns a table by the contract it was written by.
     *
     * @throws DataException if the run has no such table or its file is damaged
     */
    public Table read(String table) {
        PublishedTable published = require(table);
        return TableFiles.read(whole(published), published.spec());
    }

    /**
     * Returns a table by the contract that the caller knows.
     *
     * @throws DataException if the run has no such table, has it by another contract, or its file is damaged
     */
    public Table read(TableSpec spec) {
        return TableFiles.read(whole(require(spec)), spec);
    }

    /**
     * Gives each row of a table to a reader, one at a time and in key order, and returns the totals.
     *
     * @throws DataException if the run has no such table, has it by another contract, or its file is damaged
     */
    public <E extends Exception> TableTotals scan(TableSpec spec, RowReader<E> reader) throws E {
        return TableFiles.scan(whole(require(spec)), spec, reader);
    }

    /**
     * Gives each row of a table, by the contract it was written by, to the reader that is made for that contract.
     *
     * @throws DataException if the run has no such table or its file is damaged
     */
    public void scan(String table, Function<TableSpec, Consumer<@Nullable Object[]>> reader) {
        PublishedTable published = require(table);
        Consumer<@Nullable Object[]> made = reader.apply(published.spec());
        TableFiles.scan(whole(published), published.spec(), made::accept);
    }

    /**
     * Reads every file of the run again and compares its sha256 with the manifest.
     *
     * @throws DamagedRunException naming the files that differ
     */
    public void verify() {
        List<String> different = damagedFiles();
        if (!different.isEmpty()) {
            throw changed(String.join(", ", different));
        }
    }

    /** Returns the names of the files that are missing or are not as the manifest lists them, in its order. */
    public List<String> damagedFiles() {
        return different(manifest.allFiles());
    }

    /** Returns the files of a table after comparing their sums: a flipped bit gives another number and no error. */
    private List<Path> whole(PublishedTable table) {
        List<String> different = different(table.asFiles());
        if (!different.isEmpty()) {
            throw changed(String.join(", ", different));
        }
        return files(table);
    }

    private List<Path> files(PublishedTable table) {
        return table.files().stream()
                .map(file -> directory.resolve(file.file()))
                .toList();
    }

    private List<String> different(List<PublishedFile> files) {
        List<Boolean> areWhole = ParallelTasks.longestFirst(files, PublishedFile::bytes, this::isWhole);
        return IntStream.range(0, files.size())
                .filter(i -> !areWhole.get(i))
                .mapToObj(i -> files.get(i).file())
                .toList();
    }

    private boolean isWhole(PublishedFile listed) {
        Path file = directory.resolve(listed.file());
        return Files.isRegularFile(file) && Sha256.ofFile(file).equals(listed.sha256());
    }

    private DamagedRunException changed(String files) {
        return DamagedRunException.of(
                runId(),
                "Expecting the files of run " + runId() + " as its manifest lists them but " + files + " in "
                        + directory + " changed since");
    }

    private PublishedTable require(TableSpec spec) {
        PublishedTable published = require(spec.name());
        if (!published.spec().equals(spec)) {
            throw new DataException("Expecting table " + spec + " in run " + runId() + " but was " + published.spec()
                    + "; publish the run again with this version");
        }
        return published;
    }

    private PublishedTable require(String name) {
        return table(name)
                .orElseThrow(() -> new DataException("Expecting a table of run " + runId() + ", one of "
                        + manifest.tables().stream().map(PublishedTable::name).toList() + ", but was '" + name + "'"));
    }

    private static RunManifest parse(byte[] json, RunId runId) {
        try {
            return RunManifest.fromJson(json);
        } catch (IOException | RuntimeException e) {
            throw DamagedRunException.of(
                    runId, "Expecting a manifest of run " + runId + " but was unreadable (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] content(Path file, RunId runId) {
        if (!Files.isRegularFile(file)) {
            throw DamagedRunException.of(
                    runId,
                    "Expecting " + file.getFileName() + " of run " + runId + " in " + file.getParent()
                            + " but found none");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + file + " but was " + e, e);
        }
    }

    /** Returns the names of the files that are missing or of another size than listed, without reading any. */
    List<String> filesOfOtherSize() {
        return manifest.allFiles().stream()
                .filter(file -> size(file) != file.bytes())
                .map(PublishedFile::file)
                .toList();
    }

    private void requireSize(PublishedFile listed) {
        long size = size(listed);
        if (size != listed.bytes()) {
            throw DamagedRunException.of(
                    runId(),
                    "Expecting file " + listed.file() + " of run " + runId() + " with " + listed.bytes() + " bytes in "
                            + directory + " but " + (size < 0 ? "found none" : "was of " + size + " bytes"));
        }
    }

    /** Returns the size of a file in bytes, or -1 if there is none. */
    private long size(PublishedFile listed) {
        Path file = directory.resolve(listed.file());
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read the size of " + file + " but was " + e, e);
        }
    }
}
