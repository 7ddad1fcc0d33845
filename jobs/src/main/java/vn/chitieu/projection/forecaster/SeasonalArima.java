package vn.chitieu.projection.forecaster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * ARIMA(1,0,1)(0,1,1) with drift by conditional least squares, averaged over a grid (Box &amp; Jenkins 1976; robust
 * filtering as in Gelper, Fried &amp; Croux 2010, J. Forecasting 29).
 */
public final class SeasonalArima {

    private static final double[][] GRID =
            grid(new double[] {0, 0.5, 0.75, 0.9, 0.97}, new double[] {0, 0.35, 0.65}, new double[] {0, 0.4, 0.7, 0.9});
    private static final double START_PHI = 0.7;

    private SeasonalArima() {}

    /** Returns phi, theta and seasonal theta of each point; a theta above 0 only below phi. */
    private static double[][] grid(double[] phis, double[] thetas, double[] seasonalThetas) {
        List<double[]> points = new ArrayList<>();
        for (double phi : phis) {
            for (double theta : thetas) {
                for (double seasonalTheta : seasonalThetas) {
                    if (theta == 0 || phi > theta) {
                        points.add(new double[] {phi, theta, seasonalTheta});
                    }
                }
            }
        }
        return points.toArray(double[][]::new);
    }

    /**
     * Paths and how well the model fitted.
     *
     * @param paths missing periods, in the unit of the series, a row for each origin
     * @param residualScale at the last origin: root mean square of the one-step errors of {@code z}; 0 if nothing could
     *     be fitted
     */
    @SuppressWarnings("ArrayRecordComponent") // a package-private pair that is never compared
    record Fit(double[][] paths, double residualScale) {}

    /** Returns the plain fit. */
    static Fit fit(AdjustedSeries series) {
        return fit(series, false);
    }

    /** Returns the paths of the fit whose innovations are clipped, so that one odd value moves it little. */
    static double[][] robustPaths(AdjustedSeries series) {
        return fit(series, true).paths();
    }

    private static Fit fit(AdjustedSeries series, boolean isRobust) {
        double[] d = SeasonalDifferences.of(series.z(), series.m());
        int n = d.length;
        int m = series.m();
        double mean =
                OrderStatistics.mean(isRobust ? OrderStatistics.Spread.of(d).winsorise(d) : d);
        double mu = series.constants().drift() * mean * n / (n + m);
        double[] x = new double[n];
        for (int t = 0; t < n; t++) {
            x[t] = d[t] - mu;
        }
        GridAverage[] averages = GridAverage.ofOrigins(series, m);
        Recursion recursion = new Recursion(
                x, m, GRID, isRobust ? startScale(x) : 0, series.constants().clip());
        double[] path = new double[series.horizon()];
        for (int origin = averages.length - 1; origin >= 0; origin--) {
            int end = series.end(origin) - m;
            double[] losses = isRobust ? recursion.robust(end) : recursion.plain(end);
            for (int k = 0; k < losses.length; k++) {
                if (averages[origin].accepts(losses[k])) {
                    recursion.forecast(k, path);
                    averages[origin].add(path);
                }
            }
        }
        double[][] paths = GridAverage.paths(averages);
        for (int origin = 0; origin < paths.length; origin++) {
            for (int i = 0; i < paths[origin].length; i++) {
                paths[origin][i] += mu;
            }
            paths[origin] = SeasonalDifferences.path(paths[origin], series, origin);
        }
        return new Fit(paths, Math.sqrt(averages[0].leastSquaredErrors() / n));
    }

    private static double startScale(double[] x) {
        double[] quasiDifferences = new double[x.length - 1];
        for (int t = 0; t < quasiDifferences.length; t++) {
            quasiDifferences[t] = x[t + 1] - START_PHI * x[t];
        }
        return RunningScale.start(OrderStatistics.medianAbsoluteDeviation(quasiDifferences, 0));
    }

