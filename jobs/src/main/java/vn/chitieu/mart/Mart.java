package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.attainment.AssessedTargets;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.EstimateReview;
import vn.chitieu.attainment.PaceStep;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TrackedQuantities.Quantity;
import vn.chitieu.catalog.rows.PackedRows;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.run.StagedRun;
import vn.chitieu.catalog.table.OrderedRows;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.dictionary.UnnamedCodes;
import vn.chitieu.method.parallel.ParallelTasks;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.KeptFigures;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.AreaProjections;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.track.RunRecord;

/**
 * Every published table of a run, made of what the stages made. Tables that are told area by area are made so, and only
 * the rows of one area are objects at a time; all others are small.
 */
public final class Mart implements AutoCloseable {

    private final Map<String, Table> small = new LinkedHashMap<>();
    private final SortedRuns ofAreas;

    private Mart(SortedRuns ofAreas) {
        this.ofAreas = ofAreas;
    }

    /**
     * What the stages made of the observations of a run.
     *
     * @param accounts of the as-of date and of each day that a programme is evaluated on; figures are published of the
     *     first only
     * @param auditFindings what the audits of the programmes found, and what is missing or late
     * @param expected which deliveries were expected
     * @param changes since {@code previous}, which is null for the first run
     * @param judgements of persons, whether in force or not
     * @param record what was stated until now, this run's statements with it, to be made area by area
     * @param isLegacyCarriedOn whether dissolved territories are carried on by their last known share
     */
    public record StageResults(
            ValidationReport report,
            List<SealedAccount> accounts,
            AreaProjections projections,
            List<ProgrammeVerdicts> verdicts,
            List<EstimateReview> reviews,
            List<ExpertJudgement> judgements,
            List<Finding> auditFindings,
            List<ExpectedDelivery> expected,
            @Nullable PreviousRun previous,
            List<Change> changes,
            RunRecord record,
            boolean isLegacyCarriedOn) {

        public StageResults {
            accounts = List.copyOf(accounts);
            verdicts = List.copyOf(verdicts);
            reviews = List.copyOf(reviews);
            judgements = List.copyOf(judgements);
            auditFindings = List.copyOf(auditFindings);
            expected = List.copyOf(expected);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Makes the tables of {@link MartTables#all()}.
     *
     * @param before what the runs before said of targets and series
     */
    public static Mart of(
            RunIdentity identity,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            StageResults results,
            RunHistory before) {
        SortedRuns runs = SortedRuns.open();
        try {
            Mart mart = new Mart(runs);
            mart.make(identity, codelists, programmes, ingest, results, before);
            return mart;
        } catch (RuntimeException | Error e) {
            runs.close();
            throw e;
        }
    }

    private void make(
            RunIdentity identity,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            StageResults results,
            RunHistory before) {
        RunStamp stamp = new RunStamp(identity.runId().text(), identity.asOf());
        List<Finding> findings = new ArrayList<>(ingest.findings(identity.asOf()));
        findings.addAll(results.report().findings());
        findings.addAll(results.auditFindings());
        List<TargetAttainment> attainments = AssessedTargets.judged(
                results.verdicts().stream()
                        .flatMap(v -> v.attainments().stream())
                        .toList(),
                ingest.unitAssessments());
        List<PaceStep> pace =
                results.verdicts().stream().flatMap(v -> v.pace().stream()).toList();
        Table targetHistory = HistoryTables.targets(before, attainments, stamp);
        List<Table> dimensions = dimensions(codelists, results.report());
        UnnamedCodes unnamed = new UnnamedCodes(dimensions);
        unnamed.name(DimensionTables.indicator(codelists, List.of()));
        unnamed.look(targetHistory);
        PeriodCodes codes = new PeriodCodes(codelists.reportingYears(), programmes);
        SortedSet<String> periods = new ConcurrentSkipListSet<>();
        SortedSet<String> indicators = new ConcurrentSkipListSet<>();
        Set<Quantity> changed = results.changes().stream().map(Change::quantity).collect(Collectors.toSet());
        Map<Quantity, ChangeTables.Subject> changedSeries = new ConcurrentSkipListMap<>();

        AreaMart areaMart = new AreaMart(codelists, before, stamp);
        ByArea areas = ByArea.of(ingest, results, before, identity.asOf());
        List<Callable<List<Finding>>> tasks = areas.codes().stream()
                .<Callable<List<Finding>>>map(area -> () -> {
                    AreaMart.Made made = areas.made(area);
                    changedSeries.putAll(ChangeTables.ofSeries(made.projections(), changed));
                    for (Table table : areaMart.of(made)) {
                        if (table.spec().equals(MartTables.TRACK_RECORD)) {
                            unnamed.look(table);
                        }
                        if (table.spec().equals(MartTables.PROJECTION_HISTORY)) {
                            unnamed.look(table);
                            indicators.addAll(HistoryTables.indicators(table));
                        }
                        Table coded = codes.of(table);
                        periods.addAll(DimensionTables.periods(coded));
                        ofAreas.put(area, PackedRows.of(coded.spec(), coded.rows()));
                    }
                    return made.accounts().stream()
                            .flatMap(account -> account.result().findings().stream())
                            .toList();
                })
                .toList();
        ParallelTasks.of(tasks).forEach(findings::addAll);
        Table indicator = DimensionTables.indicator(codelists, indicators);
        unnamed.name(indicator);
        findings.addAll(unnamed.findings());

        List<Table> tables = new ArrayList<>(List.of(
                AttainmentTables.targetAttainment(attainments, results.reviews(), stamp),
                AttainmentTables.requiredPace(pace, stamp),
                AttainmentTables.estimateReview(results.reviews(), stamp),
                JudgementTables.judgement(results.judgements(), attainments, stamp),
                ChangeTables.changeExplanation(
                        results.changes(), results.previous(), changedSeries, attainments, stamp),
                targetHistory,
                AreaHistoryTables.areaHistory(
                        codelists, ingest.observations(), results.isLegacyCarriedOn() ? programmes : List.of(), stamp),
                ObservationTables.quarantine(
                        ingest.quarantined(), KeptFigures.of(results.report(), ingest.observations()), stamp),
                ObservationTables.finding(findings, stamp),
                ExpectedTables.expectedDelivery(results.expected(), stamp)));
        tables.addAll(dimensions);
        tables.add(indicator);
        tables.replaceAll(codes::of);
        tables.forEach(table -> periods.addAll(DimensionTables.periods(table)));
        tables.add(DimensionTables.period(periods));
        tables.add(DimensionTables.target(programmes, identity.asOf()));
        tables.add(DimensionTables.dataDictionary());
        tables.add(RunTables.run(identity, ingest, results.previous()));
        tables.forEach(table -> small.put(table.spec().name(), table));
    }

    private static List<ProjectionTables.Dated> dated(List<AreaProjection> projections) {
        return projections.stream()
                .flatMap(projection -> projection.series().stream()
                        .map(series -> new ProjectionTables.Dated(
                                series, projection.task().evaluatedOn())))
                .toList();
    }

    /** Returns the dimensions that no row adds to. */
    private static List<Table> dimensions(Codelists codelists, ValidationReport report) {
        return List.of(
                DimensionTables.area(codelists),
                DimensionTables.activity(codelists),
                DimensionTables.unit(codelists),
                DimensionTables.code(
                        codelists,
                        report.outcomes().stream()
                                .map(ValidationReport.Outcome::rule)
                                .toList()));
    }

    /** What is known and was made of each area, by its code. */
    private record ByArea(
            Figures figures,
            Figures plans,
            Map<String, List<SealedAccount>> accounts,
            AreaProjections projections,
            RunRecord record,
            RunHistory before) {

        private static ByArea of(IngestResult ingest, StageResults results, RunHistory before, LocalDate asOf) {
            return new ByArea(
                    ingest.observations(),
                    ingest.planFigures(),
                    results.accounts().stream()
                            .filter(account -> account.asOf().equals(asOf))
                            .collect(Collectors.groupingBy(SealedAccount::areaCode)),
                    results.projections(),
                    results.record(),
                    before);
        }

        private NavigableSet<String> codes() {
            NavigableSet<String> codes = new TreeSet<>(figures.areas());
            List.of(plans.areas(), accounts.keySet(), projections.areas(), record.areas(), before.areas())
                    .forEach(codes::addAll);
            return codes;
        }

        private AreaMart.Made made(String area) {
            Collection<Observation> ofArea = figures.of(area);
            List<ProjectionTables.Dated> dated = dated(projections.of(area));
            List<SeriesProjection> series =
                    dated.stream().map(ProjectionTables.Dated::projection).toList();
            return new AreaMart.Made(
                    area,
                    ofArea,
                    plans.of(area),
                    accounts.getOrDefault(area, List.of()).stream()
                            .map(SealedAccount::open)
                            .toList(),
                    dated,
                    record.of(area, series, ofArea).entries());
        }
    }

    /** Returns a table of a run that is not published. */
    public Table table(String name) {
        Table table = small.get(name);
        if (table != null) {
            return table;
        }
        TableSpec spec = MartTables.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expecting a published table but was '" + name + "'"));
        List<@Nullable Object[]> rows = new ArrayList<>();
        ofAreas.rows(spec).forEachRemaining(rows::add);
        return new Table(spec, rows);
    }

    /** Writes the tables of {@link MartTables#all()}, in that order, and returns their listings. */
    public List<PublishedTable> write(StagedRun staged) {
        return staged.write(
                MartTables.all(),
                spec -> small.containsKey(spec.name())
                        ? small.get(spec.name()).rows().size()
                        : ofAreas.size(spec),
                spec -> {
                    Table table = small.get(spec.name());
                    return table == null ? OrderedRows.of(spec, ofAreas.rows(spec)) : OrderedRows.of(table);
                });
    }

    /** Lets go of the rows. */
    @Override
    public void close() {
        ofAreas.close();
    }
}
