package vn.chitieu.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.attainment.JudgingRules;
import vn.chitieu.catalog.rows.Sealed;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.catalog.table.ClusterSession;
import vn.chitieu.mart.ForecastEvaluationTables;
import vn.chitieu.night.NightListener.Step;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjections;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.area.AreaResults;
import vn.chitieu.projection.area.AreaResultsJob;
import vn.chitieu.projection.area.AreaViews;
import vn.chitieu.projection.area.CarriedAreas;
import vn.chitieu.projection.backtest.BacktestJob;
import vn.chitieu.projection.backtest.BacktestLook;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.track.RunRecord;
import vn.chitieu.track.Statements;

/** Accounts, projections and verdicts of any number of days in one pass of the session. */
final class DayStages {

    private static final Logger LOG = LogManager.getLogger(DayStages.class);

    private final NightListener listener;
    private final SessionStart start;
    private final Codelists codelists;
    private final List<Programme> programmes;
    private final JudgingRules rules;
    private final SortedMap<String, PooledTables> tables;
    private final Supplier<CarriedAreas> carried;
    private SortedMap<String, Sealed<?>> made = new TreeMap<>();

    /** @param carried what may be taken over from the night before */
    DayStages(
            NightListener listener,
            SessionStart start,
            Path datasets,
            Codelists codelists,
            List<Programme> programmes,
            Supplier<CarriedAreas> carried) {
        this.listener = listener;
        this.start = start;
        this.codelists = codelists;
        this.programmes = List.copyOf(programmes);
        this.rules = new JudgingRules(DeclaredGaps.read(datasets), codelists.units(), codelists.releaseDays());
        this.tables = OfficeTables.byNation(datasets, codelists);
        this.carried = carried;
    }

    /** Returns what became of the areas when somebody last asked, for the next night to take over. */
    SortedMap<String, Sealed<?>> made() {
        return made;
    }

    /** Says that days will be asked for. */
    void begin() {
        start.begin();
    }

    Codelists codelists() {
        return codelists;
    }

    List<Programme> programmes() {
        return programmes;
    }

    JudgingRules rules() {
        return rules;
    }

    /** Returns the tables by nation. */
    SortedMap<String, PooledTables> tables() {
        return tables;
    }

    /** Returns what the stages make of some figures as seen on each of some days, by day. */
    SortedMap<LocalDate, Computed> of(Figures figures, SortedSet<LocalDate> days) {
        Map<LocalDate, List<ProjectionTask>> tasksOf = new HashMap<>();
        Set<ProjectionTask> tasks = new TreeSet<>(Comparator.comparing(ProjectionTask::areaCode)
                .thenComparing(ProjectionTask::year)
                .thenComparing(ProjectionTask::evaluatedOn));
        SortedSet<LocalDate> views = new TreeSet<>(days);
        for (LocalDate day : days) {
            List<ProjectionTask> ofDay = tasks(day, figures.areas());
            tasksOf.put(day, ofDay);
            tasks.addAll(ofDay);
            ofDay.forEach(task -> views.add(task.evaluatedOn()));
        }
        begin(Step.SPARK);
        SparkSession session = start.session();
        begin(Step.ACCOUNT);
        RebuiltHistories rebuilt = RebuiltHistories.of(
                figures, List.copyOf(views), codelists.areaParts(), codelists.indicators(), codelists.historyBreaks());
        AreaResults results = ClusterSession.during(session, () -> {
            AreaViews look =
                    new AreaViews(read(days, tasks), codelists.indicators(), codelists.historyBreaks(), rebuilt);
            CarriedAreas known = carried.get();
            AreaResults all = new AreaResultsJob(session, AreaFigures.of(figures), look, tables, known)
                    .results(tasks, () -> begin(Step.PROJECTION));
            made = known.kept();
            return all;
        });
        begin(Step.ATTAINMENT);
        SortedMap<LocalDate, Computed> computed = new TreeMap<>();
        for (LocalDate day : days) {
            List<ProjectionTask> ofDay = tasksOf.getOrDefault(day, List.of());
            Set<ProjectionTask> askedOfDay = Set.copyOf(ofDay);
            SortedSet<LocalDate> seenFrom = new TreeSet<>(Set.of(day));
            ofDay.forEach(task -> seenFrom.add(task.evaluatedOn()));
            AreaProjections ofThese = AreaProjections.ofSealed(results.projections().stream()
                    .filter(projection -> askedOfDay.contains(projection.task()))
                    .toList());
            computed.put(
                    day,
                    new Computed(
                            results.accounts().stream()
                                    .filter(account -> seenFrom.contains(account.asOf()))
                                    .toList(),
                            ofThese,
                            rules.verdicts(ofThese, programmes, day)));
        }
        return computed;
    }

    /**
     * Returns what past years projected again say, as known on a day, and how it came out.
     *
     * @param months of each year at whose ends it is looked at, 0 for the end of the year before
     * @param held in which it is held, to be read area by area
     */
    RunRecord.Stated past(Figures figures, LocalDate asOf, int fromYear, SortedSet<Integer> months, SortedRuns held) {
        SparkSession session = start.session();
        return ClusterSession.during(session, () -> {
            try (BacktestJob past =
                    BacktestJob.of(session, AreaFigures.of(figures), BacktestLook.of(codelists, asOf))) {
                past.projections(
                        fromYear,
                        months,
                        tables,
                        Statements::ofPast,
                        (area, entries) -> held.put(area, ForecastEvaluationTables.packed(entries, asOf)));
                return ForecastEvaluationTables.stated(held);
            }
        });
    }

    private void begin(Step step) {
        LOG.info("{}", step);
        listener.begin(step);
    }

    /** Returns what is projected: the year of the as-of date of each area that still was, and each programme's year. */
    List<ProjectionTask> tasks(LocalDate asOf, Collection<String> areaCodes) {
        TreeMap<String, ProjectionTask> tasks = new TreeMap<>();
        for (String areaCode : areaCodes) {
            Area area = codelists.areaOf(areaCode);
            LocalDate last = area.validTo().filter(to -> to.isBefore(asOf)).orElse(asOf);
            ReportingYear calendar = codelists.reportingYears().of(areaCode);
            int year = calendar.yearOf(asOf);
            if (calendar.yearOf(last) == year) {
                tasks.put(areaCode + " " + year, new ProjectionTask(areaCode, year, last));
            }
        }
        for (Programme programme : programmes) {
            if (programme.status(asOf) != Programme.Status.NOT_YET_ADOPTED) {
                tasks.put(
                        programme.areaCode() + " " + programme.year(),
                        new ProjectionTask(programme.areaCode(), programme.year(), programme.evaluatedOn(asOf)));
            }
        }
        return List.copyOf(tasks.values());
    }

    /**
     * Returns the days on which somebody looks at an account: every area on the days asked for, and on another day that
     * an area is projected as seen from, all areas of its nation, because growth is compared across them.
     */
    private EvaluationDays read(SortedSet<LocalDate> days, Collection<ProjectionTask> tasks) {
        SortedMap<String, SortedSet<LocalDate>> ofNations = new TreeMap<>();
        tasks.forEach(task -> ofNations
                .computeIfAbsent(Area.nationOf(task.areaCode()), nation -> new TreeSet<>())
                .add(task.evaluatedOn()));
        EvaluationDays read = new EvaluationDays();
        for (String areaCode : codelists.areas().keySet()) {
            days.forEach(day -> read.add(areaCode, day));
            ofNations.getOrDefault(Area.nationOf(areaCode), new TreeSet<>()).forEach(day -> read.add(areaCode, day));
        }
        return read;
    }
}
