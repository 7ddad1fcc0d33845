package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.projection.calendar.CalendarEffect;
import vn.chitieu.projection.sparse.AnnualDrift;

/** The closed forms of the hot path give what the regression of Commons Math gives. */
class ClosedFormTest {

    private static final double DIGITS = 1e-9;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void seasonalMeansAndSlopeAreDiscountedLeastSquaresOnDummiesAndTrend(long seed) {
        Random random = new Random(seed);
        int m = seed == 2 ? 4 : 12;
        int n = 5 * m + 3;
        double discount = Math.pow(0.5, 1.0 / (2 * m));
        double[] weights = SeasonalEffects.powers(discount, n);
        double[] z = random.doubles(n).toArray();
        double[][] rows = new double[n][m + 1];
        double[] values = new double[n];
        for (int t = 0; t < n; t++) {
            double root = Math.sqrt(weights[n - 1 - t]);
            rows[t][(2 + t) % m] = root;
            rows[t][m] = root * t;
            values[t] = root * z[t];
        }

        SeasonalRegression fitted = SeasonalRegression.fit(z, z.length, m, 2, weights);

        double[] solved = regression(rows, values).estimateRegressionParameters();
        for (int t = n; t < n + m; t++) {
            double line = solved[(2 + t) % m] + solved[m] * t;
            assertThat(fitted.fitted(t, (2 + t) % m)).isCloseTo(line, within(DIGITS));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ridgeAutoregressionIsLeastSquaresWithARowForEachPenalty(long seed) {
        Random random = new Random(seed);
        int[] lags = {1, 2, 3, 12};
        double[] x = random.doubles(60, -1, 1).toArray();
        double[][] rows = new double[48 + 4][4];
        double[] values = new double[rows.length];
        double squares = 0;
        for (int t = 12; t < 60; t++) {
            for (int k = 0; k < 4; k++) {
                rows[t - 12][k] = x[t - lags[k]];
            }
            values[t - 12] = x[t];
            squares += x[t] * x[t];
        }
        for (int k = 0; k < 4; k++) {
            rows[48 + k][k] = Math.sqrt(squares / 48 + 1e-12);
        }

        double[] coefficients = YearOnYearAutoregression.coefficients(x, lags);

        double[] solved = regression(rows, values).estimateRegressionParameters();
        assertThat(Arrays.stream(solved).sum()).isLessThan(0.98);
        assertThat(coefficients).containsExactly(solved, within(DIGITS));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void calendarCoefficientsAreLeastSquaresDrawnInByTheirT(long seed) {
        Random random = new Random(seed);
        int n = 60;
        double[][] regressors = {
            random.doubles(n, -1, 1).toArray(), random.doubles(n, -1, 1).toArray()
        };
        double[] x = IntStream.range(0, n)
                .mapToDouble(t -> 3 * regressors[0][t] - 2 * regressors[1][t] + 0.1 * random.nextGaussian())
                .toArray();
        double[] dx = differences(x);
        OrderStatistics.Spread spread = OrderStatistics.Spread.of(dx);
        double[] u = Arrays.stream(spread.winsorise(dx))
                .map(d -> d - spread.median())
                .toArray();
        double cross =
                IntStream.range(1, u.length).mapToDouble(t -> u[t] * u[t - 1]).sum();
        double square =
                IntStream.range(1, u.length).mapToDouble(t -> u[t] * u[t]).sum();
        double[][] rows = new double[n - 2 + 2][2];
        double[] values = new double[rows.length];
        for (int t = 0; t < n - 2; t++) {
            for (int i = 0; i < 2; i++) {
                double[] d = differences(regressors[i]);
                rows[t][i] = d[t + 1] - cross / square * d[t];
            }
            values[t] = u[t + 1] - cross / square * u[t];
        }
        rows[n - 2][0] = 1e-4;
        rows[n - 1][1] = 1e-4;

        double[] b = CalendarEffect.coefficients(x, regressors, 0, 0);

        OLSMultipleLinearRegression solved = regression(rows, values);
        double[] residuals = solved.estimateResiduals();
        double variance = 0;
        for (int t = 0; t < n - 2; t++) {
            variance += residuals[t] * residuals[t] / (n - 4);
        }
        for (int i = 0; i < 2; i++) {
            double estimate = solved.estimateRegressionParameters()[i];
            double squareOfT = estimate * estimate / (variance * solved.estimateRegressionParametersVariance()[i][i]);
            assertThat(b[i]).isCloseTo(estimate * (1 - 1 / squareOfT), within(DIGITS));
        }
    }

    /** Changes over g years have the mean g × drift and the variance g × that of one year. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void annualDriftIsLeastSquaresOfChangesOnYears(long seed) {
        Random random = new Random(seed);
        NavigableMap<Integer, Double> values = new TreeMap<>();
        for (int year = 2000; year < 2020; year += 1 + random.nextInt(3)) {
            values.put(year, random.nextDouble());
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        Map.Entry<Integer, Double> before = values.firstEntry();
        for (Map.Entry<Integer, Double> value : values.tailMap(2000, false).entrySet()) {
            double gap = value.getKey() - before.getKey();
            rows.add(new double[] {gap / Math.sqrt(gap)});
            changes.add((value.getValue() - before.getValue()) / Math.sqrt(gap));
            before = value;
        }

        AnnualDrift drift = AnnualDrift.through(values);

        OLSMultipleLinearRegression solved = regression(
                rows.toArray(double[][]::new),
                changes.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(drift.drift()).isCloseTo(solved.estimateRegressionParameters()[0], within(DIGITS));
        double variance = solved.estimateErrorVariance();
        assertThat(drift.variance()).isCloseTo(variance, within(DIGITS));
        assertThat(drift.variance(2))
                .isCloseTo(variance * (2 + 4 * solved.estimateRegressionParametersVariance()[0][0]), within(DIGITS));
    }

    private static double[] differences(double[] x) {
        return IntStream.range(1, x.length).mapToDouble(t -> x[t] - x[t - 1]).toArray();
    }

    private static OLSMultipleLinearRegression regression(double[][] rows, double[] values) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(values, rows);
        return regression;
    }
}
