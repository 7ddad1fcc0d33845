package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.dense.OriginForecast;
import vn.chitieu.projection.dense.PooledTables;

class ForecastersTest {

    private static final MethodConstants CONSTANTS = PooledTables.shipped().constants();

    @Test
    void seasonalNaiveRepeatsLastYear() {
        AdjustedSeries series = quarterly(2, 11, 12, 13, 14, 21, 22, 23, 24, 31, 32);

        assertThat(NaivePaths.seasonalNaive(series)[0]).containsExactly(new double[] {23, 24}, within(1e-12));
    }

    @Test
    void shareIsTheYearToDateTimesTheWeightedGeometricMeanRatio() {
        // rest over year to date: 2 in the first year, 4 in the second, which weighs 1 against 0.7
        AdjustedSeries series = quarterly(2, 10, 10, 20, 20, 10, 10, 20, 60, 15, 15);
        double rest = 30 * Math.exp((Math.log(4) + 0.7 * Math.log(2)) / 1.7);

        assertThat(NaivePaths.share(series)[0]).containsExactly(new double[] {rest / 4, rest * 3 / 4}, within(1e-9));
    }

    @Test
    void shareFallsBackOnLastYearWhereSignsForbidARatio() {
        AdjustedSeries series = quarterly(2, 1, 2, 3, 4, -1, 2, -3, 4, -5, 1);

        assertThat(NaivePaths.share(series)[0]).containsExactly(new double[] {-3, 4}, within(1e-12));
    }

    @Test
    void smoothingChoosesTheWeightWithTheLeastSquaredErrors() {
        // a level that jumps once: whoever follows fastest errs least
        Theta.Smoothed jumped = Theta.smooth(new double[] {1, 1, 1, 1, 5, 5, 5, 5}, 4, 1)[0];
        // start (1 + 3 + 1 + 3) / 4 = 2 is the best level of a value that only swings: hence the smallest weight
        Theta.Smoothed swinging = Theta.smooth(new double[] {1, 3, 1, 3, 1, 3, 1, 3}, 4, 1)[0];

        assertThat(jumped.alpha()).isEqualTo(0.99);
        assertThat(jumped.level()).isCloseTo(5, within(1e-6));
        assertThat(swinging.alpha()).isEqualTo(0.05);
    }

