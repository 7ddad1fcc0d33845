package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Path;
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
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.TableDescriptions;
import vn.chitieu.notebook.Dissemination;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.terminal.LegacyListing;
import vn.chitieu.notebook.terminal.ShowTables;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;
import vn.chitieu.programme.Programme;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.InputSum;
import vn.chitieu.text.Texts;

/** One night: read, compute, publish, export and tell. */
final class Night {

    private static final int MOST_ROWS_TOLD = 20;

    private final Terminal terminal;
    private final Texts messages;
    private final Path datasets;
    private final Warehouse warehouse;
    private final Path pages;
    private final List<String> chosen;
    private final Optional<LocalDate> day;
    private final boolean dryRun;
    private final boolean force;
    private final boolean isLegacyCarriedOn;

    Night(
            Terminal terminal,
            Texts messages,
            Path datasets,
            Warehouse warehouse,
            Path pages,
            List<String> chosen,
            Optional<LocalDate> day,
            boolean dryRun,
            boolean force,
            boolean isLegacyCarriedOn) {
        this.terminal = terminal;
        this.messages = messages;
        this.datasets = datasets;
        this.warehouse = warehouse;
        this.pages = pages;
        this.chosen = List.copyOf(chosen);
        this.day = day;
        this.dryRun = dryRun;
        this.force = force;
        this.isLegacyCarriedOn = isLegacyCarriedOn;
    }

    /** Returns the exit code. */
    int run() throws IOException {
        Instant startedAt = RunClock.now();
        terminal.progress(messages.text("progress.ingest"));
        Codelists codelists = Codelists.read(datasets);
        List<Programme> programmes = programmes(codelists);
        try (SessionStart spark = SessionStart.begin()) {
            return run(
                    codelists,
                    programmes,
                    new Stages(terminal, messages, datasets, spark, isLegacyCarriedOn),
                    startedAt);
        }
    }

