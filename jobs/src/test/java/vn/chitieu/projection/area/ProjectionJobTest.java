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
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SealedProjection;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.RebuiltHistories;
import vn.chitieu.projection.series.SeriesFigures;

class ProjectionJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", ".."), "datasets");
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    /** The figures of Hậu Giang and its neighbours, in whatever order and tasks, with later ones among them. */
    @Test
    void tasksOrderAndLaterVintagesChangeNothing() throws IOException {
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
                .getOrCreate()) {
            List<String> expected = projections(spark, known, 1);
            assertThat(expected).hasSizeGreaterThan(10);
            for (int tasks : new int[] {3, 7}) {
                List<Observation> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(tasks));
                assertThat(projections(spark, shuffled, tasks)).isEqualTo(expected);
            }
        }
    }

    private static List<String> projections(SparkSession spark, List<Observation> observations, int tasks) {
        EvaluationDays days = new EvaluationDays();
        for (String area : List.of("VN-HG", "VN-CT-2004", "VN-ST")) {
            days.add(area, AS_OF);
        }
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
        List<AreaFigures> areas = new ArrayList<>(AreaFigures.of(Figures.of(observations)));
        Collections.shuffle(areas, new Random(tasks));
        List<ProjectionTask> asked = List.of(new ProjectionTask("VN-HG", 2025, AS_OF));
        try (ProjectionJob job =
                ProjectionJob.of(spark, areas, new AreaViews(days, facts, List.of(), RebuiltHistories.none()), tasks)) {
            List<AreaStatement> statements = job.statements();
            assertThat(statements)
                    .extracting(statement -> statement.account().areaCode())
                    .containsExactlyInAnyOrder("VN-CT-2004", "VN-HG", "VN-ST");
            return job.projections(asked, ProjectionJob.together(statements), new TreeMap<>()).stream()
                    .map(SealedProjection::open)
                    .flatMap(ProjectionJobTest::reported)
                    .sorted()
                    .toList();
        }
    }

    static Stream<String> reported(AreaProjection area) {
        return area.outcomes().stream()
                .map(outcome -> outcome instanceof SeriesProjection p && p.distribution() != null
                        ? p.id() + " " + p.point() + " " + p.distribution().quantile(0.1) + " "
                                + p.distribution().quantile(0.9)
                        : outcome.id() + " not");
    }
}
