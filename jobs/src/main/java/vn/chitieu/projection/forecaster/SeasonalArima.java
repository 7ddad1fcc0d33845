package vn.chitieu.projection.forecaster;

import vn.chitieu.method.statistics.OrderStatistics;

/**
 * ARIMA(1,0,1)(0,1,1) with drift by conditional least squares, averaged over a grid (Box &amp; Jenkins 1976; robust
 * filtering as in Gelper, Fried &amp; Croux 2010, J. Forecasting 29).
 */
public final class SeasonalArima {

    private static final double[] PHIS = {0, 0.5, 0.75, 0.9, 0.97};
    private static final double[] THETAS = {0, 0.35, 0.65};
    private static final double[] SEASONAL_THETAS = {0, 0.4, 0.7, 0.9};
    private static final double START_PHI = 0.7;

    private SeasonalArima() {}

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
        Recursion recursion = new Recursion(x, m, series.constants().clip());
        double startScale = isRobust ? startScale(x) : 0;
        double[] path = new double[series.horizon()];
        for (double phi : PHIS) {
            for (double theta : THETAS) {
                if (theta > 0 && phi <= theta) {
                    continue;
                }
                for (double seasonalTheta : SEASONAL_THETAS) {
                    recursion.start(phi, theta, seasonalTheta, startScale);
                    for (int origin = averages.length - 1; origin >= 0; origin--) {
                        int end = series.end(origin) - m;
                        double loss = isRobust ? recursion.robust(end) : recursion.plain(end);
                        if (averages[origin].accepts(loss)) {
                            recursion.forecast(path);
                            averages[origin].add(path);
                        }
                    }
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

    /** Runs over the changes at one grid point; buffers start with zeros for what lies before the first change. */
    static final class Recursion {

        private final double[] x;
        private final int m;
        private final double clip;
        private final int pad;
        private final double[] e;
        private double phi;
        private double theta;
        private double seasonalTheta;
        private int n;
        private double previous;
        private double scale;
        private double loss;

        Recursion(double[] x, int m, double clip) {
            this.x = x;
            this.m = m;
            this.clip = clip;
            this.pad = m + 1;
            this.e = new double[x.length + pad];
        }

        /** Goes back to before the first change. */
        void start(double phi, double theta, double seasonalTheta, double startScale) {
            this.phi = phi;
            this.theta = theta;
            this.seasonalTheta = seasonalTheta;
            n = 0;
            previous = 0;
            scale = startScale;
            loss = 0;
        }

        /** Goes on until {@code end} changes are seen and returns the sum of their squared errors. */
        double plain(int end) {
            double squaredErrors = loss;
            double before = previous;
            double lastError = e[n + pad - 1];
            for (int t = n; t < end; t++) {
                double seasonal = seasonalTheta * (e[t + 1] - theta * e[t]);
                double error = x[t] - phi * before + seasonal + theta * lastError;
                before = x[t];
                lastError = error;
                e[t + pad] = error;
                squaredErrors += error * error;
            }
            previous = before;
            loss = squaredErrors;
            n = end;
            return loss;
        }

        /** Goes on until {@code end} changes are seen, clipping innovations, and returns the sum of their losses. */
        double robust(int end) {
            double sum = loss;
            double before = previous;
            double lastError = e[n + pad - 1];
            double running = scale;
            for (int t = n; t < end; t++) {
                double forecast = phi * before - seasonalTheta * (e[t + 1] - theta * e[t]) - theta * lastError;
                double innovation = x[t] - forecast;
                double c = clip * running;
                double error = innovation;
                before = x[t];
                if (Math.abs(innovation) > c) {
                    error = Math.copySign(c, innovation);
                    before = forecast + error;
                }
                double size = Math.abs(error);
                sum += error * error + 2 * c * (Math.abs(innovation) - size);
                running = RunningScale.next(running, size);
                lastError = error;
                e[t + pad] = error;
            }
            previous = before;
            scale = running;
            loss = sum;
            n = end;
            return loss;
        }

        /** Fills {@code path} with the forecasts after the changes seen, future innovations being 0. */
        void forecast(double[] path) {
            double before = previous;
            for (int i = 0; i < path.length; i++) {
                double lastError = i == 0 ? e[n - 1 + pad] : 0;
                double forecast =
                        phi * before - theta * lastError - seasonalTheta * (e[n + i + pad - m] - theta * e[n + i]);
                path[i] = forecast;
                before = forecast;
            }
        }
    }
}
