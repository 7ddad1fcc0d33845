package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.AreaWork;
import vn.chitieu.observation.Area;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SealedProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * Accounts and projections of every area. An area is one value, which travels to a task once; what it was seen as stays
 * with the executors until all is projected, and only results come back.
 */
public final class ProjectionJob implements AutoCloseable {

    /** So many areas' worth of figures in one task that it takes some seconds. */
    private static final int FIGURES_OF_TASK = 20_000;

    private static final int TASKS_OF_CORE = 4;

    private final JavaSparkContext context;
    private final JavaRDD<List<List<AreaViews.View>>> tasks;

    private ProjectionJob(JavaSparkContext context, JavaRDD<List<List<AreaViews.View>>> tasks) {
        this.context = context;
        this.tasks = tasks;
    }

    /** Begins with the figures of some areas, in any order. */
    static ProjectionJob of(SparkSession spark, List<AreaFigures> areas, AreaViews look) {
        return of(spark, areas, look, tasks(spark, areas));
    }

    /** Returns in how many tasks some areas are worked on. */
    public static int tasks(SparkSession spark, List<AreaFigures> areas) {
        long figures = areas.stream().mapToLong(area -> area.vintages().size()).sum();
        int most = TASKS_OF_CORE * spark.sparkContext().defaultParallelism();
        return (int) Math.max(Math.min(areas.size(), most), figures / FIGURES_OF_TASK);
    }

    /** Does the same in as many tasks, which nothing but the time it takes depends on. */
    static ProjectionJob of(SparkSession spark, List<AreaFigures> areas, AreaViews look, int tasks) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<AreaViews> same = context.broadcast(look);
        return new ProjectionJob(
                context,
                context.parallelize(areas, Math.max(1, tasks))
                        .map(area ->
                                AreaWork.on(area.areaCode(), () -> same.value().of(area)))
                        .glom() // Spark would measure what comes one by one again with each
                        .persist(StorageLevel.MEMORY_ONLY())); // what has no room is sooner made again than read
    }

    private JavaRDD<AreaViews.View> views() {
        return tasks.flatMap(areas -> areas.stream().flatMap(List::stream).iterator());
    }

    /** Returns one statement per area and day, in any order. */
    List<AreaStatement> statements() {
        return views().map(AreaViews.View::statement).collect();
    }

    /** Returns what all areas of a nation together say of growth, by day and nation. */
    static SortedMap<LocalDate, SortedMap<String, GrowthReference>> together(Collection<AreaStatement> all) {
        TreeMap<LocalDate, TreeMap<String, List<GrowthReference>>> told = new TreeMap<>();
        for (AreaStatement one : all) {
            if (!one.growth().isEmpty()) {
                told.computeIfAbsent(one.account().asOf(), day -> new TreeMap<>())
                        .computeIfAbsent(Area.nationOf(one.account().areaCode()), nation -> new ArrayList<>())
                        .addAll(one.growth());
            }
        }
        TreeMap<LocalDate, SortedMap<String, GrowthReference>> references = new TreeMap<>();
        told.forEach((day, ofNations) -> ofNations.forEach((nation, ofAreas) ->
                references.computeIfAbsent(day, d -> new TreeMap<>()).put(nation, GrowthReference.together(ofAreas))));
        return references;
    }

    /** Returns what all areas of a nation say on a day; nothing where none says anything. */
    static GrowthReference reference(
            Map<LocalDate, SortedMap<String, GrowthReference>> references, LocalDate day, String areaCode) {
        return references
                .getOrDefault(day, new TreeMap<>())
                .getOrDefault(Area.nationOf(areaCode), GrowthReference.none());
    }

    /**
     * Returns what became of the series of each task, sealed, by area and year.
     *
     * @param tables by nation; those shipped for a nation without
     */
    List<SealedProjection> projections(
            List<ProjectionTask> tasks,
            SortedMap<LocalDate, SortedMap<String, GrowthReference>> references,
            SortedMap<String, PooledTables> tables) {
        TreeMap<String, ArrayList<ProjectionTask>> ofAreas = new TreeMap<>();
        tasks.forEach(task -> ofAreas.computeIfAbsent(task.areaCode(), area -> new ArrayList<>())
                .add(task));
        Broadcast<TreeMap<String, ArrayList<ProjectionTask>>> asked = context.broadcast(ofAreas);
        Broadcast<TreeMap<LocalDate, SortedMap<String, GrowthReference>>> growth =
                context.broadcast(new TreeMap<>(references));
        Broadcast<TreeMap<String, PooledTables>> ofNations = context.broadcast(new TreeMap<>(tables));
        List<SealedProjection> projections = new ArrayList<>(
                views().flatMap(view -> asked.value().getOrDefault(view.inputs().areaCode(), new ArrayList<>()).stream()
                                .filter(task ->
                                        task.evaluatedOn().equals(view.inputs().asOf()))
                                .map(task -> AreaWork.on(
                                        task.areaCode(),
                                        () -> SealedProjection.of(
                                                projection(view.inputs(), task, growth.value(), ofNations.value()))))
                                .iterator())
                        .collect());
        projections.sort(Comparator.comparing((SealedProjection p) -> p.task().areaCode())
                .thenComparing(p -> p.task().year()));
        return projections;
    }

    private static AreaProjection projection(
            AreaInputs area,
            ProjectionTask task,
            Map<LocalDate, SortedMap<String, GrowthReference>> references,
            SortedMap<String, PooledTables> tables) {
        return new AreaProjection(
                task,
                AreaProjector.project(
                        area.inputs(),
                        task.year(),
                        task.evaluatedOn(),
                        tables.getOrDefault(Area.nationOf(area.areaCode()), PooledTables.shipped()),
                        reference(references, area.asOf(), area.areaCode())));
    }

    /** Lets go of what the areas were seen as. */
    @Override
    public void close() {
        tasks.unpersist();
    }
}
