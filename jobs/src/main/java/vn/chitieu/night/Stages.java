package vn.chitieu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
import vn.chitieu.attainment.audit.ProgrammeAudit;
import vn.chitieu.catalog.run.RunIdentity;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartJob;
import vn.chitieu.mart.PreviousRun;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.expected.ExpectedDeliveries;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.ingest.ExpectedDelivery;
import vn.chitieu.observation.ingest.IngestJob;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.AreaInputs;
import vn.chitieu.projection.area.ProjectionJob;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.sparse.GrowthReference;

/** The stages of a night in one Spark session, from observations to tables. */
public final class Stages {

    private static final Logger LOG = LogManager.getLogger(Stages.class);

    private final NightListener listener;
    private final Path datasets;
    private final SessionStart start;
    private final boolean isLegacyCarriedOn;

    Stages(NightListener listener, Path datasets, SessionStart start, boolean isLegacyCarriedOn) {
        this.isLegacyCarriedOn = isLegacyCarriedOn;
        this.listener = listener;
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
        begin(Step.SPARK);
        SparkSession spark = start.session();
        Replay replay = (figures, day) -> {
            List<ProjectionTask> tasks = tasks(day, codelists, programmes, figures);
            return stages(spark, figures, day, tasks, codelists, programmes);
        };
        Computed now = replay.of(ingest.observations(), asOf);
        List<Change> changes = List.of();
        if (previous.isPresent()) {
            begin(Step.CHANGES);
            changes = changes(previous.get(), identity, ingest.observations(), now, replay);
        }
        List<Observation> observations = ingest.observations();
        List<ExpectedDelivery> expected = ExpectedDeliveries.of(datasets, forms(programmes, codelists), ingest, asOf);
        List<Finding> findings =
                new ArrayList<>(ProgrammeAudit.findings(programmes, asOf, now.accounts(), observations, codelists));
        findings.addAll(ExpectedDeliveries.findings(expected));
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
                                programmes,
                                asOf,
                                now.projections(),
                                ingest.unitEstimates(),
                                observations,
                                codelists.units()),
                        findings,
                        expected,
                        previous.orElse(null),
                        changes,
                        backtest,
                        isLegacyCarriedOn));
    }

    /** Returns the forms of the programmes, each with the last day of its programme's year and territory. */
    private Map<Form, LocalDate> forms(List<Programme> programmes, Codelists codelists) {
        Map<Form, LocalDate> forms = new LinkedHashMap<>();
        for (Form form : FormCatalogue.read(datasets, codelists).forms().values()) {
            for (Programme programme : programmes) {
                if (programme.programmeId().equals(form.programmeId())) {
                    LocalDate yearEnd = Period.ofYear(programme.year()).end();
                    forms.put(
                            form,
                            codelists
                                    .areaOf(form.areaCode())
                                    .validTo()
                                    .filter(yearEnd::isAfter)
                                    .orElse(yearEnd));
                }
            }
        }
        return forms;
    }

    /** All stages before the tables, on some figures as seen on a day. */
    private interface Replay {
        Computed of(List<Observation> observations, LocalDate day);
    }

    /** What the stages made. */
    private record Computed(
            List<AreaAccount> accounts, List<AreaProjection> projections, List<ProgrammeVerdicts> verdicts) {

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
        DeclaredGaps gaps = DeclaredGaps.read(datasets);
        Units units = codelists.units();
        begin(Step.ACCOUNT);
        Dataset<Row> observations = IngestJob.run(spark, figures);
        Dataset<AreaAccount> accounts =
                AccountJob.run(observations, viewDays(asOf, tasks, codelists)).persist();
        List<AreaAccount> allAccounts = sorted(
                accounts.collectAsList(),
                Comparator.comparing(AreaAccount::areaCode).thenComparing(AreaAccount::asOf));
        begin(Step.PROJECTION);
        String nation = codelists.nation().code();
        RebuiltHistories rebuilt = RebuiltHistories.of(
                figures,
                Stream.concat(Stream.of(asOf), tasks.stream().map(ProjectionTask::evaluatedOn))
                        .toList(),
                codelists.areaParts(),
                codelists.indicators(),
                codelists.historyBreaks());
        Dataset<AreaInputs> inputs = ProjectionJob.inputs(
                        observations, accounts, codelists.indicators(), codelists.historyBreaks(), rebuilt, nation)
                .persist();
        SortedMap<LocalDate, GrowthReference> references = ProjectionJob.references(inputs, nation);
        Dataset<AreaProjection> projections =
                ProjectionJob.run(inputs, tasks, references, tables(datasets)).persist();
        List<AreaProjection> allProjections = sorted(
                projections.collectAsList(),
                Comparator.comparing((AreaProjection p) -> p.task().areaCode())
                        .thenComparing(p -> p.task().year()));
        begin(Step.ATTAINMENT);
        List<ProgrammeVerdicts> verdicts =
                new ArrayList<>(AttainmentJob.run(projections, programmes, asOf, gaps, units, codelists.releaseDays())
                        .collectAsList());
        for (Programme programme : programmes) {
            boolean isJudged =
                    verdicts.stream().anyMatch(verdict -> verdict.programmeId().equals(programme.programmeId()));
            if (!isJudged) {
                verdicts.add(AttainmentJob.withoutSeries(programme, asOf, gaps, units, codelists.releaseDays()));
            }
        }
        verdicts.sort(Comparator.comparing(ProgrammeVerdicts::programmeId));
        return new Computed(allAccounts, allProjections, verdicts);
    }

    /** Returns the office's own pooled tables if it has any, with the holiday of Viet Nam, as all areas are there. */
    public static PooledTables tables(Path datasets) {
        Path own = datasets.resolve("codelist/pooled_tables");
        PooledTables tables =
                Files.isDirectory(own) ? PooledTableFiles.read(own, PooledTables.shipped()) : PooledTables.shipped();
        return tables.withHoliday(LunarNewYear.read(datasets));
    }

    private void begin(Step step) {
        LOG.info("{}", step);
        listener.begin(step);
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
            if (programme.status(asOf) != Programme.Status.NOT_YET_ADOPTED) {
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

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return sorted;
    }
}
