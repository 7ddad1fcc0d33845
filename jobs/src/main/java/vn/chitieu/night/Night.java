package vn.chitieu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.ProductClasses;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.RunInput;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.TableDescriptions;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.night.NightOutcome.Kind;
import vn.chitieu.night.NightRequest.Choice;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.programme.TargetErrors;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.InputSum;

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
     * @throws UnfinishedPublicationException if the run is published and its copies or pages cannot all be written
     * @throws vn.chitieu.catalog.run.NotReproducibleException if a run computed again differs from the published one
     */
    public NightOutcome run() throws IOException {
        Instant startedAt = RunClock.now();
        listener.begin(Step.INGEST);
        Codelists codelists = Codelists.read(request.datasets());
        List<Programme> programmes = programmes(codelists);
        try (SessionStart spark = SessionStart.begin()) {
            Stages stages = new Stages(listener, request.datasets(), spark, request.has(Choice.LEGACY_SHARE));
            return run(codelists, programmes, stages, startedAt);
        }
    }

    private NightOutcome run(Codelists codelists, List<Programme> programmes, Stages stages, Instant startedAt)
            throws IOException {
        Warehouse warehouse = request.warehouse();
        DeliveryRegistry registry = DeliveryRegistry.of(warehouse.root());
        Deliveries deliveries = Deliveries.of(request.datasets(), registry);
        IngestResult ingest = Ingest.read(deliveries, codelists, OfficeForms.read(request.datasets(), codelists));
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
        Optional<BacktestStore.Stored> backtest = BacktestStore.of(warehouse).latest(asOf);
        Predecessor predecessor = Predecessor.of(
                warehouse,
                new RunIdentity(
                        asOf,
                        inputSum(deliveries, ingest, backtest),
                        settingsSum(programmes),
                        ProductClasses.sha256()));
        RunIdentity identity = predecessor.identity();
        ThreadContext.put("run_id", identity.runId().text());
        Supplier<List<Table>> tables =
                () -> stages.run(identity, codelists, programmes, ingest, rows(backtest), predecessor.read());
        if (request.has(Choice.DRY_RUN)) {
            MartReader marts = MartReader.of(tables.get().stream()
                    .collect(Collectors.toMap(table -> table.spec().name(), table -> table)));
            listener.ingested(ingest, programmes, asOf);
            listener.judged(marts, programmes, asOf);
            return NightOutcome.dryRun(identity);
        }
        try (RunLock lock = warehouse.lock("nightly")) {
            LOG.info("as of {}: {}", asOf, warehouse.cleanUp(lock));
            keep(registry, deliveries, ingest);
            return publish(lock, identity, tables, programmes, ingest, startedAt);
        }
    }

    /** Keeps a copy of every folder that was read without fault, to fall back on. */
    private static void keep(DeliveryRegistry registry, Deliveries deliveries, IngestResult ingest) throws IOException {
        Set<String> refused = ingest.refused().stream().map(RefusedDelivery::id).collect(Collectors.toSet());
        for (Delivery folder : deliveries.folders()) {
            if (!refused.contains(folder.id())) {
                registry.keep(folder, RunClock.now());
            }
        }
    }

    private NightOutcome publish(
            RunLock lock,
            RunIdentity identity,
            Supplier<List<Table>> tables,
            List<Programme> programmes,
            IngestResult ingest,
            Instant startedAt)
            throws IOException {
        Warehouse warehouse = request.warehouse();
        LocalDate asOf = identity.asOf();
        Optional<PublishedRun> published = warehouse.find(identity.runId());
        if (published.isPresent() && !request.has(Choice.FORCE)) {
            warehouse.makeCurrent(lock, published.get());
            export(published.get(), programmes, asOf);
            return NightOutcome.of(Kind.NOTHING_NEW, identity, published.get(), false);
        }
        Set<String> before = warehouse.lastGood().map(Night::refusalsBefore).orElse(Set.of());
        List<Table> computed = tables.get();
        listener.begin(Step.PUBLISH);
        try (StagedRun staged = warehouse.stage(lock, identity)) {
            describe(staged, identity, computed.stream().map(staged::write).toList());
            Kind kind = published.isPresent() ? Kind.REPRODUCED : Kind.PUBLISHED;
            PublishedRun run;
            if (published.isPresent()) {
                staged.compareWith(published.get());
                run = published.get();
                warehouse.makeCurrent(lock, run);
            } else {
                run = staged.publish(inputs(ingest), counts(ingest, asOf), startedAt, RunClock.now());
            }
            listener.ingested(ingest, programmes, asOf);
            export(run, programmes, asOf);
            return NightOutcome.of(kind, identity, run, !before.containsAll(refusals(run)));
        }
    }

    /** Writes the files from which other tools learn what the tables hold. */
    private static void describe(StagedRun staged, RunIdentity identity, List<PublishedTable> written) {
        staged.write(
                TableDescriptions.DATA_PACKAGE,
                TableDescriptions.dataPackage(identity.runId(), identity.asOf(), written));
        staged.write(
                TableDescriptions.VIEWS,
                TableDescriptions.views(
                        written.stream().map(PublishedTable::spec).toList()));
    }

    private void export(PublishedRun run, List<Programme> programmes, LocalDate asOf) {
        listener.begin(Step.EXPORT);
        MartReader marts = run::read;
        listener.judged(marts, programmes, asOf);
        try {
            Dissemination.write(marts, request.datasets().resolve("template"), request.pages());
        } catch (IOException | UncheckedIOException e) {
            throw new UnfinishedPublicationException(run.runId(), e);
        }
    }

    private List<Programme> programmes(Codelists codelists) throws IOException {
        List<Programme> all = new OfficeProgrammes(request.datasets()).read(codelists);
        List<String> chosen = request.programmes();
        chosen.forEach(id -> OfficeProgrammes.named(id, all));
        return all.stream()
                .filter(programme -> chosen.isEmpty() || chosen.contains(programme.programmeId()))
                .sorted(Comparator.comparing(Programme::programmeId))
                .toList();
    }

    private String settingsSum(List<Programme> programmes) {
        return Sha256.of("programmes " + OfficeProgrammes.names(programmes)
                + (request.has(Choice.LEGACY_SHARE) ? " legacy_share" : "") + "\ncode lists "
                + Sha256.ofFolder(request.datasets().resolve("codelist")));
    }

    private String inputSum(Deliveries deliveries, IngestResult ingest, Optional<BacktestStore.Stored> backtest) {
        Map<String, String> refused = new HashMap<>();
        ingest.refused()
                .forEach(delivery ->
                        refused.put(delivery.id(), delivery.message().en()));
        Set<String> inFileOrder = new HashSet<>();
        ingest.quarantined().forEach(row -> inFileOrder.add(row.place().deliveryId()));
        String figures = InputSum.of(request.datasets(), deliveries, refused, inFileOrder);
        return backtest.map(stored -> Sha256.of(figures + "\nbacktest " + stored.sha256()))
                .orElse(figures);
    }

    private static Table rows(Optional<BacktestStore.Stored> backtest) {
        return backtest.map(BacktestStore.Stored::table)
                .orElseGet(() -> new Table(MartTables.FORECAST_EVALUATION, List.of()));
    }

    /** Returns what an earlier run quarantined or refused; nothing, as the log says, if another version wrote it. */
    private static Set<String> refusalsBefore(PublishedRun run) {
        try {
            return refusals(run);
        } catch (DataException e) {
            LOG.warn("all that is quarantined counts as new: {}", e.getMessage());
            return Set.of();
        }
    }

    /**
     * Returns what a run quarantined, refused or found wrong under a target, to know whether a later run does so with
     * more.
     */
    private static Set<String> refusals(PublishedRun run) {
        Set<String> refusals = new HashSet<>();
        Table quarantine = run.read(MartTables.QUARANTINE);
        for (Object[] row : quarantine.rows()) {
            if (Boolean.FALSE.equals(row[MartTables.QUARANTINE.indexOf("is_used")])) {
                refusals.add(row[MartTables.QUARANTINE.indexOf("delivery_id")] + "\n"
                        + row[MartTables.QUARANTINE.indexOf("rule_code")] + "\n"
                        + row[MartTables.QUARANTINE.indexOf("row_text")]);
            }
        }
        for (Object[] row : run.read(MartTables.FINDING).rows()) {
            if ("delivery_refused".equals(row[MartTables.FINDING.indexOf("rule_code")])) {
                refusals.add(String.valueOf(row[MartTables.FINDING.indexOf("message_en")]));
            }
        }
        refusals.addAll(TargetErrors.ids(run::read));
        return refusals;
    }

    private List<RunInput> inputs(IngestResult ingest) {
        return ingest.files().stream()
                .map(file -> new RunInput(file.deliveryId(), file.file(), file.sha256(), file.delivered()))
                .toList();
    }

    private static SortedMap<String, Long> counts(IngestResult ingest, LocalDate asOf) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("delivered_rows", ingest.deliveredRows());
        counts.put("accepted_rows", (long) ingest.observations().size());
        counts.put("quarantined_rows", (long) ingest.quarantined().size());
        counts.put("plan_rows", (long) ingest.planFigures().size());
        counts.put("later_rows", ingest.laterRows(asOf));
        counts.put("refused_deliveries", (long) ingest.refused().size());
        return counts;
    }
}
