package vn.chitieu.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.Series;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.text.LocalizedText;

class AreaProjectionsTest {

    private static final SeriesId FOREST = new SeriesId("VN-HG", "forest_cover", "_T", PriceBasis.NONE);

    /**
     * Exports and what is not projected of Hậu Giang in 2025, its exports in a task of another year, those of Viet Nam.
     */
    private static final List<AreaProjection> ALL = List.of(
            new AreaProjection(task("VN-HG", 2024), List.of(exports("VN-HG", 1_100))),
            new AreaProjection(task("VN-HG", 2025), List.of(exports("VN-HG", 1_200), refused())),
            new AreaProjection(task("VN", 2025), List.of(exports("VN", 450_000))));

    private static ProjectionTask task(String areaCode, int year) {
        return new ProjectionTask(areaCode, year, LocalDate.of(2025, 6, 30));
    }

    private static SeriesProjection exports(String areaCode, double point) {
        return Series.of(areaCode, "exports", "_T", PriceBasis.CURRENT, "million_usd")
                .between(point - 10, point + 10)
                .projected();
    }

    private static SeriesRefusal refused() {
        return new SeriesRefusal(FOREST, 2025, "too_short", new LocalizedText("ngắn", "short"), "pct", null, null);
    }

    private static AreaProjections sealed() {
        return AreaProjections.ofSealed(ALL.stream().map(SealedProjection::of).toList());
    }

    @Test
    void whatIsSealedComesOutByAreaAsItWentIn() {
        AreaProjections sealed = sealed();
        AreaProjections open = AreaProjections.of(ALL);

        assertThat(sealed.areas()).containsExactly("VN", "VN-HG").isEqualTo(open.areas());
        for (String area : List.of("VN", "VN-HG", "VN-ST")) {
            assertThat(sealed.of(area))
                    .isEqualTo(open.of(area))
                    .isEqualTo(ALL.stream()
                            .filter(projection -> projection.task().areaCode().equals(area))
                            .toList());
        }
    }

    @Test
    void ofAYearThereIsOneOutcomeASeries() {
        assertThat(sealed().outcomes("VN-HG", 2025))
                .containsOnlyKeys(FOREST, exports("VN-HG", 0).id())
                .containsEntry(exports("VN-HG", 0).id(), exports("VN-HG", 1_200));
        assertThat(sealed().outcomes("VN-HG", 2023)).isEmpty();
        assertThat(sealed().outcomes("VN-ST", 2025)).isEmpty();
    }

    @Test
    void aSeriesWithoutAProjectionIsNoneOfThem() {
        assertThat(sealed().series("VN-HG")).extracting(SeriesProjection::point).containsExactly(1_100.0, 1_200.0);
    }
}
