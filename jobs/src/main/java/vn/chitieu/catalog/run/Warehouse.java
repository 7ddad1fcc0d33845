package vn.chitieu.catalog.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.StagedFolder;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.text.Words;

/**
 * The place where runs are published, on this machine, on HDFS or on an object store.
 *
 * <pre>
 * runs/&lt;run_id&gt;/&lt;table&gt;.parquet   a run: never changed once it stands there; large tables in several files
 * runs/&lt;run_id&gt;/manifest.json     written last; manifest.sha256 keeps its sum
 * current.json                    the run that readers see, its manifest's sum, and the run of the latest day
 * mart/&lt;table&gt;.parquet            copies of the current run for tools that need a fixed path
 * lock                            who is changing the warehouse
 * </pre>
 *
 * <p>A run is written to {@code runs/.stage-…}, read back, and takes its place by one rename; the pointer
 * {@code current.json} follows by another. A reader that resolves the pointer once ({@link #current()}) sees one run
 * and never a mixture. The copies in {@code mart/}, laid beside their places before ({@link MartCopies}), follow one by
 * one: a set of them can straddle two runs for a moment, but a table never does. The files of a large one have names of
 * their own in each run ({@link TableFiles}); they are put there together, then the descriptions that list them, and
 * only then those of the run before are deleted.
 *
 * <p>An object store has no rename: there a run is written on this machine, read back, and put file by file, the
 * manifest last; the pointer is replaced on the condition that it is the one that was there when the lock was taken.
 *
 * <p>After a crash the old state holds or the new one, and {@link #cleanUp} removes what is left. A run that took its
 * place but whose pointer did not move stays: it is complete and verified, readers of the pointer and of {@code mart/}
 * do not see it, {@link #runs()} lists it, and the same run tried again finds it ({@link #find}) and only has to be
 * made current ({@link #makeCurrent}) without computing anything. The pointer is never moved by cleaning up: which run
 * readers see is decided by a run alone.
 */
public final class Warehouse {

    private static final Words WORDS = Words.of("catalog");

    static final String POINTER = "current.json";

    private static final String LATEST = "latest_run_id";

    private static final String STAGE_PREFIX = ".stage-";

    private static final String DISCARDED_PREFIX = ".discarded-";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path root;
    private final TableFiles tableFiles;
    private final Consumer<PublicationStep> listener;

    Warehouse(Path root, TableFiles tableFiles, Consumer<PublicationStep> listener) {
        this.root = root.toAbsolutePath().normalize();
        this.tableFiles = tableFiles;
        this.listener = listener;
    }

    /**
     * The content of the pointer.
     *
     * @param latestRunId of the latest as-of date: that of readers, unless they are shown an earlier day meanwhile
     */
    private record Pointer(RunId runId, String manifestSha256, RunId latestRunId) {}

    /**
     * What {@link #cleanUp} found and mended, for the log.
     *
     * @param removed names of directories and files of dead runs, in order
     * @param repaired files in {@code mart/} that were not those of the current run, in order
     * @param damage what is wrong with the current run, so that {@code mart/} stays as it is; empty if all is well
     */
    public record CleanUp(List<String> removed, List<String> repaired, Optional<String> damage) {

        public CleanUp {
            removed = List.copyOf(removed);
            repaired = List.copyOf(repaired);
        }
    }

    /** Returns the warehouse at a directory, which the first {@link #lock} creates. */
    public static Warehouse at(Path root) {
        return at(root, new TableFiles(TableFiles.MOST_ROWS));
    }

    /** Returns the same, whose tables are written to files of another size. */
    public static Warehouse at(Path root, TableFiles tableFiles) {
        return new Warehouse(root, tableFiles, step -> {});
    }

    /** Returns the directory of the warehouse, absolute. */
    public Path root() {
        return root;
    }

    /** Returns whether there is a warehouse: one that a run held at least once. */
    public boolean isThere() {
        return Files.isRegularFile(root.resolve(RunLock.FILE));
    }

