package vn.chitieu.projection.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;

class BacktestJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", ".."), "datasets");
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    /** Hậu Giang's growth leans on what its neighbours told, and no task may know whether they are in another. */
    @Test
    void tasksOrderAndLaterVintagesChangeNothing() throws IOException {
        Codelists codelists = Codelists.read(DATASETS);
        List<Observation> all = Ingest.read(DATASETS, codelists).observations().stream()
                .filter(observation -> Set.of("VN-HG", "VN-CT-2004", "VN-ST")
                        .contains(observation.key().areaCode()))
                .toList();
        List<Observation> known = all.stream()
                .filter(observation -> !observation.publishedDate().isAfter(AS_OF))
                .toList();
        assertThat(known).hasSizeLessThan(all.size());
        BacktestLook look = BacktestLook.of(codelists, AS_OF);
        try (SparkSession spark = SparkSession.builder()
                .appName("backtest-job")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
            List<AreaFigures> areas = AreaFigures.of(Figures.of(known));
            List<String> expected = past(spark, areas, look, 1);
            assertThat(expected).hasSizeGreaterThan(10);
            List<AreaFigures> alone = areas.stream()
                    .filter(area -> area.areaCode().equals("VN-HG"))
                    .toList();
            assertThat(past(spark, alone, look, 1))
                    .isNotEmpty()
                    .isNotEqualTo(expected.stream()
                            .filter(past -> past.startsWith("VN-HG."))
                            .toList());
            for (int tasks : new int[] {3, 7, 40}) { // of 40 some come after the others
                List<Observation> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(tasks));
                List<AreaFigures> inAnyOrder = new ArrayList<>(AreaFigures.of(Figures.of(shuffled)));
                Collections.shuffle(inAnyOrder, new Random(tasks));
                assertThat(past(spark, inAnyOrder, look, tasks)).isEqualTo(expected);
            }
        }
    }

    private static List<String> past(SparkSession spark, List<AreaFigures> areas, BacktestLook look, int tasks) {
        try (BacktestJob job = BacktestJob.of(spark, areas, look, tasks)) {
            TreeMap<String, List<PastProjection>> ofAreas = new TreeMap<>();
            job.projections(2022, new TreeSet<>(Set.of(0, 6)), new TreeMap<>(), List::of, ofAreas::put);
            return ofAreas.values().stream()
                    .flatMap(List::stream)
                    .map(past -> past.projection().id() + " " + past.cutoff() + " "
                            + past.projection().point() + " " + past.outturn() + " "
                            + Objects.requireNonNull(past.projection().distribution())
                                    .quantile(0.1))
                    .toList();
        }
    }
}
