package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import vn.chitieu.method.statistics.OrderStatistics;

/** Ridge autoregression of changes on the same period a year before. */
public final class YearOnYearAutoregression {

    private static final int[] MONTHLY_LAGS = {1, 2, 3, 12};
    private static final int[] QUARTERLY_LAGS = {1, 2, 4};
    private static final int FEWEST_EQUATIONS = 4;
    private static final double LARGEST_SUM = 0.98;
    private static final double NEVER_SINGULAR = 1e-12;

    private YearOnYearAutoregression() {}

    /**
     * Returns, at each origin, last year's periods plus the recursive forecasts of the change, never further than the
     * history went.
     */
    static double[][] paths(AdjustedSeries series) {
        double[] d = SeasonalDifferences.of(series.z(), series.m());
        double[][] paths = new double[series.origins()][];
        for (int origin = 0; origin < paths.length; origin++) {
            double[] known = Arrays.copyOf(d, series.end(origin) - series.m());
            paths[origin] = SeasonalDifferences.path(changes(known, series), series, origin);
        }
        return paths;
    }

    /** Returns the forecasts of the change. */
    private static double[] changes(double[] d, AdjustedSeries series) {
        double mu = series.constants().drift() * OrderStatistics.mean(d);
        double[] x = new double[d.length];
        double bound = 0;
        for (int t = 0; t < x.length; t++) {
            x[t] = d[t] - mu;
            bound = Math.max(bound, Math.abs(x[t]));
        }
        int[] lags = affordable(series.m() == 12 ? MONTHLY_LAGS : QUARTERLY_LAGS, x.length);
        double[] coefficients = coefficients(x, lags);
        double[] extended = Arrays.copyOf(x, x.length + series.horizon());
        double[] changes = new double[series.horizon()];
        for (int i = 0; i < changes.length; i++) {
            int t = x.length + i;
            for (int k = 0; k < coefficients.length; k++) {
                extended[t] += coefficients[k] * extended[t - lags[k]];
            }
            extended[t] = Math.min(bound, Math.max(-bound, extended[t]));
            changes[i] = mu + extended[t];
        }
        return changes;
    }

    private static int[] affordable(int[] lags, int n) {
        int p = lags.length;
        while (p > 1 && n - lags[p - 1] < 3 * p + 4) {
            p--;
        }
        return Arrays.copyOf(lags, p);
    }

    /** Returns the coefficient of each lag, or none if there are too few equations. */
    static double[] coefficients(double[] x, int[] lags) {
        int p = lags.length;
        int first = lags[p - 1];
        if (x.length - first < FEWEST_EQUATIONS) {
            return new double[0];
        }
        double[][] normal = new double[p][p];
        double[] right = new double[p];
        double square = 0;
        double[] lagged = new double[p];
        double[] products = new double[p * (p + 1) / 2];
        for (int t = first; t < x.length; t++) {
            double now = x[t];
            square += now * now;
            int pair = 0;
            for (int i = 0; i < p; i++) {
                double before = x[t - lags[i]];
                lagged[i] = before;
                right[i] += before * now;
                for (int k = 0; k <= i; k++) {
                    products[pair] += before * lagged[k];
                    pair++;
                }
            }
        }
        int pair = 0;
        for (int i = 0; i < p; i++) {
            for (int k = 0; k <= i; k++) {
                normal[i][k] = products[pair];
                normal[k][i] = products[pair];
                pair++;
            }
            normal[i][i] += square / (x.length - first) + NEVER_SINGULAR;
        }
        double[] coefficients = new LUDecomposition(new Array2DRowRealMatrix(normal, false), Double.MIN_NORMAL)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        double sum = Arrays.stream(coefficients).sum();
        if (sum > LARGEST_SUM) {
            for (int i = 0; i < p; i++) {
                coefficients[i] *= LARGEST_SUM / sum;
            }
        }
        return coefficients;
    }
}
