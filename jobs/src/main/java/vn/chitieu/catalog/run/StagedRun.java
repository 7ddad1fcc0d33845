package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.catalog.table.OrderedRows;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.catalog.table.TableTotals;
import vn.chitieu.method.parallel.ParallelTasks;

/**
 * A run being written, in a fresh directory that no reader looks at. It ends in one of three ways: published, found
 * equal to the published run of the same name, or closed, which deletes it.
 */
public final class StagedRun implements AutoCloseable {

    private final Warehouse warehouse;
    private final RunLock lock;
    private final RunIdentity identity;
    private final StagedFolder stage;
    private final Path directory;
    private final Map<String, PublishedTable> tables = new LinkedHashMap<>();
    private final Map<String, TableTotals> totals = new LinkedHashMap<>();
    private final Map<String, PublishedFile> files = new LinkedHashMap<>();

    StagedRun(Warehouse warehouse, RunLock lock, RunIdentity identity, StagedFolder stage) {
        this.warehouse = warehouse;
        this.lock = lock;
        this.identity = identity;
        this.stage = stage;
        this.directory = stage.path();
    }

    /** Returns the name the run will have. */
    public RunId runId() {
        return identity.runId();
    }

    /**
     * Writes a table and returns its listing.
     *
     * @throws DataException as {@link #write(List, ToLongFunction, Function)}
     * @throws IllegalArgumentException if the run has that table already
     */
    public PublishedTable write(Table table) {
        return write(List.of(table.spec()), spec -> table.rows().size(), spec -> OrderedRows.of(table))
                .get(0);
    }

