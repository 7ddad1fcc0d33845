package vn.chitieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.area.AccountJob;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.attainment.AttainmentJob;
import vn.chitieu.attainment.ChangeCause;
import vn.chitieu.attainment.ChangeExplanation;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.EstimateReviews;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.attainment.Units;
import vn.chitieu.attainment.audit.ProgrammeAudit;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartJob;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.IngestJob;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.HistoryBreak;
import vn.chitieu.projection.IndicatorFacts;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.AreaInputs;
import vn.chitieu.projection.area.ProjectionJob;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.text.Texts;

/** The stages of a night in one Spark session, from observations to tables. */
final class Stages {

    private static final Logger LOG = LogManager.getLogger(Stages.class);

    private final Terminal terminal;
    private final Texts messages;
    private final Path datasets;
    private final SessionStart start;
    private final boolean isLegacyCarriedOn;

    Stages(Terminal terminal, Texts messages, Path datasets, SessionStart start, boolean isLegacyCarriedOn) {
        this.isLegacyCarriedOn = isLegacyCarriedOn;
        this.terminal = terminal;
        this.messages = messages;
        this.datasets = datasets;
        this.start = start;
    }

    /**
     * Returns every table of the run.
     *
     * @param backtest the last backtest; without rows if there is none
     * @param previous the run to explain changes from, if there is one
     */
    List<Table> run(
            RunIdentity identity,
            Codelists codelists,
            List<Programme> programmes,
            IngestResult ingest,
            Table backtest,
            Optional<PreviousRun> previous) {
        LocalDate asOf = identity.asOf();
        step("progress.spark");
        SparkSession spark = start.session();
        Replay replay = (figures, day) -> {
            List<ProjectionTask> tasks = tasks(day, codelists, programmes, figures);
            return stages(spark, figures, day, tasks, codelists, programmes);
        };
        Computed now = replay.of(ingest.observations(), asOf);
        List<Change> changes = List.of();
        if (previous.isPresent()) {
            step("progress.changes");
            changes = changes(previous.get(), identity, ingest.observations(), now, replay);
        }
        List<Observation> observations = ingest.observations();
        return MartJob.run(
                identity,
                codelists,
                programmes,
                ingest,
                new MartJob.StageResults(
                        ValidationReport.of(ValidationRules.read(datasets), observations, asOf, codelists),
                        now.accounts(),
                        now.projections(),
                        now.verdicts(),
                        EstimateReviews.of(
                                programmes, asOf, now.projections(), ingest.unitEstimates(), observations, now.units()),
                        ProgrammeAudit.findings(programmes, asOf, now.accounts(), observations, codelists),
                        previous.orElse(null),
                        changes,
                        backtest,
                        isLegacyCarriedOn));
    }

    /** All stages before the tables, on some figures as seen on a day. */
    private interface Replay {
        Computed of(List<Observation> observations, LocalDate day);
    }

    /** What the stages made. */
    private record Computed(
            List<AreaAccount> accounts,
            List<AreaProjection> projections,
            List<ProgrammeVerdicts> verdicts,
            Units units) {

        TrackedQuantities standing(Map<TrackedQuantities.Quantity, Integer> versions) {
            return TrackedQuantities.of(
                    projections.stream()
                            .flatMap(area -> area.outcomes().stream())
                            .flatMap(outcome -> outcome instanceof SeriesProjection projection
                                    ? Stream.of(projection)
                                    : Stream.empty())
                            .toList(),
                    verdicts.stream().flatMap(v -> v.attainments().stream()).toList(),
                    versions);
        }
    }

    /** Nothing is computed again where nothing moved, for a method that is the same, and for figures not revised. */
    private static List<Change> changes(
            PreviousRun previous, RunIdentity identity, List<Observation> observations, Computed now, Replay replay) {
        TrackedQuantities last = now.standing(Map.of());
        if (last.equals(previous.standing())) {
            return List.of();
        }
        TrackedQuantities method = previous.hasMethodOf(identity)
                ? previous.standing()
                : replay.of(previous.vintagesOf(observations), previous.asOf()).standing(previous.versions());
        TrackedQuantities revised = previous.isRevised(observations, identity.asOf())
                ? replay.of(previous.figuresOf(observations), identity.asOf()).standing(previous.versions())
                : method;
        return ChangeExplanation.of(
                previous.standing(),
                Map.of(
                        ChangeCause.METHOD,
                        method,
                        ChangeCause.REVISED_DATA,
                        revised,
                        ChangeCause.NEW_DATA,
                        now.standing(previous.versions()),
                        ChangeCause.TARGET,
                        last));
    }

