package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.spark.sql.SparkSession;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.Area;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SealedProjection;
import vn.chitieu.projection.area.CarriedAreas.Seen;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * Accounts and projections of all areas: of those with news computed in tasks, of the others taken over from the night
 * before. A projection asks what all areas say of growth, and is made again where one of them says something else.
 */
public final class AreaResultsJob {

    private final SparkSession spark;
    private final AreaViews look;
    private final SortedMap<String, PooledTables> tables;
    private final CarriedAreas carried;
    private final NavigableMap<String, AreaFigures> areas = new TreeMap<>();
    private final Map<String, SortedMap<LocalDate, Seen>> seen = new HashMap<>();

    /**
     * Prepares to work on areas.
     *
     * @param tables by nation; those shipped for a nation without
     */
    public AreaResultsJob(
            SparkSession spark,
            Collection<AreaFigures> areas,
            AreaViews look,
            SortedMap<String, PooledTables> tables,
            CarriedAreas carried) {
        this.spark = spark;
        this.look = look;
        this.tables = tables;
        this.carried = carried;
        for (AreaFigures area : areas) {
            this.areas.put(area.areaCode(), area);
            if (look.isOfItself(area.areaCode())) {
                TreeMap<LocalDate, Seen> days = new TreeMap<>();
                look.days(area.areaCode()).forEach(day -> days.put(day, carried.seen(area, day)));
                seen.put(area.areaCode(), days);
            }
        }
    }

    /**
     * Works on the areas.
     *
     * @param isProjecting told when all accounts are made
     */
    public AreaResults results(Collection<ProjectionTask> tasks, Runnable isProjecting) {
        List<AreaFigures> news = areas.values().stream()
                .filter(area -> !isKnown(area.areaCode()))
                .toList();
        LogManager.getLogger(AreaResultsJob.class).info("{} of {} areas have news", news.size(), areas.size());
        try (ProjectionJob job = ProjectionJob.of(spark, news, look)) {
            List<AreaStatement> statements = new ArrayList<>(job.statements());
            isProjecting.run();
            statements.forEach(this::keep);
            for (String area : areas.keySet()) {
                if (isKnown(area)) {
                    seenOf(area)
                            .values()
                            .forEach(day ->
                                    statements.add(new AreaStatement(carried.account(day), carried.growth(day))));
                }
            }
            List<SealedAccount> accounts = statements.stream()
                    .map(AreaStatement::account)
                    .sorted(Comparator.comparing(SealedAccount::areaCode).thenComparing(SealedAccount::asOf))
                    .toList();
            return new AreaResults(accounts, projections(job, news, tasks, ProjectionJob.together(statements)));
        }
    }

    private List<SealedProjection> projections(
            ProjectionJob job,
            List<AreaFigures> news,
            Collection<ProjectionTask> tasks,
            SortedMap<LocalDate, SortedMap<String, GrowthReference>> references) {
        Map<GrowthReference, String> sums = new HashMap<>();
        List<SealedProjection> projections = new ArrayList<>();
        List<ProjectionTask> asked = new ArrayList<>();
        for (ProjectionTask task : tasks) {
            Optional<SealedProjection> known = seenBy(task)
                    .flatMap(day -> carried.projection(day, task, tablesOf(task).year(), sum(task, references, sums)));
            known.ifPresentOrElse(projections::add, () -> asked.add(task));
        }
        Set<String> withNews = news.stream().map(AreaFigures::areaCode).collect(Collectors.toSet());
        List<SealedProjection> made = new ArrayList<>(job.projections(
                asked.stream()
                        .filter(task -> withNews.contains(task.areaCode()))
                        .toList(),
                references,
                tables));
        List<ProjectionTask> again = asked.stream()
                .filter(task -> !withNews.contains(task.areaCode()) && areas.containsKey(task.areaCode()))
                .toList();
        if (!again.isEmpty()) {
            List<AreaFigures> ofThese = again.stream()
                    .map(ProjectionTask::areaCode)
                    .distinct()
                    .map(areas::get)
                    .toList();
            try (ProjectionJob rest = ProjectionJob.of(spark, ofThese, look)) {
                made.addAll(rest.projections(again, references, tables));
            }
        }
        for (SealedProjection one : made) {
            seenBy(one.task())
                    .ifPresent(day ->
                            carried.keep(day, one, tablesOf(one.task()).year(), sum(one.task(), references, sums)));
        }
        projections.addAll(made);
        projections.sort(Comparator.comparing((SealedProjection p) -> p.task().areaCode())
                .thenComparing(p -> p.task().year()));
        return projections;
    }

    private void keep(AreaStatement statement) {
        SealedAccount account = statement.account();
        Seen day = seenOf(account.areaCode()).get(account.asOf());
        if (day != null) {
            carried.keep(day, account, statement.growth());
        }
    }

    private SortedMap<LocalDate, Seen> seenOf(String area) {
        return seen.getOrDefault(area, new TreeMap<>());
    }

    private Optional<Seen> seenBy(ProjectionTask task) {
        return Optional.ofNullable(seenOf(task.areaCode()).get(task.evaluatedOn()));
    }

    private boolean isKnown(String area) {
        return seen.containsKey(area) && seenOf(area).values().stream().allMatch(carried::has);
    }

    private PooledTables tablesOf(ProjectionTask task) {
        return tables.getOrDefault(Area.nationOf(task.areaCode()), PooledTables.shipped());
    }

    private static String sum(
            ProjectionTask task,
            SortedMap<LocalDate, SortedMap<String, GrowthReference>> references,
            Map<GrowthReference, String> sums) {
        return sums.computeIfAbsent(
                ProjectionJob.reference(references, task.evaluatedOn(), task.areaCode()), GrowthReference::sha256);
    }
}
