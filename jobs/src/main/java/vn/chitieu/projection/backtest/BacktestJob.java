package vn.chitieu.projection.backtest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.AreaWork;
import vn.chitieu.catalog.rows.Sealed;
import vn.chitieu.observation.Area;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.area.ProjectionJob;
import vn.chitieu.projection.backtest.AreaPast.Point;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * All series of an office with their vintages, to be projected again at points of their complete years. An area is one
 * value, as in {@link ProjectionJob}; what the areas of a nation told of growth is learnt from all before any is
 * projected.
 */
public final class BacktestJob implements AutoCloseable {

    private static final int MONTHS = 12;

    /** So many that few cores wait for the last of them. */
    private static final int TASKS_OF_CORE = 8;

    /** Every month that something of a year may be known to, and 0 for nothing. */
    public static final SortedSet<Integer> EVERY_MONTH = Collections.unmodifiableSortedSet(
            new TreeSet<>(IntStream.range(0, MONTHS).boxed().toList()));

    /** By series, then by time. */
    static final Comparator<PastProjection> ORDER = Comparator.comparing(
                    (PastProjection past) -> past.projection().id())
            .thenComparing(past -> past.projection().year())
            .thenComparing(past -> past.cutoff().endInMonths())
            .thenComparing(PastProjection::cutoff);

    private final JavaSparkContext context;
    private final JavaRDD<List<Tuple2<String, AreaPast>>> tasks;
    private final int present;

    private BacktestJob(JavaSparkContext context, JavaRDD<List<Tuple2<String, AreaPast>>> tasks, int present) {
        this.context = context;
        this.tasks = tasks;
        this.present = present;
    }

    /** What an area could tell of growth, and the last year that it has any figure of. */
    private record Told(int lastYear, TreeMap<Point, GrowthReference> growth) implements Serializable {}

    /** Begins with the figures of some areas, in any order. */
    public static BacktestJob of(SparkSession spark, List<AreaFigures> areas, BacktestLook look) {
        return of(spark, areas, look, ProjectionJob.tasks(spark, areas));
    }

