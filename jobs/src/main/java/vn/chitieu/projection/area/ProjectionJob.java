package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.observation.ingest.IngestJob;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.projection.sparse.GrowthReference;

/** Projects every series of every area to the end of its year. */
public final class ProjectionJob {

    private ProjectionJob() {}

    /**
     * Returns the series of each area, once for each day that its account was made for.
     *
     * @param observations rows of {@link IngestJob}
     * @param rebuilt what merged areas were before, stated for the same days
     */
    public static Dataset<AreaInputs> inputs(
            Dataset<Row> observations,
            Dataset<AreaAccount> accounts,
            Map<String, Indicator> facts,
            List<HistoryBreak> breaks,
            RebuiltHistories rebuilt) {
        Map<String, Indicator> factsByCode = new TreeMap<>(facts);
        List<HistoryBreak> cuts = new ArrayList<>(breaks);
        MapFunction<Row, String> observationArea = row -> row.getString(0);
        MapFunction<AreaAccount, String> accountArea = AreaAccount::areaCode;
        CoGroupFunction<String, Row, AreaAccount, AreaInputs> assemble = (areaCode, rows, views) ->
                inputs(rows, views, factsByCode, cuts, rebuilt).iterator();
        return observations
                .groupByKey(observationArea, Encoders.STRING())
                .cogroup(
                        accounts.groupByKey(accountArea, Encoders.STRING()),
                        assemble,
                        Encoders.javaSerialization(AreaInputs.class));
    }

    /**
     * Returns what all areas of a nation together say of growth, by day and nation; only the nation's series, growth
     * rates and volumes travel, and nothing rebuilt: the parts have said it.
     */
    public static SortedMap<LocalDate, SortedMap<String, GrowthReference>> references(Dataset<AreaInputs> inputs) {
        MapFunction<AreaInputs, AreaInputs> telling = area -> new AreaInputs(
                area.areaCode(),
                area.asOf(),
                area.inputs().stream()
                        .flatMap(input -> input.own().stream())
                        .filter(input -> AreaProjector.isOfReference(input))
                        .toList());
        TreeMap<LocalDate, List<SeriesInput>> byDay = new TreeMap<>();
        for (AreaInputs area : inputs.map(telling, Encoders.javaSerialization(AreaInputs.class))
                .collectAsList()) {
            byDay.computeIfAbsent(area.asOf(), day -> new ArrayList<>()).addAll(area.inputs());
        }
        TreeMap<LocalDate, SortedMap<String, GrowthReference>> references = new TreeMap<>();
        byDay.forEach((day, series) -> references.put(day, AreaProjector.references(series)));
        return references;
    }

    /**
     * Returns what became of the series of each task.
     *
     * @param tables by nation; those shipped for a nation without
     */
    public static Dataset<AreaProjection> run(
            Dataset<AreaInputs> inputs,
            List<ProjectionTask> tasks,
            SortedMap<LocalDate, SortedMap<String, GrowthReference>> references,
            SortedMap<String, PooledTables> tables) {
        List<ProjectionTask> all = new ArrayList<>(tasks);
        TreeMap<LocalDate, SortedMap<String, GrowthReference>> byDay = new TreeMap<>(references);
        TreeMap<String, PooledTables> ofNations = new TreeMap<>(tables);
        FlatMapFunction<AreaInputs, AreaProjection> project =
                area -> projections(area, all, byDay, ofNations).iterator();
        return inputs.flatMap(project, Encoders.javaSerialization(AreaProjection.class));
    }

    private static List<AreaInputs> inputs(
            Iterator<Row> rows,
            Iterator<AreaAccount> views,
            Map<String, Indicator> facts,
            List<HistoryBreak> breaks,
            RebuiltHistories rebuilt) {
        List<Observation> observations = new ArrayList<>();
        rows.forEachRemaining(row -> observations.add(IngestJob.toObservation(row)));
        List<AreaInputs> inputs = new ArrayList<>();
        views.forEachRemaining(account -> inputs.add(new AreaInputs(
                account.areaCode(),
                account.asOf(),
                rebuilt.with(
                        account.areaCode(),
                        account.asOf(),
                        SeriesInputs.assemble(
                                Vintages.latestByKey(Vintages.visible(observations, account.asOf()), account.asOf())
                                        .values(),
                                account.result().figures(),
                                facts,
                                breaks)))));
        return inputs;
    }

    private static List<AreaProjection> projections(
            AreaInputs area,
            List<ProjectionTask> tasks,
            Map<LocalDate, SortedMap<String, GrowthReference>> references,
            SortedMap<String, PooledTables> tables) {
        String nation = Area.nationOf(area.areaCode());
        List<AreaProjection> projections = new ArrayList<>();
        for (ProjectionTask task : tasks) {
            if (task.areaCode().equals(area.areaCode()) && task.evaluatedOn().equals(area.asOf())) {
                GrowthReference reference = references
                        .getOrDefault(area.asOf(), new TreeMap<>())
                        .getOrDefault(nation, GrowthReference.none());
                projections.add(new AreaProjection(
                        task,
                        AreaProjector.project(
                                area.inputs(),
                                task.year(),
                                task.evaluatedOn(),
                                tables.getOrDefault(nation, PooledTables.shipped()),
                                reference)));
            }
        }
        return projections;
    }
}
