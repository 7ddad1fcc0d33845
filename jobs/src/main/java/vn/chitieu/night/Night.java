package vn.chitieu.night;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.night.NightOutcome.Kind;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.programme.Programme;

/** One night: read, compute, publish, export. */
public final class Night {

    private static final Logger LOG = LogManager.getLogger(Night.class);

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
     * @throws vn.chitieu.catalog.run.LockHeldException if another run holds the warehouse
     * @throws vn.chitieu.catalog.run.NotReproducibleException if a run computed again differs from the published one
     */
    public NightOutcome run() throws IOException {
        Instant startedAt = RunClock.now();
        listener.begin(Step.INGEST);
        Codelists codelists = Codelists.read(request.datasets());
        List<Programme> programmes = Delivered.programmes(request, codelists);
        try (SessionStart spark = SessionStart.begin()) {
            Delivered delivered =
                    Delivered.read(request.datasets(), request.warehouse().root(), codelists);
            IngestResult ingest = delivered.ingest();
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
            Stages stages = new Stages(listener, request, spark, codelists, programmes, delivered);
            return run(new RunMaker(request, programmes, delivered, stages), delivered, asOf, startedAt);
        }
    }

    private NightOutcome run(RunMaker maker, Delivered delivered, LocalDate asOf, Instant startedAt)
            throws IOException {
        Warehouse warehouse = request.warehouse();
        Predecessor predecessor = Predecessor.of(warehouse, maker.alone(asOf));
        RunIdentity identity = predecessor.identity();
        ThreadContext.put("run_id", identity.runId().text());
        if (request.has(Choice.DRY_RUN)) {
            MartReader marts = MartReader.of(maker.tables(predecessor).stream()
                    .collect(Collectors.toMap(table -> table.spec().name(), table -> table)));
            listener.ingested(maker.ingest(), maker.programmes(), asOf);
            listener.judged(marts, maker.programmes(), asOf);
            return NightOutcome.dryRun(identity);
        }
        try (RunLock lock = warehouse.lock("nightly")) {
            LOG.info("as of {}: {}", asOf, warehouse.cleanUp(lock));
            delivered.keep();
            return publish(lock, predecessor, maker, startedAt);
        }
    }

    private NightOutcome publish(RunLock lock, Predecessor predecessor, RunMaker maker, Instant startedAt)
            throws IOException {
        Warehouse warehouse = request.warehouse();
        RunIdentity identity = predecessor.identity();
        Optional<PublishedRun> published = warehouse.find(identity.runId());
        if (published.isPresent() && !request.has(Choice.FORCE)) {
            warehouse.makeCurrent(lock, published.get());
            maker.export(published.get(), listener);
            return NightOutcome.of(Kind.NOTHING_NEW, identity, published.get(), false);
        }
        Set<String> before = warehouse.lastGood().map(Refusals::before).orElse(Set.of());
        List<Table> computed = maker.tables(predecessor);
        listener.begin(Step.PUBLISH);
        try (StagedRun staged = warehouse.stage(lock, identity)) {
            maker.write(staged, identity, computed);
            Kind kind = published.isPresent() ? Kind.REPRODUCED : Kind.PUBLISHED;
            PublishedRun run;
            if (published.isPresent()) {
                staged.compareWith(published.get());
                run = published.get();
                warehouse.makeCurrent(lock, run);
            } else {
                run = maker.publish(staged, identity.asOf(), startedAt);
            }
            listener.ingested(maker.ingest(), maker.programmes(), identity.asOf());
            maker.export(run, listener);
            return NightOutcome.of(kind, identity, run, !before.containsAll(Refusals.of(run)));
        }
    }
}
