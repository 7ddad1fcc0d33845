package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.AccountResult;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.account.area.AreaFigures;
import vn.chitieu.account.area.EvaluationDays;
import vn.chitieu.catalog.rows.Sealed;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SealedProjection;
import vn.chitieu.projection.series.RebuiltHistories;

/** Areas without news are taken over, and what comes out is what computing all of them gives. */
class AreaResultsJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home", ".."), "datasets");
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 9);

    /** Behind the last date of a figure. */
    private static final LocalDate LATER = LocalDate.of(2030, 1, 10);

    private static final List<String> AREAS = List.of("VN-CT-2004", "VN-HG", "VN-ST");

    private static Codelists codelists;
    private static List<Observation> all;
    private static SparkSession spark;

    @BeforeAll
    static void read() throws IOException {
        codelists = Codelists.read(DATASETS);
        all = Ingest.read(DATASETS, codelists).observations().stream()
                .filter(observation -> AREAS.contains(observation.key().areaCode()))
                .toList();
        spark = SparkSession.builder()
                .appName("area-results")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    private record Night(AreaResults results, SortedMap<String, Sealed<?>> kept) {

        List<AccountResult> accounts() {
            return results.accounts().stream()
                    .map(SealedAccount::open)
                    .map(AreaAccount::result)
                    .toList();
        }

        List<String> projections() {
            return results.projections().stream()
                    .map(SealedProjection::open)
                    .flatMap(ProjectionJobTest::reported)
                    .toList();
        }
    }

    private static Night night(List<Observation> figures, LocalDate day, Map<String, Sealed<?>> before) {
        EvaluationDays days = new EvaluationDays();
        AREAS.forEach(area -> days.add(area, day));
        CarriedAreas carried = CarriedAreas.of("these classes", before);
        AreaResults results = new AreaResultsJob(
                        spark,
                        AreaFigures.of(Figures.of(figures)),
                        new AreaViews(days, codelists.indicators(), List.of(), RebuiltHistories.none()),
                        new TreeMap<>(),
                        carried)
                .results(
                        AREAS.stream()
                                .map(area -> new ProjectionTask(area, 2025, day))
                                .toList(),
                        () -> {});
        return new Night(results, carried.kept());
    }

    /** Puts an account without a figure in the place of each, so that one that is taken over is seen. */
    private static Map<String, Sealed<?>> emptied(Night night) {
        Map<String, Sealed<?>> marked = new TreeMap<>(night.kept());
        marked.replaceAll((key, value) -> value.open() instanceof AccountResult account
                ? Sealed.of(new AccountResult(List.of(), List.of(), account.balance()))
                : value);
        return marked;
    }

    private static List<Observation> without(Predicate<Observation> left) {
        return all.stream().filter(left.negate()).toList();
    }

    private static boolean isRetailOfSocTrang(Observation observation) {
        return observation.key().areaCode().equals("VN-ST")
                && observation.key().indicatorCode().equals("retail_services");
    }

    @Test
    void whatNothingChangedOfIsTakenOverAndIsTheSame() {
        Night first = night(all, JUNE, Map.of());
        Night second = night(all, JUNE, first.kept());

        assertThat(first.accounts()).hasSize(3).allSatisfy(account -> assertThat(account.figures())
                .isNotEmpty());
        assertThat(second.accounts()).isEqualTo(first.accounts());
        assertThat(second.projections()).hasSizeGreaterThan(10).isEqualTo(first.projections());
        assertThat(second.kept()).containsOnlyKeys(first.kept().keySet());
        assertThat(night(all, JUNE, emptied(first)).accounts())
                .allSatisfy(account -> assertThat(account.figures()).isEmpty());
    }

    @Test
    void anAreaWithNewsIsComputedAndTheOthersAreNot() {
        List<Observation> before = without(AreaResultsJobTest::isRetailOfSocTrang);
        assertThat(before.size()).isBetween(1, all.size() - 1);
        Night first = night(before, JUNE, Map.of());

        Night news = night(all, JUNE, emptied(first));

        assertThat(news.accounts())
                .extracting(account -> account.figures().isEmpty())
                .containsExactly(true, true, false);
        assertThat(night(all, JUNE, first.kept()).accounts())
                .isEqualTo(night(all, JUNE, Map.of()).accounts());
    }

    @Test
    void growthOfOneAreaMovesTheProjectionsOfAll() {
        Night first = night(
                without(observation -> observation.key().areaCode().equals("VN-CT-2004")
                        && observation.key().indicatorCode().equals("grdp_growth")),
                JUNE,
                Map.of());

        Night taken = night(all, JUNE, first.kept());
        Night computed = night(all, JUNE, Map.of());

        assertThat(taken.projections()).isEqualTo(computed.projections()).isNotEqualTo(first.projections());
        assertThat(taken.accounts()).isEqualTo(computed.accounts());
    }

    @Test
    void aDayOnWhichMoreIsKnownIsNewsAndOneOnWhichNothingIsDoesNotCount() {
        Night first = night(all, JUNE, Map.of());

        assertThat(night(all, JULY, first.kept()).projections())
                .isEqualTo(night(all, JULY, Map.of()).projections());
        Night known = night(all, LATER, Map.of());
        Night aDayLater = night(all, LATER.plusDays(1), emptied(known));
        assertThat(aDayLater.results().accounts())
                .extracting(SealedAccount::asOf)
                .containsOnly(LATER.plusDays(1));
        assertThat(aDayLater.accounts())
                .allSatisfy(account -> assertThat(account.figures()).isEmpty());
        assertThat(aDayLater.results().projections())
                .allSatisfy(one -> assertThat(one.task().evaluatedOn()).isEqualTo(LATER.plusDays(1)));
        assertThat(aDayLater.projections()).isEqualTo(known.projections());
    }

    @Test
    void ofOtherClassesNothingIsTakenOver() {
        Night first = night(all, JUNE, Map.of());
        AreaFigures area = AreaFigures.of(Figures.of(all)).get(0);

        CarriedAreas others = CarriedAreas.of("other classes", first.kept());

        assertThat(others.has(others.seen(area, JUNE))).isFalse();
        CarriedAreas same = CarriedAreas.of("these classes", first.kept());
        assertThat(same.has(same.seen(area, JUNE))).isTrue();
    }
}
