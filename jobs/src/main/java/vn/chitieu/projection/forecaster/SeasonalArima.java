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
    private static final int FEWEST_CHANGES = 3;
    private static final double START_PHI = 0.7;

    private SeasonalArima() {}

    /**
     * A path and how well the model fitted.
     *
     * @param path missing periods, in the unit of the series
     * @param residualScale root mean square of the one-step errors of {@code z}; 0 if nothing could be fitted
     */
    @SuppressWarnings("ArrayRecordComponent") // a package-private pair that is never compared
    public record Fit(double[] path, double residualScale) {}

    /** Returns the plain fit. */
    public static Fit fit(AdjustedSeries series) {
        return fit(series, false);
    }

    /** Returns the path of the fit whose innovations are clipped, so that one odd value moves it little. */
    public static double[] robustPath(AdjustedSeries series) {
        return fit(series, true).path();
    }

    private static Fit fit(AdjustedSeries series, boolean isRobust) {
        double[] d = SeasonalDifferences.of(series.z(), series.m());
        int n = d.length;
        int m = series.m();
        if (n < FEWEST_CHANGES) {
            return new Fit(NaivePaths.seasonalNaive(series), 0);
        }
        double mean =
                OrderStatistics.mean(isRobust ? OrderStatistics.Spread.of(d).winsorise(d) : d);
        double mu = series.constants().drift() * mean * n / (n + m);
        double[] x = new double[n];
        for (int t = 0; t < n; t++) {
            x[t] = d[t] - mu;
        }
        GridAverage average =
                new GridAverage(series.horizon(), n, series.constants().temper());
        Recursion recursion = new Recursion(x, m, series.constants().clip());
        double startScale = isRobust ? startScale(x) : 0;
        double[] path = new double[series.horizon()];
        for (double phi : PHIS) {
            for (double theta : THETAS) {
                if (theta > 0 && phi <= theta) {
                    continue;
                }
                for (double seasonalTheta : SEASONAL_THETAS) {
                    double squaredErrors = isRobust
                            ? recursion.robust(phi, theta, seasonalTheta, startScale)
                            : recursion.plain(phi, theta, seasonalTheta);
                    if (average.accepts(squaredErrors)) {
                        recursion.forecast(phi, theta, seasonalTheta, path);
                        average.add(squaredErrors, path);
                    }
                }
            }
        }
        double[] changes = average.path();
        for (int i = 0; i < changes.length; i++) {
            changes[i] += mu;
        }
        return new Fit(SeasonalDifferences.path(changes, series), Math.sqrt(average.leastSquaredErrors() / n));
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
        private final double[] cleaned;
        private final double[] e;

        Recursion(double[] x, int m, double clip) {
            this.x = x;
            this.m = m;
            this.clip = clip;
            this.pad = m + 1;
            this.cleaned = new double[x.length + 1];
            this.e = new double[x.length + pad];
            System.arraycopy(x, 0, cleaned, 1, x.length);
        }

        double plain(double phi, double theta, double seasonalTheta) {
            double squaredErrors = 0;
            double previous = 0;
            double lastError = 0;
            for (int t = 0; t < x.length; t++) {
                double seasonal = seasonalTheta * (e[t + 1] - theta * e[t]);
                double error = x[t] - phi * previous + seasonal + theta * lastError;
                previous = x[t];
                lastError = error;
                e[t + pad] = error;
                squaredErrors += error * error;
            }
            return squaredErrors;
        }

        double robust(double phi, double theta, double seasonalTheta, double startScale) {
            double loss = 0;
            double previous = 0;
            double lastError = 0;
            double scale = startScale;
            for (int t = 0; t < x.length; t++) {
                double forecast = phi * previous - seasonalTheta * (e[t + 1] - theta * e[t]) - theta * lastError;
                double innovation = x[t] - forecast;
                double c = clip * scale;
                double error = innovation;
                previous = x[t];
                if (Math.abs(innovation) > c) {
                    error = Math.copySign(c, innovation);
                    previous = forecast + error;
                }
                double size = Math.abs(error);
                loss += error * error + 2 * c * (Math.abs(innovation) - size);
                scale = RunningScale.next(scale, size);
                lastError = error;
                cleaned[t + 1] = previous;
                e[t + pad] = error;
            }
            return loss;
        }

        /** Fills {@code path} with the forecasts after the last run, future innovations being 0. */
        void forecast(double phi, double theta, double seasonalTheta, double[] path) {
            int n = x.length;
            double previous = cleaned[n];
            for (int i = 0; i < path.length; i++) {
                double lastError = i == 0 ? e[n - 1 + pad] : 0;
                double forecast =
                        phi * previous - theta * lastError - seasonalTheta * (e[n + i + pad - m] - theta * e[n + i]);
                path[i] = forecast;
                previous = forecast;
            }
        }
    }
}
