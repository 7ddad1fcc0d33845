package vn.chitieu.projection.series;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.projection.series.SeriesFigures.EXPORTS;
import static vn.chitieu.projection.series.SeriesFigures.series;

import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;

class YearFiguresTest {

    private static YearFigures sum(String... figures) {
        return YearFigures.of(series(EXPORTS, figures).values(), Aggregation.SUM);
    }

    @Test
    void aQuarterIsTheDifferenceOfCumulatedFigures() {
        assertThat(sum("2025-S1 C 219830", "2025-Q2 P 116930").periods(4))
                .containsExactly(102_900, 116_930, Double.NaN, Double.NaN);
        assertThat(sum("2025-03 C 10", "2025-S1 C 25", "2025-Q3 C 45", "2025 P 70")
                        .periods(4))
                .containsExactly(10, 15, 20, 25);
    }

    @Test
    void printedMonthsMakeTheQuarterAndDifferencesFillTheMonths() {
        YearFigures figures = sum("2025-01 P 10", "2025-02 P 20", "2025-02 C 31", "2025-03 C 51", "2025-04 P 5");

        assertThat(figures.known(12)).isEqualTo(4);
        assertThat(figures.periods(12)).startsWith(10, 20, 20, 5);
        assertThat(figures.periods(4)[0]).isEqualTo(51);
        assertThat(figures.toDate(4)).hasValue(56);
        assertThat(figures.lastMonth()).isEqualTo(4);
    }

    @Test
    void aMissingMonthEndsWhatIsKnownOfMonths() {
        YearFigures figures = sum("2025-01 P 10", "2025-03 P 20", "2025-05 C 80");

        assertThat(figures.known(12)).isEqualTo(1);
        assertThat(figures.toDate(3)).isEmpty();
        assertThat(figures.lastMonth()).isEqualTo(5);
    }

    @Test
    void theYearIsPrintedOrTheLastCumulatedFigureOrTheSum() {
        assertThat(sum("2025 P 101", "2025-12 C 100").annual()).hasValue(101);
        assertThat(sum("2025-12 C 100", "2025-S1 P 40", "2025-S2 P 59").annual())
                .hasValue(100);
        assertThat(sum("2025-S1 P 40", "2025-S2 P 59").annual()).hasValue(99);
        assertThat(sum("2025-S1 P 40").annual()).isEmpty();
    }

    @Test
    void aMeanAndALastValueAreNeverSummed() {
        String[] quarters = {"2025-Q1 P 2", "2025-Q2 P 4", "2025-Q3 P 6", "2025-Q4 P 8"};

        assertThat(YearFigures.of(series(EXPORTS, quarters).values(), Aggregation.MEAN)
                        .annual())
                .hasValue(5);
        assertThat(YearFigures.of(series(EXPORTS, quarters).values(), Aggregation.LAST)
                        .annual())
                .hasValue(8);
    }
}