    /** Returns the directory of the copies at fixed paths. */
    public Path mart() {
        return root.resolve("mart");
    }

    /**
     * Returns the right to change this warehouse; closing it gives it back.
     *
     * @param purpose what the owner is doing, such as {@code nightly}, for the message that another run gets
     * @throws LockHeldException if another run holds it, naming its process
     * @throws UncheckedIOException if the warehouse cannot be written
     */
    public RunLock lock(String purpose) {
        return RunLock.acquire(root, purpose, Duration.ZERO);
    }

    /**
     * Returns the same, waiting for another run to end.
     *
     * @param longest how long to wait
     * @throws LockHeldException if another run still holds it then
     */
    public RunLock lock(String purpose, Duration longest) {
        return RunLock.acquire(root, purpose, longest);
    }

    /**
     * Returns a folder for what a run needs while it works, on the disk of the warehouse.
     *
     * @throws IllegalStateException if the lock is not held
     */
    public WorkFolder work(RunLock lock) throws IOException {
        lock.requireHeld(root);
        return WorkFolder.in(root, lock.staged());
    }

    /**
     * Returns the run that readers see, or empty if none was published yet. The pointer is read once.
     *
     * @throws DamagedRunException if the pointer or the run it names is damaged; the message offers {@link #lastGood()}
     */
    public Optional<PublishedRun> current() {
        try {
            return pointer().map(this::resolve);
        } catch (DamagedRunException e) {
            throw lastGood()
                    .map(run -> WORDS.text(
                            "run_offered", e.text(), run.runId(), run.manifest().asOfDate()))
                    .map(DamagedRunException::new)
                    .orElseGet(() -> new DamagedRunException(WORDS.text("run_not_offered", e.text())));
        }
    }

