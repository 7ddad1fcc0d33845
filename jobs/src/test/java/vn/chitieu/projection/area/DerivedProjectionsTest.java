package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.AS_OF;
import static vn.chitieu.projection.series.SeriesFigures.facts;
import static vn.chitieu.projection.series.SeriesFigures.flow;
import static vn.chitieu.projection.series.SeriesFigures.projection;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.GrowthReference;

/** What follows from levels by definition. */
class DerivedProjectionsTest {

    @Test
    void growthOfAMeanToDateIsOfTheMeansOfTheSameMonths() {
        Indicator index = facts("price_index", IndicatorKind.INDEX, Aggregation.MEAN, 0, Double.POSITIVE_INFINITY);
        List<String> months = new ArrayList<>();
        for (int t = 0; t < 42; t++) {
            months.add(String.format(Locale.ROOT, "%d-%02d P %s", 2022 + t / 12, t % 12 + 1, 100 + 0.25 * t));
        }
        SeriesProjection level = projection(series(index, months.toArray(String[]::new)), 2025);

        SeriesProjection growth = DerivedProjections.growth(level).orElseThrow();

        // months 37 to 42 have a mean of 100 + 0.25 · 38.5, those a year before of 100 + 0.25 · 26.5
        assertThat(growth.path().get(5).cumulated()).isCloseTo(100 * 109.625 / 106.625 - 100, within(1e-9));
        assertThat(growth.path()).allSatisfy(month -> assertThat(month.cumulated())
                .as(month.period().toString())
                .isBetween(2.0, 4.0));
        assertThat(growth.path().get(11).cumulated()).isCloseTo(growth.point(), within(1e-9));
    }

    @Test
    void thePathOfGrowthEndsAtTheGrowthOfTheYearAlsoWhereLastYearWasRevised() {
        SeriesProjection level = projection(
                series(
                        flow("turnover", 0),
                        "2022-Q1 P 20",
                        "2022-Q2 P 21",
                        "2022-Q3 P 22",
                        "2022-Q4 P 23",
                        "2023-Q1 P 22",
                        "2023-Q2 P 23",
                        "2023-Q3 P 24",
                        "2023-Q4 P 25",
                        "2024-Q1 P 24",
                        "2024-Q2 P 25",
                        "2024-Q3 P 26",
                        "2024-Q4 P 27",
                        "2024 P 104", // its quarters make 102
                        "2025-Q1 P 27",
                        "2025-Q2 P 28"),
                2025);

        SeriesProjection growth = DerivedProjections.growth(level).orElseThrow();

        assertThat(growth.point()).isCloseTo(100 * level.point() / 104 - 100, within(1e-9));
        assertThat(growth.path()).hasSize(4);
        assertThat(growth.path().get(1).cumulated()).isCloseTo(100 * 55.0 / 49 - 100, within(1e-9));
        assertThat(growth.path().get(3).cumulated()).isCloseTo(growth.point(), within(1e-9));
    }

    @Test
    void aBalanceIsItsTwoSidesAlsoInYearsThatAreOver() {
        SeriesInput revenue =
                series(flow("budget_revenue_state", 0), "2022 P 100", "2023 P 110", "2024 P 121", "2025-Q1 P 30");
        SeriesInput spending =
                series(flow("budget_expenditure_state", 0), "2022 P 120", "2023 P 130", "2024 P 140", "2025-Q1 P 36");
        SeriesInput balance = series(
                flow("budget_balance_state", Double.NEGATIVE_INFINITY),
                "2022 P -20",
                "2023 P -20",
                "2024 P -18.4", // a first estimate; both sides were revised since
                "2025-Q1 P -6");

        for (int year : List.of(2024, 2025)) {
            List<SeriesOutcome> all = AreaProjector.project(
                    List.of(balance, spending, revenue),
                    year,
                    AS_OF,
                    PooledTables.shipped(),
                    GrowthReference.none());

            SeriesProjection projected = of(all, "budget_balance_state");
            assertThat(projected.point())
                    .as("%s", year)
                    .isCloseTo(
                            of(all, "budget_revenue_state").point()
                                    - of(all, "budget_expenditure_state").point(),
                            within(1e-9));
            if (year == 2024) {
                assertThat(projected.point()).isCloseTo(-19, within(1e-9));
            } else {
                assertThat(Objects.requireNonNull(projected.previousYearValue())).isCloseTo(-19, within(1e-9));
                assertThat(projected.method().code()).isEqualTo("revenue_less_expenditure");
            }
        }
    }

    private static SeriesProjection of(List<SeriesOutcome> all, String indicator) {
        return (SeriesProjection) all.stream()
                .filter(outcome -> outcome.id().indicatorCode().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
