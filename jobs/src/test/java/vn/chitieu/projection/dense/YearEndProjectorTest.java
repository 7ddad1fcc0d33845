package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.RegularSeries;

class YearEndProjectorTest {

    private static final PooledTables TABLES = PooledTables.shipped();

    @Test
    void aSingleEarlierYearGivesItsRestTimesTheRootOfTheGrowthSoFar() {
        // growth 1.44 so far: the rest of nine tens becomes nine twelves
        RegularSeries series = monthly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 14.4, 14.4, 14.4);

        YearEndProjection projection = project(series, 2021, 3, Aggregation.SUM);

        assertThat(projection.point()).isCloseTo(43.2 + 9 * 12, within(1e-9));
        assertThat(projection.quantiles().p90()).isCloseTo(151.2 * Math.exp(0.1084), within(1e-9));
        assertThat(projection.quantiles().p10()).isCloseTo(151.2 * Math.exp(-0.1084), within(1e-9));
        assertThat(projection.quantiles().p97_5()).isCloseTo(151.2 * Math.exp(0.2536), within(1e-9));
        assertThat(projection.method().code()).isEqualTo("short_history");
        assertThat(projection.method().fallbackReason()).isEqualTo("one_complete_year");
        assertThat(projection.historyYears()).isEqualTo(1);
    }

    @Test
    void aSingleEarlierYearOfOtherSignIsRepeated() {
        RegularSeries series = new RegularSeries(4, 2020, 1, new double[] {-10, -10, 20, 20, 10});

        assertThat(project(series, 2021, 1, Aggregation.SUM).point()).isCloseTo(10 - 10 + 40, within(1e-9));
    }

    @Test
    void withoutACompleteYearOnlyTheProRataFigureIsShown() {
        RegularSeries series = new RegularSeries(12, 2021, 1, new double[] {1, 2, 3});

        assertThat(YearEndProjector.project(series, 2021, 3, Aggregation.SUM, TABLES))
                .isEqualTo(new NotProjectable("no_complete_year", OptionalDouble.of(24), "pro_rata"));
        assertThat(YearEndProjector.project(series, 2021, 3, Aggregation.MEAN, TABLES))
                .isEqualTo(new NotProjectable("no_complete_year", OptionalDouble.of(2), "pro_rata"));
        assertThat(YearEndProjector.project(series, 2021, 3, Aggregation.LAST, TABLES))
                .isEqualTo(new NotProjectable("no_complete_year", OptionalDouble.of(3), "pro_rata"));
    }

    @Test
    void allZerosProjectToZeroWithoutAnInterval() {
        assertThat(YearEndProjector.project(
                        new RegularSeries(4, 2015, 1, new double[18]), 2019, 2, Aggregation.SUM, TABLES))
                .isEqualTo(new NotProjectable("all_zero", OptionalDouble.of(0), "zero"));
    }

    @Test
    void aConstantSeriesHasAVeryNarrowInterval() {
        double[] values = new double[42];
        Arrays.fill(values, 5);
        YearEndProjection projection = project(new RegularSeries(12, 2020, 1, values), 2023, 6, Aggregation.SUM);

        assertThat(projection.point()).isCloseTo(60, within(1e-9));
        assertThat(projection.quantiles().p97_5() - projection.quantiles().p2_5())
                .isBetween(0.0, 0.06);
        assertThat(projection.path()).allSatisfy(value -> assertThat(value).isCloseTo(5, within(1e-9)));
    }

    @Test
    void negativeValuesAreProjectedAdditivelyWithoutAFloor() {
        Random random = new Random(3);
        double[] values = random.doubles(34, -10, 10).toArray();
        YearEndProjection projection = project(new RegularSeries(4, 2015, 1, values), 2023, 2, Aggregation.SUM);

        assertThat(projection.quantiles().p2_5()).isLessThan(projection.ytd());
        assertThat(projection.quantiles().p50())
                .isBetween(projection.quantiles().p10(), projection.quantiles().p90());
        assertThat(projection.probabilityAtLeast(projection.quantile(0.3))).isCloseTo(0.7, within(1e-9));
        assertThat(projection.ytd() + sum(projection)).isCloseTo(projection.point(), within(1e-9));
    }

    @Test
    void zerosForbidLogarithmsButKeepTheFloor() {
        double[] values = PrintedExample.series().values();
        values[10] = 0;
        YearEndProjection projection = project(new RegularSeries(12, 2016, 1, values), 2023, 6, Aggregation.SUM);

        assertThat(projection.point()).isCloseTo(15_994, withinPercentage(3.0));
        assertThat(projection.quantiles().p2_5()).isGreaterThanOrEqualTo(projection.ytd());
    }

    @Test
    void aFlowNeverFallsBelowWhatIsReported() {
        double[] values = PrintedExample.series().values();
        values[values.length - 1] = 40_000;
        YearEndProjection projection = project(new RegularSeries(12, 2016, 1, values), 2023, 6, Aggregation.SUM);

        assertThat(projection.quantile(0.001)).isGreaterThanOrEqualTo(projection.ytd());
        assertThat(projection.probabilityAtLeast(projection.ytd())).isEqualTo(0.999);
    }

    @Test
    void aCompleteYearIsKnown() {
        YearEndProjection projection = project(PrintedExample.series(), 2022, 12, Aggregation.SUM);

        assertThat(projection.point()).isCloseTo(15129.6, within(1e-9));
        assertThat(projection.quantiles().p10())
                .isEqualTo(projection.quantiles().p97_5())
                .isEqualTo(projection.point());
        assertThat(projection.probabilityAtLeast(15_000)).isEqualTo(1);
        assertThat(projection.probabilityAtLeast(15_130)).isZero();
        assertThat(projection.method().code()).isEqualTo("complete_year");
        assertThat(projection.cumulatedPath()).isEmpty();
    }

    @Test
    void twoCompleteYearsGiveEqualWeights() {
        RegularSeries series = PrintedExample.series().until(2018, 6);

        YearEndProjection projection = project(series, 2018, 6, Aggregation.SUM);

        assertThat(projection.historyYears()).isEqualTo(2);
        assertThat(projection.members())
                .allSatisfy(member -> assertThat(member.weight()).isCloseTo(1 / 11.0, within(1e-12)));
    }

    @Test
    void aSeriesMayStartInsideAYear() {
        double[] values = PrintedExample.series().values();
        RegularSeries series = new RegularSeries(12, 2016, 8, Arrays.copyOfRange(values, 7, values.length));

        YearEndProjection projection = project(series, 2023, 6, Aggregation.SUM);

        assertThat(projection.historyYears()).isEqualTo(6);
        assertThat(projection.point()).isCloseTo(15_994, withinPercentage(1.0));
    }

    @Test
    void atMostTwentyFiveYearsAreUsed() {
        double[] values = longSeries(40 * 12 + 3);
        double[] disturbed = values.clone();
        Arrays.fill(disturbed, 0, 60, 1e6);

        YearEndProjection projection = project(new RegularSeries(12, 1980, 1, values), 2020, 3, Aggregation.SUM);

        assertThat(projection.historyYears()).isEqualTo(25);
        assertThat(project(new RegularSeries(12, 1980, 1, disturbed), 2020, 3, Aggregation.SUM))
                .isEqualTo(projection);
    }

    @Test
    void valuesAfterTheCutoffDoNotMatter() {
        double[] values = PrintedExample.series().values();
        double[] poisoned = values.clone();
        Arrays.fill(poisoned, 78, poisoned.length, -1e140);

        for (int observed = 1; observed <= 6; observed++) {
            assertThat(project(new RegularSeries(12, 2016, 1, poisoned), 2022, observed, Aggregation.SUM))
                    .isEqualTo(project(new RegularSeries(12, 2016, 1, values), 2022, observed, Aggregation.SUM));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aThousandfoldSeriesHasAThousandfoldProjection(long seed) {
        Random random = new Random(seed);
        int m = seed % 2 == 0 ? 12 : 4;
        double[] values = random.doubles(8 * m + m / 4, 50, 150).toArray();
        double[] thousandfold = Arrays.stream(values).map(value -> 1000 * value).toArray();
        Aggregation aggregation =
                List.of(Aggregation.SUM, Aggregation.MEAN, Aggregation.LAST).get((int) seed % 3);

        YearEndProjection given = project(new RegularSeries(m, 2012, 1, values), 2020, m / 4, aggregation);
        YearEndProjection scaled = project(new RegularSeries(m, 2012, 1, thousandfold), 2020, m / 4, aggregation);

        assertThat(scaled.point() / given.point()).isCloseTo(1000, within(1e-6));
        for (double p : new double[] {0.025, 0.1, 0.5, 0.9, 0.975}) {
            assertThat(scaled.quantile(p) / given.quantile(p)).isCloseTo(1000, within(1e-6));
        }
        assertThat(scaled.probabilityAtLeast(1000 * given.quantile(0.4))).isCloseTo(0.6, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void thePathLeadsToThePoint(Aggregation aggregation) {
        YearEndProjection projection = project(PrintedExample.series(), 2023, 6, aggregation);
        int last = projection.path().size() - 1;

        assertThat(projection.ytd() + projection.rest()).isCloseTo(projection.point(), within(1e-9));
        assertThat(projection.cumulatedPath()).hasSize(6);
        assertThat(projection.cumulatedPath().get(last)).isCloseTo(projection.point(), within(1e-6));
        assertThat(projection.cumulatedFan().get(last).p90())
                .isCloseTo(projection.quantiles().p90(), within(1e-6));
        assertThat(projection.cumulatedFan().get(last).p10())
                .isCloseTo(projection.quantiles().p10(), within(1e-6));
    }

    @Test
    void theFanOfASumOpensAsTheRestComesIn() {
        YearEndProjection projection = project(PrintedExample.series(), 2023, 6, Aggregation.SUM);
        double elapsed = projection.path().get(0) + projection.path().get(1);

        assertThat(projection.cumulatedFan().get(1).p90())
                .isCloseTo(
                        projection.ytd()
                                + elapsed
                                + elapsed
                                        / projection.rest()
                                        * (projection.quantiles().p90() - projection.point()),
                        within(1e-6));
    }

    @Test
    void theFanOfAMeanOpensEvenly() {
        YearEndProjection projection = project(PrintedExample.series(), 2023, 6, Aggregation.MEAN);
        double distance = projection.quantiles().p90() - projection.point();

        assertThat(projection.cumulatedFan().get(2).p90()
                        - projection.cumulatedPath().get(2))
                .isCloseTo(distance / 2, within(1e-9));
    }

    @Test
    void theScaleFitsTheErrorsOfTheBacktestRoughly() {
        double[] errors = YearEndProjector.backtest(
                        new RegularSeries(12, 1990, 1, longSeries(33 * 12)), 2023, 6, Aggregation.SUM, TABLES)
                .stream()
                .mapToDouble(BacktestRow::scaledError)
                .map(Math::abs)
                .toArray();

        assertThat(errors).hasSize(31);
        assertThat(Arrays.stream(errors).average().orElseThrow()).isBetween(0.5, 2.0);
    }

    @Test
    void refusesPeriodsOutsideTheYearAndAHistoryThatEndsEarlier() {
        RegularSeries series = PrintedExample.series();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearEndProjector.project(series, 2023, 0, Aggregation.SUM, TABLES))
                .withMessage("Expecting 1 to 12 observed periods but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearEndProjector.backtest(series, 2023, 12, Aggregation.SUM, TABLES))
                .withMessage("Expecting 1 to 11 observed periods but were 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearEndProjector.project(series, 2023, 7, Aggregation.SUM, TABLES))
                .withMessageStartingWith("Expecting a series that holds period 7 of 2023");
    }

    private static YearEndProjection project(
            RegularSeries series, int year, int observedPeriods, Aggregation aggregation) {
        return (YearEndProjection) YearEndProjector.project(series, year, observedPeriods, aggregation, TABLES);
    }

    private static RegularSeries monthly(double... values) {
        return new RegularSeries(12, 2020, 1, values);
    }

    private static double sum(YearEndProjection projection) {
        return projection.path().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double[] longSeries(int length) {
        Random random = new Random(11);
        double[] values = new double[length];
        double level = Math.log(100);
        for (int t = 0; t < length; t++) {
            level += 0.003 + 0.01 * random.nextGaussian();
            values[t] = Math.exp(level + 0.2 * Math.sin(2 * Math.PI * t / 12) + 0.03 * random.nextGaussian());
        }
        return values;
    }
}
