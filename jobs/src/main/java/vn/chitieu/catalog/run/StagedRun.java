package vn.chitieu.catalog.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.catalog.table.TableTotals;

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
     * @throws DataException if the table breaks its contract, see {@link TableFiles#write(Table, Path)}
     * @throws IllegalArgumentException if the run has that table already
     */
    public PublishedTable write(Table table) {
        requireNew(table.spec());
        return list(table.spec(), warehouse.tableFiles().write(table, directory));
    }

    /**
     * Writes a table from rows in key order, holding one at a time, and returns its listing.
     *
     * @throws DataException if the table breaks its contract, see {@link TableFiles#write(TableSpec, Iterator, Path)}
     * @throws IllegalArgumentException if the run has that table already
     */
    public PublishedTable write(TableSpec spec, Iterator<@Nullable Object[]> rows) {
        requireNew(spec);
        return list(spec, warehouse.tableFiles().write(spec, rows, directory));
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
     * Reads every file again and compares rows, sums, cells and sha256 with what was written. Publishing does this too.
     *
     * @throws UncheckedIOException if a file differs: the storage is not to be trusted
     */
    public void verify() {
        for (PublishedFile file : allFiles().values()) {
            String found = Sha256.ofFile(directory.resolve(file.file()));
            if (!found.equals(file.sha256())) {
                throw notAsWritten("file " + file.file(), file.sha256(), found);
            }
        }
        for (PublishedTable table : tables.values()) {
            TableTotals written = Objects.requireNonNull(totals.get(table.name()));
            List<Path> paths = table.files().stream()
                    .map(file -> directory.resolve(file.file()))
                    .toList();
            TableTotals found = TableFiles.scan(paths, table.spec(), row -> {});
            if (!found.equals(written)) {
                throw notAsWritten("table " + table.name(), written, found);
            }
        }
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

    private void requireNew(TableSpec spec) {
        lock.requireHeld(warehouse.root());
        if (tables.containsKey(spec.name())) {
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

    private UncheckedIOException notAsWritten(String what, Object written, Object found) {
        String message = "Expecting " + what + " of run " + runId() + " to read back as written, " + written
                + ", but was " + found + "; check the disk under " + directory;
        return new UncheckedIOException(message, new IOException(message));
    }
}
