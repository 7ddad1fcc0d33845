package vn.chitieu.projection.calendar;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import vn.chitieu.method.statistics.OrderStatistics;

/** How strongly the logarithm of a monthly series follows {@link CalendarRegressors}. */
public final class CalendarEffect {

    public static final int LEAST_LENGTH = 48;

    private static final double RIDGE = 1e-8;

    private CalendarEffect() {}

    /**
     * Returns the coefficient of each regressor: least squares in winsorised, quasi-differenced first differences, a
     * coefficient with |t| below the threshold being 0 and the others drawn in by 1 - 1/t².
     *
     * @param x logarithms less their seasonal effects
     * @param regressors rows of {@link CalendarRegressors}, at least as long as {@code x}
     * @param leastT threshold of |t|
     * @param refits 0 winsorises the differences themselves, which cuts an effect that is rare and large beside the
     *     noise like an outlier; otherwise how often to fit again with what the last fit leaves winsorised, beginning
     *     with the differences as they are
     */
    public static double[] coefficients(double[] x, double[][] regressors, double leastT, int refits) {
        double[] dx = differences(x, x.length);
        double[][] dc = new double[regressors.length][];
        for (int i = 0; i < dc.length; i++) {
            dc[i] = differences(regressors[i], x.length);
        }
        Fit fit = Fit.of(refits > 0 ? dx : centredAndWinsorised(dx), dc);
        for (int refit = 0; refit < refits; refit++) {
            double[] explained = fit.explained(dc);
            double[] left = new double[dx.length];
            for (int t = 0; t < left.length; t++) {
                left[t] = dx[t] - explained[t];
            }
            left = centredAndWinsorised(left);
            for (int t = 0; t < left.length; t++) {
                left[t] += explained[t];
            }
            fit = Fit.of(left, dc);
        }
        double[] b = fit.b();
        for (int i = 0; i < b.length; i++) {
            double squareOfT = b[i] * b[i] / fit.variances()[i];
            b[i] = squareOfT >= leastT * leastT ? b[i] * (1 - 1 / squareOfT) : 0;
        }
        return b;
    }

    /** Least squares after quasi-differencing: coefficients and their variances. */
    @SuppressWarnings("ArrayRecordComponent") // a private pair that is never compared
    private record Fit(double[] b, double[] variances) {

        static Fit of(double[] dx, double[][] dc) {
            double r1 = lagOneCoefficient(dx);
            double[] u = lessLag(dx, r1);
            int p = dc.length;
            double[][] c = new double[p][];
            for (int i = 0; i < p; i++) {
                c[i] = lessLag(dc[i], r1);
            }
            double[][] normal = new double[p][p];
            double[] right = new double[p];
            for (int i = 0; i < p; i++) {
                for (int k = 0; k < p; k++) {
                    normal[i][k] = dot(c[i], c[k]) + (i == k ? RIDGE : 0);
                }
                right[i] = dot(c[i], u);
            }
            RealMatrix inverse = new LUDecomposition(new Array2DRowRealMatrix(normal, false), Double.MIN_NORMAL)
                    .getSolver()
                    .getInverse();
            double[] b = inverse.operate(right);
            double variance = residualSumOfSquares(u, c, b) / (u.length - p);
            double[] variances = new double[p];
            for (int i = 0; i < p; i++) {
                variances[i] = variance * inverse.getEntry(i, i);
            }
            return new Fit(b, variances);
        }

        double[] explained(double[][] dc) {
            double[] explained = new double[dc[0].length];
            for (int i = 0; i < b.length; i++) {
                for (int t = 0; t < explained.length; t++) {
                    explained[t] += b[i] * dc[i][t];
                }
            }
            return explained;
        }
    }

    private static double[] differences(double[] x, int n) {
        double[] dx = new double[n - 1];
        for (int t = 0; t < dx.length; t++) {
            dx[t] = x[t + 1] - x[t];
        }
        return dx;
    }

    private static double[] centredAndWinsorised(double[] dx) {
        OrderStatistics.Spread spread = OrderStatistics.Spread.of(dx);
        double[] drawn = spread.winsorise(dx);
        for (int t = 0; t < drawn.length; t++) {
            drawn[t] -= spread.median();
        }
        return drawn;
    }

    private static double lagOneCoefficient(double[] dx) {
        double cross = 0;
        double square = 0;
        for (int t = 1; t < dx.length; t++) {
            cross += dx[t] * dx[t - 1];
            square += dx[t] * dx[t];
        }
        return square > 0 ? cross / square : 0;
    }

    private static double[] lessLag(double[] dx, double coefficient) {
        double[] u = new double[dx.length - 1];
        for (int t = 0; t < u.length; t++) {
            u[t] = dx[t + 1] - coefficient * dx[t];
        }
        return u;
    }

    private static double residualSumOfSquares(double[] u, double[][] c, double[] b) {
        double sum = 0;
        for (int t = 0; t < u.length; t++) {
            double residual = u[t];
            for (int i = 0; i < b.length; i++) {
                residual -= b[i] * c[i][t];
            }
            sum += residual * residual;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}
