package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.DamagedRun;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.run.WorkFolder;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.Mart;
import vn.chitieu.mart.MartTables;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.night.NightOutcome.Kind;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.delivery.DeliveryRegistry;

/** One night: lock, copy what is read, compute, publish, export. */
public final class Night {

    private static final Logger LOG = LogManager.getLogger(Night.class);

    /** Of older runs, read again to see whether they are whole: some 150 of the shipped figures, a second or less. */
    private static final long MOST_BYTES_OF_OLDER_RUNS = 128L << 20;

    private final NightRequest request;
    private final NightListener listener;

    public Night(NightRequest request, NightListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Runs the night.
     *
     * @throws DataException if a file that the office edits cannot be used, or the request names what is not there
     * @throws vn.chitieu.catalog.run.DamagedRunException if the run that changes would be explained from is damaged
     * @throws vn.chitieu.catalog.run.LockHeldException if another run holds the warehouse
     * @throws vn.chitieu.catalog.run.UnfinishedPublicationException if the run is published and its copies or pages
     *     cannot all be written
     * @throws vn.chitieu.catalog.run.NotReproducibleException if a run computed again differs from the published one
     */
    public NightOutcome run() throws IOException {
        Instant startedAt = RunClock.now();
        if (request.has(Choice.DRY_RUN)) {
            try (WorkFolder work = WorkFolder.temporary()) {
                return InputSnapshot.of(
                        request,
                        work,
                        listener,
                        (copied, inputs, spark) -> computed(copied, inputs, spark, Optional.empty(), startedAt));
            }
        }
        Warehouse warehouse = request.warehouse();
        try (RunLock lock = warehouse.lock("nightly", request.longestWait())) {
            LOG.info("{}", warehouse.cleanUp(lock));
            LOG.info(
                    "left by intakes: {}", DeliveryRegistry.of(warehouse.root()).cleanUp());
            try (WorkFolder work = warehouse.work(lock)) {
                return InputSnapshot.of(
                        request,
                        work,
                        listener,
                        (copied, inputs, spark) -> run(copied, inputs, spark, lock, startedAt));
            }
        }
    }

    private NightOutcome run(
            NightRequest copied, InputSnapshot inputs, SessionStart spark, RunLock lock, Instant startedAt)
            throws IOException {
        Path root = request.warehouse().root();
        Optional<KnownNight> known = request.has(Choice.FORCE)
                ? Optional.empty()
                : KnownNight.sumOf(copied, inputs).flatMap(sum -> KnownNight.of(root, sum));
        if (known.isPresent()) {
            RunIdentity identity =
                    Predecessor.of(request.warehouse(), known.get().alone()).identity();
            Optional<PublishedRun> published = whole(identity);
            if (published.isPresent()) {
                ThreadContext.put("run_id", identity.runId().text());
                return nothingNew(lock, identity, published.get(), () -> new NightPages(copied)
                        .export(lock, published.get(), known.get().programmes(), listener));
            }
        }
        return computed(copied, inputs, spark, Optional.of(lock), startedAt);
    }

    /** Returns the published run of an identity, if every byte of it is as it was written. */
    private Optional<PublishedRun> whole(RunIdentity identity) {
        return request.warehouse().listed(identity.runId()).filter(run -> run.damagedFiles()
                .isEmpty());
    }

    private NightOutcome nothingNew(RunLock lock, RunIdentity identity, PublishedRun run, Runnable export) {
        request.warehouse().makeCurrent(lock, run);
        export.run();
        return NightOutcome.of(Kind.NOTHING_NEW, identity, run, false);
    }

    private NightOutcome computed(
            NightRequest copied, InputSnapshot snapshot, SessionStart spark, Optional<RunLock> lock, Instant startedAt)
            throws IOException {
        NightInputs inputs = NightInputs.read(copied);
        IngestResult ingest = inputs.ingest();
        if (!ingest.isUsable()) {
            listener.nothingUsable(ingest);
            return NightOutcome.nothingUsable();
        }
        LocalDate asOf = AsOf.of(ingest, request.asOf());
        Optional<LocalDate> first = ingest.firstPublished();
        if (first.isPresent() && asOf.isBefore(first.get())) {
            listener.nothingKnown(asOf, first.get());
            return NightOutcome.nothingUsable();
        }
        RunMaker maker = inputs.maker(inputs.stages(listener, spark));
        Predecessor predecessor = Predecessor.of(request.warehouse(), maker.alone(asOf));
        RunIdentity identity = predecessor.identity();
        ThreadContext.put("run_id", identity.runId().text());
        LOG.info("as of {}, explained from {}", asOf, identity.predecessor());
        if (lock.isEmpty()) {
            try (Mart mart = maker.mart(predecessor)) {
                listener.ingested(ingest, inputs.programmes(), asOf);
                listener.judged(mart::table, maker.judged(asOf), asOf);
                listener.changed(mart::table);
            }
            return NightOutcome.dryRun(identity);
        }
        lock.get().requireHeld(request.warehouse().root());
        inputs.delivered().keep();
        NightOutcome outcome = publish(lock.get(), predecessor, maker, startedAt);
        Optional<String> read = KnownNight.sumOf(copied, snapshot);
        try {
            maker.keep();
            if (read.isPresent()) {
                new KnownNight(read.get(), maker.alone(asOf), maker.judged(asOf))
                        .keep(request.warehouse().root());
            }
        } catch (IOException e) {
            throw new UnfinishedPublicationException(identity.runId(), e);
        }
        return outcome;
    }

    private NightOutcome publish(RunLock lock, Predecessor predecessor, RunMaker maker, Instant startedAt)
            throws IOException {
        Warehouse warehouse = request.warehouse();
        RunIdentity identity = predecessor.identity();
        Optional<PublishedRun> published = warehouse.listed(identity.runId());
        if (published.isPresent() && published.get().damagedFiles().isEmpty() && !request.has(Choice.FORCE)) {
            return nothingNew(lock, identity, published.get(), () -> maker.export(lock, published.get(), listener));
        }
        Set<String> before = warehouse.lastGood().map(Refusals::before).orElse(Set.of());
        try (Mart mart = maker.mart(predecessor);
                StagedRun staged = warehouse.stage(lock, identity)) {
            listener.begin(Step.PUBLISH);
            maker.write(staged, identity, mart);
            Kind kind = Kind.PUBLISHED;
            PublishedRun run;
            if (published.isPresent()) {
                run = published.get();
                kind = maker.mend(staged, run) ? Kind.MENDED : Kind.REPRODUCED;
                warehouse.makeCurrent(lock, run);
            } else {
                run = maker.publish(staged, identity.asOf(), startedAt);
            }
            listener.ingested(maker.ingest(), maker.programmes(), identity.asOf());
            maker.export(lock, run, listener);
            tellOfDamage(run);
            return NightOutcome.of(kind, identity, run, !before.containsAll(Refusals.of(run)));
        }
    }

    /** Nothing of the published tables depends on older runs, so that a damaged one is no finding among them. */
    private void tellOfDamage(PublishedRun run) {
        Set<RunId> asked = new HashSet<>(Set.of(run.runId()));
        run.identity().predecessor().ifPresent(asked::add);
        List<DamagedRun> damaged = request.warehouse().passedOver(asked, MOST_BYTES_OF_OLDER_RUNS);
        if (damaged.isEmpty()) {
            return;
        }
        Table history = run.read(MartTables.TARGET_HISTORY);
        int runId = history.spec().indexOf("run_id");
        Set<Object> told = history.rows().stream()
                .map(row -> Objects.requireNonNull(row[runId]))
                .collect(Collectors.toSet());
        for (DamagedRun older : damaged) {
            LOG.warn("passed over {}", older);
            listener.passedOver(older, told.contains(older.runId().text()));
        }
    }
}
