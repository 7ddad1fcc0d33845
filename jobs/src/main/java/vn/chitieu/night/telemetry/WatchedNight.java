package vn.chitieu.night.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.run.DamagedRun;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.night.JudgedProgramme;
import vn.chitieu.night.NightListener;
import vn.chitieu.night.NightOutcome;
import vn.chitieu.night.RunClock;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;

/**
 * Takes the time of the stages of a night and writes, when it is over, what machines watch:
 *
 * <pre>
 * run_results.json             how the last night went
 * metrics/chitieu.prom         the same for the text file collector of Prometheus
 * log/openlineage.jsonl        one event of OpenLineage a line: the start and the end of each night
 * </pre>
 *
 * <p>Nothing is written where there is no warehouse, none any more, or after the first end that is told. What cannot be
 * written is told in the journal and changes nothing of the night itself.
 */
public final class WatchedNight implements NightListener {

    private static final Logger LOG = LogManager.getLogger(WatchedNight.class);

    private static final double NANOS = 1e9;

    private final NightListener listener;
    private final Warehouse warehouse;
    private final Instant startedAt = RunClock.now();
    private final UUID invocation = UUID.randomUUID();
    private final SortedMap<String, Double> stageSeconds = new TreeMap<>();
    private @Nullable String stage;
    private boolean isOver;
    private long stageBegan;

    public WatchedNight(NightListener listener, Warehouse warehouse) {
        this.listener = listener;
        this.warehouse = warehouse;
    }

    @Override
    public void begin(Step step) {
        beginStage(step.name().toLowerCase(Locale.ROOT));
        listener.begin(step);
    }

    @Override
    public void ingested(IngestResult ingest, List<Programme> programmes, LocalDate asOf) {
        listener.ingested(ingest, programmes, asOf);
    }

    @Override
    public void nothingUsable(IngestResult ingest) {
        listener.nothingUsable(ingest);
    }

    @Override
    public void nothingKnown(LocalDate asOf, LocalDate firstPublished) {
        listener.nothingKnown(asOf, firstPublished);
    }

    @Override
    public void judged(MartReader marts, List<JudgedProgramme> programmes, LocalDate asOf) {
        listener.judged(marts, programmes, asOf);
    }

    @Override
    public void changed(MartReader marts) {
        listener.changed(marts);
    }

    @Override
    public void placed(RunId run, LocalDate asOf, boolean isFound) {
        listener.placed(run, asOf, isFound);
    }

    @Override
    public void passedOver(DamagedRun run, boolean isInHistory) {
        listener.passedOver(run, isInHistory);
    }

    /** Tells that the night ended with an outcome. A dry run leaves no trace but the journal. */
    public void ended(NightOutcome outcome, int exitCode) {
        boolean isDry = outcome.kind() == NightOutcome.Kind.DRY_RUN;
        write(outcome.kind().name().toLowerCase(Locale.ROOT), exitCode, Optional.empty(), isDry);
    }

    /**
     * Tells that the night failed.
     *
     * @param isJournalOnly whether nothing but the journal is to tell: of a dry run, or where another run holds the
     *     warehouse and tells for itself how it goes
     */
    public void failed(Throwable thrown, int exitCode, boolean isJournalOnly) {
        String words = thrown.getClass().getSimpleName() + ": "
                + String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        write("failed", exitCode, Optional.of(words), isJournalOnly);
    }

    /** Returns whether a stage was begun, which is not before this night holds the warehouse. */
    public synchronized boolean hasBegun() {
        return stage != null || !stageSeconds.isEmpty();
    }

    private synchronized void beginStage(String name) {
        endStage();
        stage = name;
        stageBegan = RunClock.ticks();
    }

    private synchronized void write(String status, int exitCode, Optional<String> failure, boolean isJournalOnly) {
        if (isOver) {
            return;
        }
        isOver = true;
        endStage();
        Path root = warehouse.root();
        Optional<Instant> before = RunResults.lastSuccess(root);
        Instant finishedAt = RunClock.now();
        NightCall night = new NightCall(
                invocation,
                startedAt,
                finishedAt,
                exitCode,
                status,
                new TreeMap<>(stageSeconds),
                current(),
                failure,
                before);
        LOG.info("night {} with exit code {} after {} s: {}", status, exitCode, night.seconds(), stageSeconds);
        if (isJournalOnly || !warehouse.isThere()) {
            return;
        }
        try {
            NightCall told = night.isSuccess() ? night.succeeded() : night;
            DurableFiles.replace(root.resolve(RunResults.FILE), RunResults.json(told));
            Path metrics = root.resolve("metrics/chitieu.prom");
            folder(root.resolve("metrics"));
            DurableFiles.replace(
                    metrics,
                    NightMetrics.text(told, DurableFiles.freeBytes(root)).getBytes(StandardCharsets.UTF_8));
            folder(root.resolve("log"));
            Files.write(
                    root.resolve("log/openlineage.jsonl"),
                    LineageEvents.of(told),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | UncheckedIOException | DataException e) {
            LOG.warn("not all that machines watch was written: {}", e.toString());
        }
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder); // never its parents: a warehouse that is gone stays gone
        }
    }

    private Optional<PublishedRun> current() {
        try {
            return warehouse.current();
        } catch (DataException | UncheckedIOException e) {
            LOG.warn("nothing is told of the current run: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private synchronized void endStage() {
        if (stage != null) {
            stageSeconds.merge(stage, (RunClock.ticks() - stageBegan) / NANOS, Double::sum);
            stage = null;
        }
    }
}
