package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.projection.series.SeriesFigures.AS_OF;
import static vn.chitieu.projection.series.SeriesFigures.EXPORTS;
import static vn.chitieu.projection.series.SeriesFigures.distribution;
import static vn.chitieu.projection.series.SeriesFigures.facts;
import static vn.chitieu.projection.series.SeriesFigures.projection;
import static vn.chitieu.projection.series.SeriesFigures.published;
import static vn.chitieu.projection.series.SeriesFigures.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesRefusal;
import vn.chitieu.projection.dense.Correction;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.series.SeriesInput.DatedValue;
import vn.chitieu.projection.sparse.GrowthReference;

class SeriesProjectorTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Indicator RATE = facts("poverty_rate", IndicatorKind.RATIO, Aggregation.LAST, 0, 100);

    private static SeriesRefusal refusal(SeriesInput input, int year) {
        return (SeriesRefusal)
                SeriesProjector.project(input, year, AS_OF, PooledTables.shipped(), GrowthReference.none());
    }

    private static SeriesInput exports() {
        return published("exports_viet_nam.csv", EXPORTS).get(0);
    }

    @Test
    void monthsMissingInsideTheYearMakeQuarters() {
        SeriesProjection projection = projection(exports(), 2025);

        assertThat(projection.method().code()).isEqualTo("combination");
        assertThat(projection.method().fallbackReason()).isEqualTo(MethodNote.NONE);
        assertThat(projection.frequency()).isEqualTo(Frequency.Q);
        assertThat(projection.observedPeriods()).isEqualTo(2);
        assertThat(projection.ytd()).isEqualTo(219_830);
        assertThat(projection.path()).hasSize(4);
        assertThat(projection.path().get(0).value()).isEqualTo(219_830 - 116_930);
        assertThat(projection.path().get(1).value()).isEqualTo(116_930);
        assertThat(projection.lastPeriod()).isEqualTo(Period.parse("2025-Q2"));
        assertThat(projection.point()).isBetween(425_000.0, 480_000.0);
        assertThat(projection.method().historyYears()).isEqualTo(12);
        assertThat(projection.previousYearValue()).isEqualTo(405_531.7406);
    }

    @Test
    void thePathEndsWithTheLawAndKnownPeriodsHaveNoInterval() {
        SeriesProjection projection = projection(exports(), 2025);

        PathPeriod last = projection.path().get(3);
        assertThat(last.cumulated()).isCloseTo(projection.point(), within(1e-6));
        assertThat(Objects.requireNonNull(last.fan()).p10())
                .isCloseTo(distribution(projection).quantile(0.1), within(1e-6));
        assertThat(Objects.requireNonNull(last.fan()).p97_5())
                .isCloseTo(distribution(projection).quantile(0.975), within(1e-6));
        assertThat(projection.path().get(1).fan()).isNull();
        assertThat(projection.path().get(1).cumulated()).isEqualTo(219_830);
    }

    @Test
    void thePrintedFigureToDateCountsWhereItDiffersFromTheSumOfMonths() {
        List<DatedValue> untilFebruary = exports().values().stream()
                .filter(value -> value.period().year() < 2025
                        || value.period().toString().compareTo("2025-02") <= 0)
                .toList();
        SeriesProjection projection = projection(new SeriesInput(exports().id(), EXPORTS, untilFebruary), 2025);

        assertThat(projection.frequency()).isEqualTo(Frequency.M);
        assertThat(projection.observedPeriods()).isEqualTo(2);
        assertThat(projection.ytd()).isCloseTo(64_268.2381, within(1e-9));
        assertThat(projection.rest()).isCloseTo(projection.point() - 64_268.2381, within(1e-6));
        assertThat(projection.path().get(0).value() + projection.path().get(1).value())
                .isCloseTo(64_194.6123, within(1e-9));
        assertThat(distribution(projection)).isInstanceOf(AffineDistribution.class);
        assertThat(projection.method().used().text().en()).contains("year to date as printed");
        assertThat(distribution(projection).probabilityAtLeast(64_268)).isEqualTo(0.999);
    }

    private static SeriesInput withMay(double may) {
        List<String> figures = new ArrayList<>();
        for (int index = 0; index < 5 * 12 + 4; index++) {
            double value = 100 * Math.pow(1.005, index) + index % 5;
            figures.add(String.format(Locale.ROOT, "%d-%02d P %.2f", 2020 + index / 12, 1 + index % 12, value));
        }
        figures.add(String.format(Locale.ROOT, "2025-05 P %.2f", may));
        return series(EXPORTS, figures.toArray(String[]::new));
    }

    @Test
    void aLastMonthThatIsPerhapsAPartIsLeftOutAndSaysSo() {
        SeriesProjection untilApril = projection(
                new SeriesInput(
                        withMay(1).id(),
                        EXPORTS,
                        withMay(1).values().stream()
                                .filter(value -> !value.period().equals(Period.parse("2025-05")))
                                .toList()),
                2025);
        SeriesProjection half = projection(withMay(70), 2025); // May of 2024 was 132.3: about 140 is to be expected

        assertThat(half.method().flag()).isEqualTo("half_reported");
        assertThat(half.method().used().text().en())
                .endsWith("; without month 5/2025, which is perhaps only partly reported");
        assertThat(half.method().used().text().vi()).endsWith("; không dùng tháng 5/2025, có thể mới báo cáo một phần");
        assertThat(half.lastPeriod()).isEqualTo(Period.parse("2025-04"));
        assertThat(half.point()).isEqualTo(untilApril.point());
        assertThat(width(half)).isBetween(1.2 * width(untilApril), 1.25 * width(untilApril)); // the root of 1.5
        assertThat(projection(withMay(120), 2025).method().flag()).isEmpty();
        assertThat(projection(withMay(120), 2025).lastPeriod()).isEqualTo(Period.parse("2025-05"));
    }

    private static double width(SeriesProjection projection) {
        return distribution(projection).quantile(0.9) - distribution(projection).quantile(0.1);
    }

    private static SeriesProjection corrected(SeriesInput input) {
        PooledTables tables = PooledTables.shipped().with(combined -> new Correction(0.992, 1, 584));
        return (SeriesProjection) SeriesProjector.project(input, 2025, AS_OF, tables, GrowthReference.none());
    }

    @Test
    void whatOtherSeriesTaughtIsTold() {
        SeriesProjection projection = corrected(exports());

        assertThat(projection.point())
                .isCloseTo(0.992 * projection(exports(), 2025).point(), within(1e-6));
        assertThat(projection.method().used().text().en()).endsWith("; learnt from 584 other series: -0.8%");
        assertThat(projection.method().used().text().vi()).endsWith("; học từ 584 chuỗi khác: -0,8%");
    }

    @Test
    void aRateIsNotMovedByWhatOtherSeriesTaught() {
        List<String> figures = new ArrayList<>();
        for (int year = 2020; year < 2025; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                figures.add("%s-Q%s P %s".formatted(year, quarter, 60 + quarter + (year % 2)));
            }
        }
        figures.add("2025-Q1 P 62");
        SeriesInput rate = series(RATE, figures.toArray(String[]::new));

        assertThat(corrected(rate).method().code()).isEqualTo("combination");
        assertThat(corrected(rate).point()).isEqualTo(projection(rate, 2025).point());
        assertThat(corrected(rate).method().used().text().en()).doesNotContain("learnt");
    }

    @Test
    void orderOfFiguresChangesNothing() {
        SeriesProjection expected = projection(exports(), 2025);

        for (long seed : new long[] {1, 2, 3}) {
            List<DatedValue> shuffled = new ArrayList<>(exports().values());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(projection(new SeriesInput(exports().id(), EXPORTS, shuffled), 2025))
                    .isEqualTo(expected);
        }
    }

    @Test
    void figuresAfterTheYearAreNotLookedAt() {
        SeriesInput input = series(EXPORTS, "2021 P 100", "2022 P 110", "2023 P 121", "2025 P 500");

        assertThat(projection(input, 2024).point()).isCloseTo(121 * 1.1, within(1e-9));
    }

    @Test
    void aSingleEarlierYearGivesItsRestTimesTheRootOfGrowth() {
        List<String> figures = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            figures.add(String.format(Locale.ROOT, "2024-Q%d P 100", quarter));
        }
        figures.add("2025-Q1 P 121");
        SeriesProjection projection = projection(series(EXPORTS, figures.toArray(String[]::new)), 2025);

        assertThat(projection.method().code()).isEqualTo("one_year_history");
        assertThat(projection.method().flag()).isEqualTo("short_history");
        assertThat(projection.point()).isCloseTo(121 + 300 * 1.1, within(1e-9));
    }

    @Test
    void thePublishedValueOfTheYearIsCertain() {
        SeriesProjection projection = projection(series(EXPORTS, "2024 P 90", "2025 P 100"), 2025);

        assertThat(projection.method().code()).isEqualTo("known");
        assertThat(projection.point()).isEqualTo(100);
        assertThat(projection.previousYearValue()).isEqualTo(90);
        assertThat(distribution(projection).probabilityAtLeast(100)).isEqualTo(1);
        assertThat(distribution(projection).probabilityAtLeast(100.01)).isEqualTo(0);
    }

    @Test
    void twelveMonthsMakeTheYearKnown() {
        SeriesInput input = series(EXPORTS, "2025-06 C 40", "2025-S2 P 60");

        assertThat(projection(input, 2025).point()).isEqualTo(100);
    }

    @Test
    void annualDriftIsThatOfARandomWalkOnLogarithms() {
        SeriesProjection projection =
                projection(series(EXPORTS, "2021 P 100", "2022 P 120", "2023 P 110", "2024 P 160"), 2025);

        double drift = Math.log(1.6) / 3;
        double squares = Math.pow(Math.log(1.2) - drift, 2)
                + Math.pow(Math.log(110 / 120.0) - drift, 2)
                + Math.pow(Math.log(160 / 110.0) - drift, 2);
        double variance = (squares + 0.001) / 3; // two degrees of freedom of its own and one of other series
        double scale = Math.sqrt(variance * (1 + 1 / 3.0));
        assertThat(projection.method().code()).isEqualTo("annual_drift");
        assertThat(projection.method().flag()).isEqualTo("no_data_this_year");
        assertThat(projection.observedPeriods()).isZero();
        assertThat(projection.ytd()).isNull();
        assertThat(projection.point()).isCloseTo(160 * Math.exp(drift), within(1e-9));
        assertThat(projection.forecast().errorScale()).isCloseTo(scale, within(1e-12));
        assertThat(distribution(projection).quantile(0.9))
                .isCloseTo(
                        160 * Math.exp(drift + scale * new TDistribution(null, 3).inverseCumulativeProbability(0.9)),
                        within(1e-6));
    }

    @Test
    void aMissingYearInsideAnnualValuesCountsAsTwoSteps() {
        SeriesProjection projection = projection(series(EXPORTS, "2021 P 100", "2023 P 121", "2024 P 133.1"), 2025);

        assertThat(projection.point()).isCloseTo(133.1 * 1.1, within(1e-9));
        // no spread of its own beside 0.001 of other series; three changes that even out are no certainty
        assertThat(projection.forecast().errorScale()).isCloseTo(Math.sqrt(0.001 / 2 * (1 + 1 / 3.0)), within(1e-12));
    }

    @Test
    void aMissingLastYearIsBridgedByTwoStepsButNotMore() {
        SeriesInput input = series(EXPORTS, "2021 P 100", "2022 P 120", "2023 P 121");

        assertThat(projection(input, 2025).point()).isCloseTo(121 * 1.21, within(1e-9));
        assertThat(refusal(input, 2026).reasonCode()).isEqualTo("too_old");
        assertThat(refusal(input, 2026).reason().en())
                .isEqualTo("The latest figure of a whole year is of 2023, too old to project 2026");
    }

    @Test
    void anIncompleteLastYearIsProjectedFirstAndItsVarianceCarried() {
        List<String> figures = new ArrayList<>();
        for (int year = 2020; year <= 2023; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                figures.add(String.format(
                        Locale.ROOT, "%d-Q%d P %d", year, quarter, 100 + 8 * (year - 2020) + 5 * quarter + year % 3));
            }
        }
        figures.add("2024-Q1 P 140");
        SeriesInput input = series(EXPORTS, figures.toArray(String[]::new));
        SeriesProjection lastYear = projection(input, 2024);
        SeriesProjection projection = projection(input, 2025);

        double drift = Math.log(projection(input, 2023).point()
                        / projection(input, 2020).point())
                / 3;
        assertThat(lastYear.method().code()).isEqualTo("combination");
        assertThat(projection.method().code()).isEqualTo("annual_drift");
        assertThat(projection.method().used().text().en()).contains("from the projected year before");
        assertThat(projection.point()).isCloseTo(lastYear.point() * Math.exp(drift), within(1e-6));
        double carried = Math.log(distribution(lastYear).quantile(0.9)
                        / distribution(lastYear).quantile(0.1))
                / 2.5631031;
        assertThat(projection.forecast().errorScale()).isGreaterThan(carried);
    }

    @Test
    void aRateStaysInsideItsBounds() {
        SeriesProjection projection =
                projection(series(RATE, "2021 P 7.6", "2022 P 4.5", "2023 P 3.29", "2024 P 1.48"), 2025);

        assertThat(projection.point()).isBetween(0.3, 1.48);
        assertThat(distribution(projection).quantile(0.025)).isPositive();
        assertThat(distribution(projection).quantile(0.975)).isLessThan(100);
        assertThat(distribution(projection).probabilityAtLeast(0)).isEqualTo(0.999);
        assertThat(distribution(projection).probabilityAtLeast(100)).isEqualTo(0.001);
    }

    @Test
    void aFullShareStaysFull() {
        SeriesProjection projection = projection(series(RATE, "2022 P 100", "2023 P 100", "2024 P 100"), 2025);

        assertThat(projection.point()).isCloseTo(100, within(0.1));
    }

    @Test
    void aBalanceOfEitherSignDriftsOnItsOwnScale() {
        SeriesProjection projection =
                projection(series(SeriesFigures.BALANCE, "2021 P -10", "2022 P 0", "2023 P 10", "2024 P 20"), 2025);

        assertThat(projection.point()).isCloseTo(30, within(1e-9));
        assertThat(projection.method().used().text().en()).contains("their own scale");
    }

    @Test
    void aYearEndStockIsItsLastValue() {
        Indicator stock = facts("bank_credit", IndicatorKind.STOCK, Aggregation.LAST, 0, INFINITY);

        SeriesProjection projection =
                projection(series(stock, "2022-12 P 100", "2023-Q4 P 110", "2024-12 P 121", "2024-06 P 117"), 2025);

        assertThat(projection.point()).isCloseTo(133.1, within(1e-9));
    }

    @Test
    void anIndexIsTheMeanOfItsMonths() {
        Indicator index = facts("iip_index_2015", IndicatorKind.INDEX, Aggregation.MEAN, 0, INFINITY);
        List<String> figures = new ArrayList<>();
        for (int year = 2022; year <= 2024; year++) {
            for (int month = 1; month <= 12; month++) {
                figures.add(String.format(Locale.ROOT, "%d-%02d P %d", year, month, 100 + 10 * (year - 2022) + month));
            }
        }
        figures.add("2025-01 P 131");
        SeriesProjection projection = projection(series(index, figures.toArray(String[]::new)), 2025);

        assertThat(projection.method().code()).isEqualTo("combination");
        assertThat(projection.point()).isBetween(131.0, 142.0);
        assertThat(projection.previousYearValue()).isCloseTo(126.5, within(1e-9));
        assertThat(projection.path().get(11).cumulated()).isCloseTo(projection.point(), within(1e-6));
    }

    @Test
    void twoAnnualValuesAreTooShort() {
        SeriesRefusal refusal = refusal(series(RATE, "2023 P 3.29", "2024 P 1.48"), 2025);

        assertThat(refusal.reasonCode()).isEqualTo("too_short");
        assertThat(refusal.reason().en())
                .isEqualTo("Figures of 2 earlier whole years of one standard and scope are known;"
                        + " at least 3 are needed");
        assertThat(refusal.reason().vi()).contains("2 năm trước");
        assertThat(refusal.knownToDate()).isNull();
    }

    @Test
    void aRefusalSaysWhatIsKnownOfTheYear() {
        SeriesRefusal refusal = refusal(series(EXPORTS, "2024 P 1100", "2024-Q3 C 750", "2025-Q1 P 274"), 2025);

        assertThat(refusal.reasonCode()).isEqualTo("too_short");
        assertThat(refusal.knownToDate()).isEqualTo(274);
        assertThat(refusal.knownPeriod()).isEqualTo(Period.parse("2025-Q1"));
    }

    @Test
    void nothingKnownIsNoData() {
        assertThat(refusal(series(EXPORTS), 2025).reasonCode()).isEqualTo("no_data");
        assertThat(refusal(series(EXPORTS, "2026 P 5"), 2025).reasonCode()).isEqualTo("no_data");
    }

    @Test
    void nothingButZerosIsNotProjected() {
        assertThat(refusal(series(EXPORTS, "2022 P 0", "2023 P 0", "2024 P 0"), 2025)
                        .reasonCode())
                .isEqualTo("all_zero");
    }

    @Test
    void scoresAndMonthOnMonthRatesAreNotProjected() {
        Indicator score = facts("pci_score", IndicatorKind.SCORE, null, 0, 100);
        Indicator monthly = SeriesFigures.growth("iip_growth_mom", "");

        assertThat(refusal(series(score, "2022 P 60", "2023 P 61", "2024 P 62"), 2025)
                        .reasonCode())
                .isEqualTo("kind_not_projected");
        assertThat(refusal(series(monthly, "2024-10 P 1"), 2025).reasonCode()).isEqualTo("kind_not_projected");
    }

    @Test
    void aPopulationIsSmootherThanOtherSeries() {
        SeriesProjection projection =
                projection(CarriedSeries.population("2022 P 1000", "2023 P 1010", "2024 P 1020.1"), 2025);

        // two equal changes of 1 %: variance (0 + 0.00001) / 2, half of it more for the drift; Student with 2 degrees
        double deviation = 1.885618 * Math.sqrt(0.0000075);
        assertThat(distribution(projection).quantile(0.9)).isCloseTo(1030.301 * Math.exp(deviation), within(1e-3));
        assertThat(distribution(projection).quantile(0.1)).isCloseTo(1030.301 * Math.exp(-deviation), within(1e-3));
    }
}