    private int run(Codelists codelists, List<Programme> programmes, Stages stages, Instant startedAt)
            throws IOException {
        DeliveryRegistry registry = DeliveryRegistry.of(warehouse.root());
        Deliveries deliveries = Deliveries.of(datasets, registry);
        IngestResult ingest = Ingest.read(deliveries, codelists, FormCatalogue.read(datasets, codelists));
        if (!ingest.isUsable()) {
            tellRefusals(ingest);
            terminal.err().println(messages.text("nightly.nothing_usable"));
            return ExitCode.NOTHING_USABLE;
        }
        LocalDate asOf = AsOf.of(ingest, day, messages);
        Optional<LocalDate> first = ingest.firstPublished();
        if (first.isPresent() && asOf.isBefore(first.get())) {
            NumberFormats formats = NumberFormats.of(messages.language());
            terminal.err()
                    .println(messages.text(
                            "nightly.nothing_known", formats.date(asOf), formats.date(first.get()), first.get()));
            return ExitCode.NOTHING_USABLE;
        }
        Optional<BacktestStore.Stored> backtest = BacktestStore.of(warehouse).latest(asOf);
        Predecessor predecessor = Predecessor.of(
                warehouse,
                new RunIdentity(
                        asOf,
                        inputSum(deliveries, ingest, backtest),
                        Sha256.of("programmes " + Programmes.names(programmes)
                                + (isLegacyCarriedOn ? " legacy_share" : "") + "\ncode lists "
                                + Sha256.ofFolder(datasets.resolve("codelist"))),
                        ProductClasses.sha256()));
        RunIdentity identity = predecessor.identity();
        ThreadContext.put("run_id", identity.runId().text());
        if (dryRun) {
            List<Table> tables =
                    stages.run(identity, codelists, programmes, ingest, rows(backtest), predecessor.read());
            tellIngest(ingest, asOf);
            tellAttainment(
                    MartReader.of(tables.stream()
                            .collect(Collectors.toMap(t -> t.spec().name(), t -> t))),
                    programmes,
                    asOf);
            terminal.out().println(messages.text("nightly.dry_run", identity.runId()));
            return ExitCode.OK;
        }
        try (RunLock lock = warehouse.lock("nightly")) {
            Logger log = LogManager.getLogger(Night.class);
            log.info("as of {}: {}", asOf, warehouse.cleanUp(lock));
            keep(registry, deliveries, ingest);
            return publish(lock, stages, predecessor, codelists, programmes, ingest, rows(backtest), startedAt);
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

    private int publish(
            RunLock lock,
            Stages stages,
            Predecessor predecessor,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            Table backtest,
            Instant startedAt)
            throws IOException {
        RunIdentity identity = predecessor.identity();
        Optional<PublishedRun> published = warehouse.find(identity.runId());
        if (published.isPresent() && !force) {
            warehouse.makeCurrent(lock, published.get());
            export(published.get(), programmes, identity.asOf());
            terminal.out().println(messages.text("nightly.nothing_new", identity.runId()));
            tellPlaces(published.get());
            return ExitCode.OK;
        }
        Set<String> before = warehouse.lastGood().map(Night::refusalsBefore).orElse(Set.of());
        List<Table> tables = stages.run(identity, codelists, programmes, ingest, backtest, predecessor.read());
        terminal.progress(messages.text("progress.publish"));
        try (StagedRun staged = warehouse.stage(lock, identity)) {
            describe(staged, identity, tables.stream().map(staged::write).toList());
            String outcome;
            PublishedRun run;
            if (published.isPresent()) {
                staged.compareWith(published.get());
                run = published.get();
                warehouse.makeCurrent(lock, run);
                outcome = messages.text("nightly.reproduced", run.runId());
            } else {
                run = staged.publish(inputs(ingest), counts(ingest, identity.asOf()), startedAt, RunClock.now());
                outcome = messages.text(
                        "nightly.published",
                        run.runId(),
                        NumberFormats.of(messages.language()).date(identity.asOf()));
            }
            tellIngest(ingest, identity.asOf());
            export(run, programmes, identity.asOf());
            terminal.out().println(outcome);
            tellPlaces(run);
            return before.containsAll(refusals(run)) ? ExitCode.OK : ExitCode.PUBLISHED_WITH_REFUSALS;
        }
    }

    /** Writes the files that tell other tools what the tables hold. */
    private static void describe(StagedRun staged, RunIdentity identity, List<PublishedTable> written) {
        staged.write(
                TableDescriptions.DATA_PACKAGE,
                TableDescriptions.dataPackage(identity.runId(), identity.asOf(), written));
        staged.write(
                TableDescriptions.VIEWS,
                TableDescriptions.views(
                        written.stream().map(PublishedTable::spec).toList()));
    }

    private void export(PublishedRun run, List<Programme> programmes, LocalDate asOf) throws IOException {
        terminal.progress(messages.text("progress.export"));
        MartReader marts = run::read;
        tellAttainment(marts, programmes, asOf);
        Dissemination.write(marts, datasets.resolve("template"), pages);
    }

    private void tellAttainment(MartReader marts, List<Programme> programmes, LocalDate asOf) {
        NumberFormats formats = NumberFormats.of(messages.language());
        for (Programme programme : programmes) {
            if (programme.status(asOf) == Programme.Status.NOT_YET_ADOPTED) {
                terminal.out()
                        .println(messages.text(
                                "nightly.not_adopted",
                                programme.programmeId(),
                                formats.date(programme.adoptedOn()),
                                formats.date(asOf)));
            } else {
                terminal.out()
                        .println(ShowTables.attainment(
                                marts, programme.programmeId(), messages.language(), terminal.columns()));
            }
            if (isLegacyCarriedOn && programme.status(asOf) == Programme.Status.CLOSED) {
                terminal.out()
                        .println(LegacyListing.text(
                                marts, programme.programmeId(), messages.language(), terminal.columns()));
            }
        }
    }

    private void tellIngest(IngestResult ingest, LocalDate asOf) {
        terminal.out()
                .println(messages.text(
                        "nightly.delivered",
                        ingest.deliveredRows(),
                        ingest.observations().size(),
                        ingest.quarantined().size(),
                        ingest.planFigures().size(),
                        ingest.laterRows(asOf)));
        ingest.files().forEach(file -> terminal.out()
                .println(messages.text(
                        "nightly.delivery",
                        file.deliveryId() + "/" + file.file(),
                        file.delivered(),
                        file.accepted(),
                        file.quarantined(),
                        file.plan())));
        tellRefusals(ingest);
    }

    private void tellRefusals(IngestResult ingest) {
        ingest.refused().forEach(refused -> terminal.err()
                .println(messages.text(
                        refused.isCopyUsed() ? "nightly.refused_copy_used" : "nightly.refused",
                        refused.id(),
                        refused.message().in(messages.language()))));
        List<QuarantinedRow> rows = ingest.quarantined();
        for (QuarantinedRow row : rows.subList(0, Math.min(MOST_ROWS_TOLD, rows.size()))) {
            terminal.err()
                    .println(messages.text("nightly.quarantined", row.message().in(messages.language())));
        }
        if (rows.size() > MOST_ROWS_TOLD) {
            terminal.err().println(messages.text("nightly.quarantined_more", rows.size() - MOST_ROWS_TOLD));
        }
    }

    private void tellPlaces(PublishedRun run) {
        if (run.read(MartTables.FORECAST_EVALUATION).rows().isEmpty()) {
            terminal.out().println(messages.text("nightly.no_backtest"));
        }
        terminal.out().println(messages.text("nightly.tables", run.directory()));
        terminal.out().println(messages.text("nightly.fixed", warehouse.mart()));
        terminal.out().println(messages.text("nightly.pages", pages.toAbsolutePath()));
        terminal.out().println(messages.text("nightly.log", System.getProperty("chitieu.log.file", "-")));
    }

    private List<Programme> programmes(Codelists codelists) throws IOException {
        List<Programme> all = new Programmes(datasets, messages).read(codelists);
        chosen.forEach(id -> Programmes.named(id, all, messages));
        return all.stream()
                .filter(programme -> chosen.isEmpty() || chosen.contains(programme.programmeId()))
                .sorted(Comparator.comparing(Programme::programmeId))
                .toList();
    }

    private String inputSum(Deliveries deliveries, IngestResult ingest, Optional<BacktestStore.Stored> backtest) {
        Map<String, String> refused = new HashMap<>();
        ingest.refused()
                .forEach(delivery ->
                        refused.put(delivery.id(), delivery.message().en()));
        Set<String> inFileOrder = new HashSet<>();
        ingest.quarantined().forEach(row -> inFileOrder.add(row.place().deliveryId()));
        String figures = InputSum.of(datasets, deliveries, refused, inFileOrder);
        return backtest.map(stored -> Sha256.of(figures + "\nbacktest " + stored.sha256()))
                .orElse(figures);
    }

    private static Table rows(Optional<BacktestStore.Stored> backtest) {
        return backtest.map(BacktestStore.Stored::table)
                .orElseGet(() -> new Table(MartTables.FORECAST_EVALUATION, List.of()));
    }

    /** Returns what an earlier run held back or refused; nothing, and told in the log, if another version wrote it. */
    private static Set<String> refusalsBefore(PublishedRun run) {
        try {
            return refusals(run);
        } catch (DataException e) {
            LogManager.getLogger(Night.class).warn("all that is held back counts as new: {}", e.getMessage());
            return Set.of();
        }
    }

    /** Returns what a run held back or refused, to tell whether a later run holds back more. */
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