    /**
     * Writes tables, as many at a time as there are cores, and returns their listings in the order in which they were
     * named.
     *
     * @param sizes how many rows a table has: the largest is begun first
     * @param rows gives the rows of a table when they are about to be written, in the thread that writes them
     * @throws DataException if a table breaks its contract, see {@link TableFiles#write(OrderedRows, Path)}
     * @throws IllegalArgumentException if the run has one of the tables already, or one is named twice
     */
    public List<PublishedTable> write(
            List<TableSpec> specs, ToLongFunction<TableSpec> sizes, Function<TableSpec, OrderedRows> rows) {
        lock.requireHeld(warehouse.root());
        Set<String> named = new TreeSet<>(tables.keySet());
        specs.forEach(spec -> requireNew(spec, named));
        List<TableFiles.Written> written = ParallelTasks.longestFirst(
                specs,
                spec -> sizes.applyAsLong(spec) * spec.columns().size(),
                spec -> warehouse.tableFiles().write(rows.apply(spec), directory));
        List<PublishedTable> listed = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            listed.add(list(specs.get(i), written.get(i)));
        }
        return listed;
    }

    /**
     * Writes a text file that describes the tables, such as {@code views.sql}, and returns its listing.
     *
     * @throws IllegalArgumentException if the run has a file of that name already
     */
    public PublishedFile write(String fileName, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        PublishedFile listed = new PublishedFile(fileName, Sha256.of(content), content.length);
        Path file = newFile(fileName);
        try {
            DurableFiles.replace(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to write " + file + " but was " + e, e);
        }
        files.put(fileName, listed);
        warehouse.reached(PublicationStep.FILE_STAGED);
        return listed;
    }

    /**
     * Reads every file again, several at a time, and compares rows, sums, cells and sha256 with what was written.
     * Publishing does this too.
     *
     * @throws UncheckedIOException if a file differs: the storage is not to be trusted
     */
    public void verify() {
        ParallelTasks.longestFirst(
                List.copyOf(allFiles().values()),
                PublishedFile::bytes,
                file -> asWritten("file " + file.file(), file.sha256(), Sha256.ofFile(directory.resolve(file.file()))));
        ParallelTasks.longestFirst(
                List.copyOf(tables.values()),
                table -> table.rows() * table.columns().size(),
                table -> asWritten(
                        "table " + table.name(),
                        Objects.requireNonNull(totals.get(table.name())),
                        TableFiles.scan(paths(table), table.spec(), row -> {})));
    }

    private List<Path> paths(PublishedTable table) {
        return table.files().stream()
                .map(file -> directory.resolve(file.file()))
                .toList();
    }

    /**
     * Verifies the run, gives it its place and makes it the current one: manifest, the directory, the pointer, each at
     * one stroke, then the copies in {@code mart/}.
     *
     * @param counts named counts of the run
     * @param startedAt and {@code finishedAt}: clock times, which stand in the manifest only
     * @throws IllegalStateException if a good run of this name is published already; compare with it instead
     * @throws UncheckedIOException if a file cannot be written or does not read back; the run before stays current
     */
    public PublishedRun publish(
            List<RunInput> inputs, SortedMap<String, Long> counts, Instant startedAt, Instant finishedAt) {
        PublishedRun published = place(inputs, counts, startedAt, finishedAt);
        warehouse.pointTo(lock, published);
        return published;
    }

    /**
     * Verifies the run and gives it its place, as {@link #publish}, but leaves the pointer where it is: readers go on
     * with the run before until {@link Warehouse#makeCurrent}.
     */
    public PublishedRun place(
            List<RunInput> inputs, SortedMap<String, Long> counts, Instant startedAt, Instant finishedAt) {
        lock.requireHeld(warehouse.root());
        if (warehouse.find(runId()).isPresent()) {
            throw new IllegalStateException(
                    "Expecting run " + runId() + " to be new but it is published already; compare with it instead");
        }
        verify();
        RunManifest manifest = new RunManifest(
                RunManifest.versionFor(tables.values()),
                runId(),
                identity,
                List.copyOf(tables.values()),
                List.copyOf(files.values()),
                inputs,
                counts,
                startedAt,
                finishedAt);
        Path place = warehouse.directory(runId());
        try {
            byte[] json = manifest.toJson();
            DurableFiles.replace(
                    directory.resolve(PublishedRun.MANIFEST_SUM),
                    PublishedRun.manifestSumLine(Sha256.of(json)).getBytes(StandardCharsets.UTF_8));
            DurableFiles.replace(directory.resolve(PublishedRun.MANIFEST), json);
            warehouse.reached(PublicationStep.MANIFEST_STAGED);
            warehouse.discard(place);
            stage.publish(place, PublishedRun.MANIFEST, lock::requireInPlace);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to publish run " + runId() + " but was " + e, e);
        }
        warehouse.reached(PublicationStep.RUN_MOVED);
        return PublishedRun.load(place);
    }

    /**
     * Compares this run with the published one of the same name, file by file, and deletes this one if they are equal.
     * Files of the published run that are not as its manifest lists them take the place of the damaged ones.
     *
     * @return the names of the files that were damaged
     * @throws NotReproducibleException naming the files that differ from the manifest
     */
    public List<String> compareWith(PublishedRun published) {
        lock.requireHeld(warehouse.root());
        verify();
        SortedMap<String, String> ours = new TreeMap<>();
        allFiles().values().forEach(file -> ours.put(file.file(), file.sha256()));
        SortedMap<String, String> theirs = new TreeMap<>();
        published.manifest().allFiles().forEach(file -> theirs.put(file.file(), file.sha256()));
        List<String> different = new ArrayList<>();
        SortedMap<String, String> all = new TreeMap<>(ours);
        all.putAll(theirs);
        for (String file : all.keySet()) {
            if (!Objects.equals(ours.get(file), theirs.get(file))) {
                different.add(file);
            }
        }
        if (!different.isEmpty()) {
            throw new NotReproducibleException("Expecting run " + published.runId()
                    + ", computed again, to give the same bytes but " + String.join(", ", different)
                    + " differ; the published run stays as it is; please report this");
        }
        List<String> damaged = published.damagedFiles();
        try {
            for (String file : damaged) {
                DurableFiles.replaceByCopy(published.directory().resolve(file), directory.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to mend run " + runId() + " but was " + e, e);
        }
        close();
        return damaged;
    }

    /** Deletes the staging directory, if the run was not published. */
    @Override
    public void close() {
        stage.close();
        lock.staged().remove(directory);
    }

    private Path newFile(String name) {
        lock.requireHeld(warehouse.root());
        if (allFiles().containsKey(name)) {
            throw new IllegalArgumentException(
                    "Expecting each file of run " + runId() + " once but found again " + name);
        }
        return directory.resolve(name);
    }

    private void requireNew(TableSpec spec, Set<String> named) {
        if (!named.add(spec.name())) {
            throw new IllegalArgumentException(
                    "Expecting each table of run " + runId() + " once but found again " + spec.name());
        }
    }

    private PublishedTable list(TableSpec spec, TableFiles.Written written) {
        PublishedTable listed = new PublishedTable(spec.name(), written.files(), spec.columns(), spec.key());
        tables.put(spec.name(), listed);
        totals.put(spec.name(), written.totals());
        warehouse.reached(PublicationStep.FILE_STAGED);
        return listed;
    }

    private Map<String, PublishedFile> allFiles() {
        Map<String, PublishedFile> all = new LinkedHashMap<>();
        tables.values().stream().flatMap(table -> table.asFiles().stream()).forEach(file -> all.put(file.file(), file));
        all.putAll(files);
        return all;
    }

    private <T> T asWritten(String what, T written, T found) {
        if (found.equals(written)) {
            return found;
        }
        String message = "Expecting " + what + " of run " + runId() + " to read back as written, " + written
                + ", but was " + found + "; check the disk under " + directory;
        throw new UncheckedIOException(message, new IOException(message));
    }
}