    /**
     * Runs over the changes at all grid points side by side: each waits for its own errors only.
     *
     * <p>Errors are kept for a year and a period; those before the first change are 0.
     */
    static final class Recursion {

        private final double[] x;
        private final int m;
        private final double clip;
        private final double[] phis;
        private final double[] thetas;
        private final double[] seasonalThetas;
        private final double[][] errors;
        private final double[] previous;
        private final double[] scales;
        private final double[] losses;
        private int n;

        /**
         * Starts before the first change.
         *
         * @param points phi, theta and seasonal theta of each
         */
        Recursion(double[] x, int m, double[][] points, double startScale, double clip) {
            this.x = x;
            this.m = m;
            this.clip = clip;
            int count = points.length;
            phis = new double[count];
            thetas = new double[count];
            seasonalThetas = new double[count];
            for (int k = 0; k < count; k++) {
                phis[k] = points[k][0];
                thetas[k] = points[k][1];
                seasonalThetas[k] = points[k][2];
            }
            errors = new double[m + 2][count];
            previous = new double[count];
            scales = new double[count];
            Arrays.fill(scales, startScale);
            losses = new double[count];
        }

        /** Returns the errors of all points at a change; at one before the first, 0. */
        private double[] errors(int t) {
            return errors[(t + errors.length) % errors.length];
        }

        /** Goes on until {@code end} changes are seen and returns the sum of squared errors of each point. */
        double[] plain(int end) {
            for (int t = n; t < end; t++) {
                plain(x[t], t == 0 ? 0 : x[t - 1], errors(t), errors(t - 1), errors(t - m), errors(t - m - 1));
            }
            if (end > 0) {
                Arrays.fill(previous, x[end - 1]);
            }
            n = end;
            return losses;
        }

        private void plain(
                double value, double before, double[] now, double[] last, double[] yearAgo, double[] beforeYearAgo) {
            for (int k = 0; k < losses.length; k++) {
                double seasonal = seasonalThetas[k] * (yearAgo[k] - thetas[k] * beforeYearAgo[k]);
                double error = value - phis[k] * before + seasonal + thetas[k] * last[k];
                now[k] = error;
                losses[k] += error * error;
            }
        }

        /** Goes on until {@code end} changes are seen, clipping innovations, and returns the losses of each point. */
        double[] robust(int end) {
            for (int t = n; t < end; t++) {
                robust(x[t], errors(t), errors(t - 1), errors(t - m), errors(t - m - 1));
            }
            n = end;
            return losses;
        }

        private void robust(double value, double[] now, double[] last, double[] yearAgo, double[] beforeYearAgo) {
            for (int k = 0; k < losses.length; k++) {
                double forecast = phis[k] * previous[k]
                        - seasonalThetas[k] * (yearAgo[k] - thetas[k] * beforeYearAgo[k])
                        - thetas[k] * last[k];
                double innovation = value - forecast;
                double c = clip * scales[k];
                double error = innovation;
                double level = value;
                if (Math.abs(innovation) > c) {
                    error = Math.copySign(c, innovation);
                    level = forecast + error;
                }
                double size = Math.abs(error);
                losses[k] += error * error + 2 * c * (Math.abs(innovation) - size);
                scales[k] = RunningScale.next(scales[k], size);
                previous[k] = level;
                now[k] = error;
            }
        }

        /** Fills {@code path} with the forecasts of a point after the changes seen, future innovations being 0. */
        void forecast(int point, double[] path) {
            double theta = thetas[point];
            double before = previous[point];
            double lastError = errors(n - 1)[point];
            double beforeYearAgo = errors(n - m - 1)[point];
            for (int i = 0; i < path.length; i++) {
                double yearAgo = errors(n + i - m)[point];
                double forecast = phis[point] * before
                        - theta * lastError
                        - seasonalThetas[point] * (yearAgo - theta * beforeYearAgo);
                path[i] = forecast;
                before = forecast;
                lastError = 0;
                beforeYearAgo = yearAgo;
            }
        }
    }
}