    private Computed stages(
            SparkSession spark,
            List<Observation> figures,
            LocalDate asOf,
            List<ProjectionTask> tasks,
            Codelists codelists,
            List<Programme> programmes) {
        DeclaredGaps gaps;
        Units units;
        try {
            gaps = DeclaredGaps.read(datasets.resolve("codelist/declared_gap.csv"));
            units = Units.read(datasets.resolve("codelist/CL_UNIT.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        step("progress.account");
        Dataset<Row> observations = IngestJob.run(spark, figures);
        Dataset<AreaAccount> accounts =
                AccountJob.run(observations, viewDays(asOf, tasks, codelists)).persist();
        List<AreaAccount> allAccounts = sorted(
                accounts.collectAsList(),
                Comparator.comparing(AreaAccount::areaCode).thenComparing(AreaAccount::asOf));
        step("progress.projection");
        RebuiltHistories rebuilt = RebuiltHistories.of(
                figures,
                Stream.concat(Stream.of(asOf), tasks.stream().map(ProjectionTask::evaluatedOn))
                        .toList(),
                codelists.areaParts(),
                codelists.indicators(),
                facts(codelists),
                breaks(codelists));
        Dataset<AreaInputs> inputs = ProjectionJob.inputs(
                        observations, accounts, facts(codelists), breaks(codelists), rebuilt)
                .persist();
        SortedMap<LocalDate, GrowthReference> references = ProjectionJob.references(inputs, nation(codelists));
        Dataset<AreaProjection> projections =
                ProjectionJob.run(inputs, tasks, references, tables(datasets)).persist();
        List<AreaProjection> allProjections = sorted(
                projections.collectAsList(),
                Comparator.comparing((AreaProjection p) -> p.task().areaCode())
                        .thenComparing(p -> p.task().year()));
        step("progress.attainment");
        List<ProgrammeVerdicts> verdicts = new ArrayList<>(
                AttainmentJob.run(projections, programmes, asOf, gaps, units).collectAsList());
        for (Programme programme : programmes) {
            boolean isJudged =
                    verdicts.stream().anyMatch(verdict -> verdict.programmeId().equals(programme.programmeId()));
            if (!isJudged) {
                verdicts.add(AttainmentJob.withoutSeries(programme, asOf, gaps, units));
            }
        }
        verdicts.sort(Comparator.comparing(ProgrammeVerdicts::programmeId));
        return new Computed(allAccounts, allProjections, verdicts, units);
    }

    /** Returns the office's own pooled tables if it has any, with the holiday of Viet Nam, as all areas are there. */
    static PooledTables tables(Path datasets) {
        Path own = datasets.resolve("codelist/pooled_tables");
        PooledTables tables =
                Files.isDirectory(own) ? PooledTableFiles.read(own, PooledTables.shipped()) : PooledTables.shipped();
        return tables.withHoliday(LunarNewYear.read(datasets.resolve("codelist/lunar_new_year.csv")));
    }

    private void step(String key) {
        LOG.info("{}", key);
        terminal.progress(messages.text(key));
    }

    /** Returns what is projected: the year of the as-of date of each area that still was, and each programme's year. */
    static List<ProjectionTask> tasks(
            LocalDate asOf, Codelists codelists, List<Programme> programmes, List<Observation> observations) {
        TreeMap<String, ProjectionTask> tasks = new TreeMap<>();
        observations.stream()
                .map(observation -> observation.key().areaCode())
                .distinct()
                .forEach(areaCode -> {
                    Area area = codelists.areaOf(areaCode);
                    LocalDate last =
                            area.validTo().filter(to -> to.isBefore(asOf)).orElse(asOf);
                    if (last.getYear() == asOf.getYear()) {
                        tasks.put(areaCode + " " + asOf.getYear(), new ProjectionTask(areaCode, asOf.getYear(), last));
                    }
                });
        for (Programme programme : programmes) {
            if (programme.standing(asOf) != Programme.Standing.NOT_YET_ADOPTED) {
                tasks.put(
                        programme.areaCode() + " " + programme.year(),
                        new ProjectionTask(programme.areaCode(), programme.year(), programme.evaluatedOn(asOf)));
            }
        }
        return List.copyOf(tasks.values());
    }

    /** Every area is seen from every day of a task, because growth is compared across areas as of one day. */
    private static EvaluationDays viewDays(LocalDate asOf, List<ProjectionTask> tasks, Codelists codelists) {
        EvaluationDays days = new EvaluationDays();
        for (String areaCode : codelists.areas().keySet()) {
            days.add(areaCode, asOf);
            tasks.forEach(task -> days.add(areaCode, task.evaluatedOn()));
        }
        return days;
    }

    private static String nation(Codelists codelists) {
        return codelists.areas().values().stream()
                .filter(area -> area.level().equals("country"))
                .map(Area::code)
                .findFirst()
                .orElse("");
    }

    static Map<String, IndicatorFacts> facts(Codelists codelists) {
        Map<String, IndicatorFacts> facts = new TreeMap<>();
        for (Indicator indicator : codelists.indicators().values()) {
            facts.put(
                    indicator.code(),
                    new IndicatorFacts(
                            indicator.code(),
                            indicator.unitCode(),
                            IndicatorKind.ofCode(indicator.kind()),
                            indicator.aggregation().equals("none")
                                    ? null
                                    : Aggregation.valueOf(
                                            indicator.aggregation().toUpperCase(Locale.ROOT)),
                            indicator.minValue().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                            indicator.maxValue().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY),
                            indicator.baseCode().orElse("")));
        }
        return facts;
    }

    static List<HistoryBreak> breaks(Codelists codelists) {
        return codelists.historyBreaks().stream()
                .map(b -> new HistoryBreak(b.indicatorCode(), b.areaCode(), b.fromPeriod()))
                .toList();
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return sorted;
    }
}
