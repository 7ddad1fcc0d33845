package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.area.AccountJob;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestJob;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.series.SeriesFigures;

class ProjectionJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", ".."), "datasets");
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    /** The figures of Hậu Giang and its neighbours, in whatever order and partitions, with later ones among them. */
    @Test
    void partitionsOrderAndLaterVintagesChangeNothing() throws IOException {
        Codelists codelists = Codelists.read(DATASETS);
        List<Observation> all = Ingest.read(DATASETS, codelists).observations().stream()
                .filter(observation -> observation.key().areaCode().startsWith("VN-"))
                .toList();
        List<Observation> known = all.stream()
                .filter(observation -> !observation.publishedDate().isAfter(AS_OF))
                .toList();
        assertThat(known).hasSizeLessThan(all.size());
        try (SparkSession spark = SparkSession.builder()
                .appName("projection-job")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "3")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate()) {
            List<String> expected = projections(spark, known, 1);
            assertThat(expected).hasSizeGreaterThan(10);
            for (int partitions : new int[] {3, 7}) {
                List<Observation> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(partitions));
                assertThat(projections(spark, shuffled, partitions)).isEqualTo(expected);
            }
        }
    }

    private static List<String> projections(SparkSession spark, List<Observation> observations, int partitions) {
        Dataset<Row> rows = IngestJob.run(spark, observations).repartition(partitions);
        EvaluationDays days = new EvaluationDays();
        for (String area : List.of("VN-HG", "VN-CT-2004", "VN-ST")) {
            days.add(area, AS_OF);
        }
        Dataset<AreaAccount> accounts = AccountJob.run(rows, days);
        TreeMap<String, Indicator> facts = new TreeMap<>();
        for (Indicator of : List.of(
                SeriesFigures.GRDP_GROWTH,
                SeriesFigures.growth("value_added_growth", "value_added"),
                SeriesFigures.growth("net_product_taxes_growth", "net_product_taxes"),
                SeriesFigures.indicator(
                        "value_added_contribution",
                        "pct_points",
                        IndicatorKind.CONTRIBUTION,
                        null,
                        -100,
                        100,
                        "value_added"),
                SeriesFigures.indicator(
                        "grdp_per_capita",
                        "million_vnd_per_person",
                        IndicatorKind.LEVEL_PER_CAPITA,
                        null,
                        0,
                        Double.POSITIVE_INFINITY,
                        "grdp"),
                SeriesFigures.indicator(
                        "grdp", "billion_vnd", IndicatorKind.FLOW, Aggregation.SUM, 0, Double.POSITIVE_INFINITY, ""),
                SeriesFigures.indicator(
                        "population",
                        "thousand_persons",
                        IndicatorKind.STOCK,
                        Aggregation.MEAN,
                        0,
                        Double.POSITIVE_INFINITY,
                        ""))) {
            facts.put(of.code(), of);
        }
        Dataset<AreaInputs> inputs = ProjectionJob.inputs(rows, accounts, facts, List.of(), RebuiltHistories.none());
        List<ProjectionTask> tasks = List.of(new ProjectionTask("VN-HG", 2025, AS_OF));
        Dataset<String> reported = ProjectionJob.run(inputs, tasks, ProjectionJob.references(inputs), new TreeMap<>())
                .flatMap(
                        (org.apache.spark.api.java.function.FlatMapFunction<AreaProjection, String>)
                                ProjectionJobTest::reported,
                        Encoders.STRING());
        List<String> sorted = new ArrayList<>(reported.collectAsList());
        Collections.sort(sorted);
        return sorted;
    }

    private static java.util.Iterator<String> reported(AreaProjection area) {
        return area.outcomes().stream()
                .map(outcome -> outcome instanceof SeriesProjection p && p.distribution() != null
                        ? p.id() + " " + p.point() + " " + p.distribution().quantile(0.1) + " "
                                + p.distribution().quantile(0.9)
                        : outcome.id() + " not")
                .iterator();
    }
}