    /** Does the same in as many tasks, which nothing but the time it takes depends on. */
    static BacktestJob of(SparkSession spark, List<AreaFigures> areas, BacktestLook look, int tasks) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<BacktestLook> same = context.broadcast(look);
        return new BacktestJob(
                context,
                context.parallelize(areas, Math.max(1, tasks))
                        .map(area -> new Tuple2<>(area.areaCode(), AreaWork.on(area.areaCode(), () -> same.value()
                                .of(area))))
                        .glom() // Spark would measure what comes one by one again with each
                        .persist(StorageLevel.MEMORY_ONLY()), // what has no room is sooner made again than read
                look.asOf().getYear());
    }

    private JavaPairRDD<String, AreaPast> areas() {
        return tasks.flatMapToPair(List::iterator);
    }

    /** Returns what is to be kept of past projections, in their task: only that leaves it. */
    @FunctionalInterface
    public interface Kept<T extends Serializable> extends Serializable {

        List<T> of(PastProjection past);
    }

    /** What is given what is kept of one area after the other. */
    @FunctionalInterface
    public interface OfAreas<T> {

        void give(String areaCode, List<T> kept);
    }

    /**
     * Gives what is kept of what a night would have made of each series at the end of some months of its complete
     * years, once for each last figure of the year; of an area in the order of ids and of time, areas in any order.
     * Only what some tasks kept is here at a time, sealed until it is given.
     *
     * @param fromYear the first year to project
     * @param months 0, the end of the year before, to 11
     * @param tables by nation; those shipped for a nation without
     */
    public <T extends Serializable> void projections(
            int fromYear,
            SortedSet<Integer> months,
            SortedMap<String, PooledTables> tables,
            Kept<T> kept,
            OfAreas<T> ofAreas) {
        TreeSet<Integer> asked = new TreeSet<>(months);
        Map<String, Told> told = told(fromYear, present, asked);
        int last = told.values().stream().mapToInt(Told::lastYear).reduce(fromYear - 1, Math::max);
        Broadcast<TreeMap<String, SortedMap<Point, GrowthReference>>> growth =
                context.broadcast(new TreeMap<>(references(last > present ? told(fromYear, last, asked) : told, last)));
        Broadcast<TreeMap<String, PooledTables>> ofNations = context.broadcast(new TreeMap<>(tables));
        JavaPairRDD<String, Sealed<ArrayList<T>>> past = areas().mapToPair(area -> {
            String nation = Area.nationOf(area._1());
            return new Tuple2<>(
                    area._1(),
                    AreaWork.on(
                            area._1(),
                            () -> Sealed.of(area
                                    ._2()
                                    .projections(
                                            fromYear,
                                            last,
                                            asked,
                                            ofNations.value().getOrDefault(nation, PooledTables.shipped()),
                                            growth.value().getOrDefault(nation, new TreeMap<>()))
                                    .stream()
                                    .sorted(ORDER)
                                    .flatMap(one -> kept.of(one).stream())
                                    .collect(Collectors.toCollection(ArrayList::new)))));
        });
        int parts = past.getNumPartitions();
        int together = TASKS_OF_CORE * context.defaultParallelism();
        for (int first = 0; first < parts; first += together) {
            int[] some =
                    IntStream.range(first, Math.min(first + together, parts)).toArray();
            for (List<Tuple2<String, Sealed<ArrayList<T>>>> ofTask : past.collectPartitions(some)) {
                ofTask.forEach(area -> ofAreas.give(area._1(), area._2().open()));
            }
        }
    }

    private Map<String, Told> told(int fromYear, int lastYear, SortedSet<Integer> months) {
        return areas().mapValues(
                        area -> new Told(area.lastYear(), new TreeMap<>(area.growth(fromYear, lastYear, months))))
                .collectAsMap();
    }

    private static SortedMap<String, SortedMap<Point, GrowthReference>> references(
            Map<String, Told> ofAreas, int lastYear) {
        TreeMap<String, TreeMap<Point, List<GrowthReference>>> told = new TreeMap<>();
        new TreeMap<>(ofAreas).forEach((areaCode, area) -> area.growth()
                .headMap(new Point(lastYear, MONTHS))
                .forEach((point, growth) -> told.computeIfAbsent(Area.nationOf(areaCode), nation -> new TreeMap<>())
                        .computeIfAbsent(point, p -> new ArrayList<>())
                        .add(growth)));
        TreeMap<String, SortedMap<Point, GrowthReference>> references = new TreeMap<>();
        told.forEach((nation, points) -> points.forEach((point, growth) -> references
                .computeIfAbsent(nation, code -> new TreeMap<>())
                .put(point, GrowthReference.together(growth))));
        return references;
    }

    /** Returns, by code of the area, how many series that a night projects are not among those tested. */
    public SortedMap<String, Long> untested(Collection<SeriesId> tested) {
        Broadcast<TreeSet<SeriesId>> all = context.broadcast(new TreeSet<>(tested));
        Map<String, Long> untested = areas().mapValues(area -> area.untested(all.value()))
                .filter(area -> area._2() > 0)
                .collectAsMap();
        return new TreeMap<>(untested);
    }

    /**
     * Returns what {@link PooledTablesEstimation} learns from: for each dense series and each month or quarter before
     * the last, the projections of its complete years.
     *
     * @param beforeYear the year being projected, which is not among them, nor are later ones
     */
    public List<PooledRow> pooledRows(int beforeYear, SortedMap<String, PooledTables> tables) {
        Broadcast<TreeMap<String, PooledTables>> ofNations = context.broadcast(new TreeMap<>(tables));
        return inOrder(areas().mapToPair(area -> new Tuple2<>(
                        area._1(),
                        area._2()
                                .pooledRows(
                                        beforeYear,
                                        ofNations
                                                .value()
                                                .getOrDefault(Area.nationOf(area._1()), PooledTables.shipped())))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Returns what came of each area, in the order of their codes. */
    private static <T> Collection<T> inOrder(JavaPairRDD<String, T> ofAreas) {
        return new TreeMap<>(ofAreas.collectAsMap()).values();
    }

    /** Lets go of what the areas were. */
    @Override
    public void close() {
        tasks.unpersist();
    }
}