    /** Returns the name of the run that readers see, whatever became of it; empty if no pointer can be read. */
    public Optional<RunId> pointed() {
        try {
            return pointer().map(Pointer::runId);
        } catch (DamagedRunException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the name of the run where the chain of predecessors begins: that of the latest as-of date which readers
     * saw, whatever became of it; empty if no pointer can be read.
     */
    public Optional<RunId> latest() {
        try {
            return pointer().map(pointer -> has(pointer.latestRunId()) ? pointer.latestRunId() : pointer.runId());
        } catch (DamagedRunException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the current run if it is good, else the newest other run that is, else empty. */
    public Optional<PublishedRun> lastGood() {
        return currentIfGood().or(() -> runs().stream().findFirst());
    }

    /** Returns a run by its name, or empty if it was not published or is damaged. */
    public Optional<PublishedRun> find(RunId runId) {
        Path directory = directory(runId);
        return Files.isDirectory(directory) ? ifGood(() -> PublishedRun.load(directory)) : Optional.empty();
    }

    /** Returns whether a run of a name lies here, whatever became of it. */
    public boolean has(RunId runId) {
        return Files.isDirectory(directory(runId));
    }

    /** Returns whether a run of a name lies here with every byte as it was written. */
    public boolean isWhole(RunId runId) {
        return listed(runId).filter(run -> run.damagedFiles().isEmpty()).isPresent();
    }

    /** Returns a run whose manifest is whole, whatever became of its files; empty if there is none of that name. */
    public Optional<PublishedRun> listed(RunId runId) {
        Path directory = directory(runId);
        return Files.isDirectory(directory) ? ifGood(() -> PublishedRun.open(directory)) : Optional.empty();
    }

    /**
     * Returns a run by its name, or empty if there is none.
     *
     * @throws DamagedRunException if there is one and it is damaged
     */
    public Optional<PublishedRun> require(RunId runId) {
        Path directory = directory(runId);
        return Files.isDirectory(directory) ? Optional.of(PublishedRun.load(directory)) : Optional.empty();
    }

    /**
     * Returns all good runs: the latest as-of date first; of one as-of date a run before the one that it was explained
     * from. No clock decides.
     */
    public List<PublishedRun> runs() {
        Map<RunId, PublishedRun> byId = new TreeMap<>();
        for (Path directory : runDirectories()) {
            ifGood(() -> PublishedRun.load(directory)).ifPresent(run -> byId.put(run.runId(), run));
        }
        Map<RunId, Integer> depths = new HashMap<>();
        byId.keySet().forEach(run -> depths.put(run, depth(run, byId, depths)));
        return byId.values().stream()
                .sorted(Comparator.comparing(
                                (PublishedRun run) -> run.manifest().asOfDate())
                        .thenComparing(run -> Objects.requireNonNull(depths.get(run.runId())))
                        .thenComparing(PublishedRun::runId)
                        .reversed())
                .toList();
    }

    /** Returns how many runs lie behind a run, by the chain of predecessors as far as it is kept. */
    private static int depth(RunId run, Map<RunId, PublishedRun> byId, Map<RunId, Integer> known) {
        int steps = 0;
        Optional<RunId> next = Optional.of(run);
        while (next.isPresent() && byId.containsKey(next.get())) {
            Integer rest = known.get(next.get());
            if (rest != null) {
                return steps + rest;
            }
            steps++;
            next = Objects.requireNonNull(byId.get(next.get())).identity().predecessor();
        }
        return steps;
    }

    /** Returns what is wrong with each damaged run, in the order of their names. */
    public List<String> damage() {
        List<String> messages = new ArrayList<>();
        for (Path directory : runDirectories()) {
            try {
                PublishedRun.load(directory);
            } catch (DamagedRunException e) {
                messages.add(e.getMessage());
            }
        }
        return messages;
    }

    /**
     * Returns a fresh run to write to.
     *
     * @throws IllegalStateException if the lock is not held
     * @throws UncheckedIOException if the directory cannot be created
     */
    public StagedRun stage(RunLock lock, RunIdentity identity) {
        lock.requireHeld(root);
        RunId runId = identity.runId();
        StagedFolder stage = StagedFolder.at(runsDirectory()
                .resolve(STAGE_PREFIX + runId + "-" + ProcessHandle.current().pid()));
        try {
            Files.createDirectories(stage.path());
            lock.own("run " + runId);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to create " + stage.path() + " but was " + e, e);
        }
        lock.staged().add(stage.path());
        return new StagedRun(this, lock, identity, stage);
    }

    /**
     * Makes a run the one that readers see: moves the pointer, then brings {@code mart/} in line. Done again, it
     * changes nothing. A run of an earlier day is a look back: later runs follow the {@link #latest()} as before.
     *
     * @throws DamagedRunException if a file of the run changed since it was published
     * @throws IllegalStateException if the lock is not held
     * @throws UncheckedIOException if the pointer cannot be written
     * @throws UnfinishedPublicationException if the pointer was moved and a file in {@code mart/} cannot be written;
     *     done again, it completes
     */
    public void makeCurrent(RunLock lock, PublishedRun run) {
        run.verify();
        pointTo(lock, run);
    }

    /** Does the same for good: later runs follow this one, and those published after it are as if they never were. */
    public void goBackTo(RunLock lock, PublishedRun run) {
        run.verify();
        pointTo(lock, run, run.runId());
    }

    /** Makes a run current that has just been verified. */
    void pointTo(RunLock lock, PublishedRun run) {
        RunId name = run.runId();
        pointTo(
                lock,
                run,
                latest().filter(known -> known.asOf().isAfter(name.asOf())).orElse(name));
    }

    private void pointTo(RunLock lock, PublishedRun run, RunId latest) {
        lock.requireHeld(root);
        Pointer pointer = new Pointer(run.runId(), run.manifestSha256(), latest);
        try (MartCopies copies = copies(run)) {
            copies.lay();
            point(lock, pointer);
            reached(PublicationStep.POINTER_MOVED);
            try {
                lock.requireInPlace();
                copies.putInPlace();
            } catch (IOException | LockHeldException e) {
                throw new UnfinishedPublicationException(run.runId(), e);
            }
        }
        reached(PublicationStep.MART_COPIED);
    }

    private static void point(RunLock lock, Pointer pointer) {
        try {
            byte[] json = (JSON.writeValueAsString(pointer) + "\n").getBytes(StandardCharsets.UTF_8);
            lock.point(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to make run " + pointer.runId() + " current but was " + e, e);
        }
    }

    /**
     * Removes what dead runs left and brings {@code mart/} in line with the current run. A damaged current run is left
     * alone, and {@code mart/} with it.
     *
     * @throws IllegalStateException if the lock is not held: only then is every staging directory a dead run's
     * @throws UncheckedIOException if a file cannot be deleted or written
     */
    public CleanUp cleanUp(RunLock lock) {
        lock.requireHeld(root);
        try {
            List<Path> runs = entries(runsDirectory());
            List<String> removed = new ArrayList<>(StagedFolder.clearUnfinished(runsDirectory(), runs));
            for (Path entry : runs) {
                String name = Objects.toString(entry.getFileName());
                boolean isDead = name.startsWith(STAGE_PREFIX) && !lock.staged().contains(entry);
                if (isDead || name.startsWith(DISCARDED_PREFIX)) {
                    DurableFiles.deleteTree(entry);
                    removed.add(name);
                }
            }
            for (Path entry : entries(root)) {
                boolean isDeadWork = Objects.toString(entry.getFileName()).startsWith(WorkFolder.PREFIX)
                        && !lock.staged().contains(entry);
                if (isDeadWork || DurableFiles.isUnfinished(entry)) {
                    DurableFiles.deleteTree(entry);
                    removed.add(Objects.toString(entry.getFileName()));
                }
            }
            return mend(removed);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to clean up warehouse " + root + " but was " + e, e);
        }
    }

    /**
     * Removes a run for ever.
     *
     * @throws IllegalStateException if the lock is not held, or readers see the run
     * @throws IOException if a file cannot be deleted
     */
    public void remove(RunLock lock, RunId runId) throws IOException {
        lock.requireHeld(root);
        if (pointed().equals(Optional.of(runId))) {
            throw new IllegalStateException("Expecting a run that readers do not see but was " + runId);
        }
        discard(directory(runId));
        DurableFiles.forceDirectory(runsDirectory());
    }

    /** Returns the names of all runs, whatever became of them, the newest as-of date first. */
    public List<RunId> names() {
        return runDirectories().stream()
                .map(directory -> new RunId(Objects.toString(directory.getFileName())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Reads a run again and returns what is wrong with it; empty if every byte is as it was written.
     *
     * @param runId of a run that lies here
     */
    public Optional<DamagedRunException> damageOf(RunId runId) {
        try {
            PublishedRun.load(directory(runId)).verify();
            return Optional.empty();
        } catch (DamagedRunException e) {
            return Optional.of(e);
        }
    }

    /**
     * Returns the runs that are damaged, the newest as-of date first, for who goes on without them.
     *
     * @param asked names of runs that were read already and are left out
     * @param mostBytes to read again of all others, the newest first; of what lies beyond only manifests and sizes are
     *     compared, so that a warehouse of many large runs is not read whole
     */
    public List<DamagedRun> passedOver(Set<RunId> asked, long mostBytes) {
        List<DamagedRun> damaged = new ArrayList<>();
        long rest = mostBytes;
        for (RunId runId : names()) {
            if (asked.contains(runId)) {
                continue;
            }
            Optional<PublishedRun> run = listed(runId);
            if (run.isEmpty()) {
                damaged.add(new DamagedRun(runId, List.of(PublishedRun.MANIFEST)));
                continue;
            }
            List<String> files = run.get().filesOfOtherSize();
            rest -= run.get().manifest().allFiles().stream()
                    .mapToLong(PublishedFile::bytes)
                    .sum();
            if (files.isEmpty() && rest >= 0) {
                files = run.get().damagedFiles();
            }
            if (!files.isEmpty()) {
                damaged.add(new DamagedRun(runId, files));
            }
        }
        return damaged;
    }

    /**
     * Returns the names of the files in {@code mart/} that are missing or are not those of a run, or of another one.
     */
    public List<String> strayCopies(PublishedRun run) throws IOException {
        try (MartCopies copies = copies(run)) {
            return copies.stray();
        }
    }

    /** Returns the directory of a run, published or not. */
    Path directory(RunId runId) {
        return runsDirectory().resolve(runId.text());
    }

    /** Takes a run's directory away, so that no reader finds half of it, and deletes it. */
    void discard(Path directory) throws IOException {
        StagedFolder.discard(
                directory, directory.resolveSibling(DISCARDED_PREFIX + directory.getFileName()), PublishedRun.MANIFEST);
    }

    /** Returns how tables are written to files. */
    TableFiles tableFiles() {
        return tableFiles;
    }

    /** Reports to the listener how far a publication is. */
    void reached(PublicationStep step) {
        listener.accept(step);
    }

    private Path runsDirectory() {
        return root.resolve("runs");
    }

    private List<Path> runDirectories() {
        try {
            return StagedFolder.whole(entries(runsDirectory())).stream()
                    .filter(entry -> RunId.isOne(Objects.toString(entry.getFileName())))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + runsDirectory() + " but was " + e, e);
        }
    }

    private MartCopies copies(PublishedRun run) {
        return new MartCopies(mart(), run, listener);
    }

    private CleanUp mend(List<String> removed) throws IOException {
        try {
            Optional<PublishedRun> current = pointer().map(this::resolve);
            if (current.isEmpty()) {
                return new CleanUp(removed, List.of(), Optional.empty());
            }
            try (MartCopies copies = copies(current.get())) {
                return new CleanUp(removed, copies.putInPlace(), Optional.empty());
            }
        } catch (DamagedRunException e) {
            return new CleanUp(removed, List.of(), Optional.of(Objects.toString(e.getMessage())));
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private Optional<Pointer> pointer() {
        Path file = root.resolve(POINTER);
        try {
            ObjectNode pointer = JSON.readValue(Files.readAllBytes(file), ObjectNode.class);
            if (!pointer.has(LATEST)) { // as versions before wrote it
                pointer.set(LATEST, pointer.path("run_id"));
            }
            JsonFields fields = new JsonFields(pointer).only("run_id", "manifest_sha256", LATEST);
            return Optional.of(new Pointer(
                    new RunId(fields.text("run_id")), fields.text("manifest_sha256"), new RunId(fields.text(LATEST))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new DamagedRunException(WORDS.text("pointer_damaged", file, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) { // a run of no such name
            throw new DamagedRunException(WORDS.text("pointer_damaged", file, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to read " + file + " but was " + e, e);
        }
    }

    private PublishedRun resolve(Pointer pointer) {
        PublishedRun run = PublishedRun.load(directory(pointer.runId()));
        if (!run.manifestSha256().equals(pointer.manifestSha256())) {
            throw DamagedRunException.of(
                    run.runId(),
                    "Expecting the manifest of run " + pointer.runId() + " to have sha256 " + pointer.manifestSha256()
                            + ", as " + POINTER + " says, but was " + run.manifestSha256());
        }
        return run;
    }

    private Optional<PublishedRun> currentIfGood() {
        try {
            return pointer().map(this::resolve);
        } catch (DamagedRunException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<PublishedRun> ifGood(Supplier<PublishedRun> load) {
        try {
            return Optional.of(load.get());
        } catch (DamagedRunException damaged) {
            return Optional.empty();
        }
    }
}