    @Test
    void thetaAddsHalfTheTrendToTheSmoothedLevel() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 8};
        Theta.Smoothed smoothed = Theta.smooth(a, 4, 1)[0];
        double shift = (1 - Math.pow(1 - smoothed.alpha(), 8)) / smoothed.alpha();

        assertThat(Theta.lines(a, 4, 1, 2)[0])
                .containsExactly(
                        new double[] {smoothed.level() + 0.5 * shift, smoothed.level() + 0.5 * (1 + shift)},
                        within(1e-12));
    }

    @Test
    void anEarlierOriginIsWhereTheSameRecursionStoodAYearBefore() {
        double[] a = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};

        assertThat(Theta.lines(a, 4, 2, 3)[1])
                .containsExactly(Theta.lines(Arrays.copyOf(a, 8), 4, 1, 3)[0], within(0.0));
        double[] values = new double[46];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + t + 7 * (t % 4) + t * t % 5;
        }
        AdjustedSeries now = AdjustedSeries.of(new RegularSeries(4, 2010, 1, values), 2, 9, CONSTANTS);
        double[][][] paths = MemberPaths.of(now).paths();
        assertThat(paths).hasNumberOfRows(9);
        for (int b = 0; b < 9; b++) { // the year before again: the values that came in at t - 4
            assertThat(paths[b][0]).containsExactly(new double[] {now.v()[42 - 4 * b], now.v()[43 - 4 * b]});
        }
    }

    @Test
    void seasonalEffectsOfAConstantPatternAreFoundWhole() {
        double[] pattern = {-3, -1, 1, 3};
        double[] z = new double[20];
        for (int t = 0; t < z.length; t++) {
            z[t] = 100 + 0.5 * t + pattern[(t + 1) % 4];
        }

        assertThat(SeasonalEffects.of(z, 4, 1, 0.9)).containsExactly(pattern, within(1e-9));
    }

    @Test
    void seasonalEffectsThatLookLikeNoiseAreShrunkToNone() {
        // the deviation of each season turns its sign every year, so that their means are small beside their variance
        double[] z = {1, -1, 1, -1, -1, 1, -1, 1, 1, -1, 1, -1, -1, 1, -1, 1, 1, -1, 1, -1, -1, 1, -1, 1, 1, -1, 1, -1};

        assertThat(SeasonalEffects.of(z, 4, 0, 1)).containsOnly(0);
    }

    @Test
    void lessThanTwoYearsHaveNoSeasonalEffects() {
        assertThat(SeasonalEffects.of(new double[] {1, 2, 3, 4, 5, 6, 7}, 4, 0, 0.9))
                .containsOnly(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSeasonalRegressionIsWeightedLeastSquares(long seed) {
        Random random = new Random(seed);
        int m = seed % 2 == 0 ? 12 : 4;
        int n = 3 * m + random.nextInt(2 * m);
        int firstSeason = random.nextInt(m);
        double[] z = random.doubles(n, -5, 5).toArray();
        double[] weights = SeasonalEffects.powers(0.97, n);

        SeasonalRegression fitted = SeasonalRegression.fit(z, n, m, firstSeason, weights);
        double[] beta = leastSquares(z, m, firstSeason, weights);

        for (int t = 0; t < n + m; t++) {
            int season = (firstSeason + t) % m;
            assertThat(fitted.fitted(t, season)).isCloseTo(beta[season] + beta[m] * t, within(1e-9));
        }
    }

    private static double[] leastSquares(double[] z, int m, int firstSeason, double[] weightsFromTheEnd) {
        double[][] x = new double[z.length][m + 1];
        double[] y = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            double root = Math.sqrt(weightsFromTheEnd[z.length - 1 - t]);
            x[t][(firstSeason + t) % m] = root;
            x[t][m] = root * t;
            y[t] = root * z[t];
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(y, x);
        return regression.estimateRegressionParameters();
    }

    @Test
    void everyMemberContinuesAConstantSeries() {
        double[] values = new double[42];
        Arrays.fill(values, 7);
        OriginForecast forecast = forecast(new RegularSeries(12, 2020, 1, values), 2023, 6, Aggregation.SUM);

        for (int j = 0; j < Forecasters.NAMES.size(); j++) {
            assertThat(forecast.projections()[j])
                    .describedAs(Forecasters.NAMES.get(j))
                    .isCloseTo(84, within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mirroringASeriesOfBothSignsMirrorsEveryMemberButTheShare(long seed) {
        RegularSeries series = randomWalk(seed, seed % 2 == 0 ? 12 : 4, false);
        double[] mirrored = Arrays.stream(series.values()).map(value -> -value).toArray();
        int observed = series.periodsPerYear() / 2;
        RegularSeries mirror = new RegularSeries(series.periodsPerYear(), series.firstYear(), 1, mirrored);
        for (Aggregation aggregation : Aggregation.values()) {
            double[] given = forecast(series, 2020, observed, aggregation).projections();
            double[] turned = forecast(mirror, 2020, observed, aggregation).projections();

            for (int j = 0; j < Forecasters.NAMES.size(); j++) {
                if (!Forecasters.NAMES.get(j).equals("share")) {
                    assertThat(turned[j])
                            .describedAs("%s of %s", Forecasters.NAMES.get(j), aggregation)
                            .isCloseTo(-given[j], within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void membersOfASeriesWithZerosScaleWithIt(long seed) {
        RegularSeries series = randomWalk(seed, seed % 2 == 0 ? 12 : 4, true);
        double[] values = series.values();
        values[5] = 0;
        double[] thousandfold = Arrays.stream(values).map(value -> 1000 * value).toArray();
        int m = series.periodsPerYear();

        double[] given = forecast(new RegularSeries(m, series.firstYear(), 1, values), 2020, m / 2, Aggregation.SUM)
                .projections();
        double[] scaled = forecast(
                        new RegularSeries(m, series.firstYear(), 1, thousandfold), 2020, m / 2, Aggregation.SUM)
                .projections();

        for (int j = 0; j < Forecasters.NAMES.size(); j++) {
            assertThat(scaled[j] / given[j])
                    .describedAs(Forecasters.NAMES.get(j))
                    .isCloseTo(1000, within(1e-6));
        }
    }

    @Test
    void oneOddValueInTheMiddleIsDrawnInAndTheLastOnesAreNot() {
        Random random = new Random(1);
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + random.nextGaussian();
        }
        values[30] = 300;
        values[58] = 300;
        AdjustedSeries series = AdjustedSeries.of(new RegularSeries(4, 2000, 1, values), 4, 1, CONSTANTS);

        assertThat(series.v()[30]).isBetween(95.0, 115.0);
        assertThat(series.v()[58]).isCloseTo(300, within(1e-9));
    }

    @Test
    void gridPointsWeighByTheirTemperedLikelihood() {
        GridAverage average = new GridAverage(1, 8, 0.25); // exponent 1
        for (double[] point : new double[][] {{4, 10}, {2, 30}, {8, 50}}) {
            assertThat(average.accepts(point[0])).isTrue();
            average.add(new double[] {point[1]});
        }

        assertThat(average.accepts(2e6 + 10)).isFalse();
        assertThat(average.path()[0]).isCloseTo((0.5 * 10 + 30 + 0.25 * 50) / 1.75, within(1e-12));
        assertThat(average.leastSquaredErrors()).isEqualTo(2);
    }

    private static AdjustedSeries quarterly(int horizon, double... values) {
        return AdjustedSeries.of(new RegularSeries(4, 2018, 1, values), horizon, 1, CONSTANTS);
    }

    private static OriginForecast forecast(RegularSeries series, int year, int observed, Aggregation aggregation) {
        return OriginForecast.of(series, year, observed, aggregation, CONSTANTS);
    }

    /** Nine years and a half that end in the middle of 2020. */
    private static RegularSeries randomWalk(long seed, int m, boolean isPositive) {
        Random random = new Random(seed);
        double[] values = new double[9 * m + m / 2];
        double level = isPositive ? 50 : 0;
        for (int t = 0; t < values.length; t++) {
            level += random.nextGaussian();
            values[t] = level + 5 * Math.sin(2 * Math.PI * t / m) + random.nextGaussian();
        }
        return new RegularSeries(m, 2011, 1, values);
    }
}
