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
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.projection.PastYear;
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
    void aBalanceIsItsTwoSidesAlsoInYearsThatAreOverUnlessItIsTheMoreExact() {
        SeriesInput revenue =
                series(flow("budget_revenue_state", 0), "2022 P 100", "2023 P 110", "2024 P 122", "2025-Q1 P 30");
        SeriesInput spending =
                series(flow("budget_expenditure_state", 0), "2022 P 120", "2023 P 130", "2024 P 141", "2025-Q1 P 36");
        Indicator balance = flow("budget_balance_state", Double.NEGATIVE_INFINITY);
        SeriesInput ofQuarters = series(
                balance,
                "2024-Q1 P -4", // first estimates, -17.4 together; both sides were revised since
                "2024-Q2 P -5",
                "2024-Q3 P -5",
                "2024-Q4 P -3.4");
        SeriesInput exact = series(balance, "2022 P -20", "2023 P -20", "2024 P -18.9"); // 122 and 141 are rounded

        assertThat(balance(ofQuarters, spending, revenue, 2024).point()).isCloseTo(-19, within(1e-9));
        assertThat(balance(exact, spending, revenue, 2024).point()).isEqualTo(-18.9);
        SeriesProjection open = balance(ofQuarters, spending, revenue, 2025);
        assertThat(open.previousYearValue()).isEqualTo(-19);
        assertThat(open.history()).extracting(PastYear::annual).containsExactly(-20.0, -20.0, -19.0);
        assertThat(open.method().code()).isEqualTo("revenue_less_expenditure");
        assertThat(balance(exact, spending, revenue, 2025).previousYearValue()).isEqualTo(-18.9);
        assertThat(open.point())
                .isCloseTo(
                        of(revenue, spending, 2025, "budget_revenue_state").point()
                                - of(revenue, spending, 2025, "budget_expenditure_state")
                                        .point(),
                        within(1e-9));
    }

    private static SeriesProjection balance(SeriesInput balance, SeriesInput spending, SeriesInput revenue, int year) {
        return of(projected(List.of(balance, spending, revenue), year), "budget_balance_state");
    }

    private static SeriesProjection of(SeriesInput one, SeriesInput other, int year, String indicator) {
        return of(projected(List.of(one, other), year), indicator);
    }

    private static List<SeriesOutcome> projected(List<SeriesInput> inputs, int year) {
        return AreaProjector.project(inputs, year, AS_OF, PooledTables.shipped(), GrowthReference.none());
    }

    private static SeriesProjection of(List<SeriesOutcome> all, String indicator) {
        return (SeriesProjection) all.stream()
                .filter(outcome -> outcome.id().indicatorCode().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
