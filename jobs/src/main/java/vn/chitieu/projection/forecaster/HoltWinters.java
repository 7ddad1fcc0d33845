package vn.chitieu.projection.forecaster;

import java.util.Arrays;

/** Damped Holt-Winters smoothing, averaged over a grid (Winters 1960, Management Science 6). */
public final class HoltWinters {

    private static final Grid MULTIPLICATIVE =
            new Grid(new double[] {0.05, 0.2, 0.4, 0.65, 0.9}, new double[] {0, 0.15, 0.4}, new double[][] {
                {0, 1}, {0.03, 0.98}, {0.12, 0.92}
            });
    private static final Grid ADDITIVE =
            new Grid(new double[] {0.05, 0.2, 0.35, 0.5, 0.7, 0.9}, new double[] {0, 0.1, 0.25, 0.5}, new double[][] {
                {0, 0.97}, {0.03, 0.92}, {0.12, 0.92}
            });
    private static final int START_YEARS = 4;
    private static final double LEAST_START_LEVEL = 0.2;
    private static final double LEAST_LEVEL = 0.05;
    private static final double LARGEST_RELATIVE_ERROR = 3;

    private HoltWinters() {}

    /**
     * Smoothing parameters tried together.
     *
     * @param gammas over 1 - alpha/2
     * @param betaPhis weight of a change of trend, and what is left of a trend after a period
     */
    @SuppressWarnings("ArrayRecordComponent") // two constants that are never compared
    private record Grid(double[] alphas, double[] gammas, double[][] betaPhis) {}

    /**
     * Returns the path at each origin, with multiplicative seasonals where the series is positive, else additive ones.
     */
    static double[][] paths(AdjustedSeries series) {
        int m = series.m();
        double[] effects = SeasonalEffects.of(
                Arrays.copyOf(series.z(), Math.min(series.n(), START_YEARS * m)), m, series.firstSeason(), 1);
        double[] start = new double[m];
        for (int j = 0; j < m; j++) {
            double effect = effects[series.season(j)];
            start[j] = series.isLog() ? Math.exp(effect) : effect;
        }
        if (series.isLog()) {
            return average(series, MULTIPLICATIVE, new Multiplicative(series.v(), start));
        }
        double[][] paths = average(series, ADDITIVE, new Additive(series.z(), start));
        for (double[] path : paths) {
            series.inverse(path);
        }
        return paths;
    }

    private static double[][] average(AdjustedSeries series, Grid grid, Recursion recursion) {
        GridAverage[] averages = GridAverage.ofOrigins(series, series.m());
        double[] path = new double[series.horizon()];
        for (double alpha : grid.alphas()) {
            for (double ratio : grid.gammas()) {
                double gamma = ratio * (1 - alpha / 2);
                for (double[] betaPhi : grid.betaPhis()) {
                    recursion.start(alpha, alpha * betaPhi[0], gamma, betaPhi[1]);
                    for (int origin = averages.length - 1; origin >= 0; origin--) {
                        double squaredErrors = recursion.runUntil(series.end(origin));
                        if (averages[origin].accepts(squaredErrors)) {
                            recursion.forecast(path);
                            averages[origin].add(path);
                        }
                    }
                }
            }
        }
        return GridAverage.paths(averages);
    }

    /** Level, trend and seasonals, indexed from the first value on, at one grid point. */
    abstract static class Recursion {

        final double[] values;
        final double[] start;
        final double[] s;
        final double startLevel;
        final double startTrend;
        double alpha;
        double alphaBeta;
        double gamma;
        double phi;
        int n;
        double level;
        double trend;
        double squaredErrors;

        Recursion(double[] values, double[] start, double startLevel, double startTrend) {
            this.values = values;
            this.start = start;
            this.s = new double[start.length];
            this.startLevel = startLevel;
            this.startTrend = startTrend;
        }

        /** Goes back to before the first value. */
        void start(double alpha, double alphaBeta, double gamma, double phi) {
            this.alpha = alpha;
            this.alphaBeta = alphaBeta;
            this.gamma = gamma;
            this.phi = phi;
            System.arraycopy(start, 0, s, 0, s.length);
            n = 0;
            level = startLevel;
            trend = startTrend;
            squaredErrors = 0;
        }

        /** Goes on until {@code end} values are seen and returns the sum of squared errors after the first year. */
        abstract double runUntil(int end);

        /** Returns the forecast at a level and place of the year. */
        abstract double withSeason(double unseasonal, int j);

        /** Fills {@code path} with the forecasts after the values seen. */
        void forecast(double[] path) {
            double power = 1;
            double sum = 0;
            for (int i = 0; i < path.length; i++) {
                power *= phi;
                sum += power;
                path[i] = withSeason(level + trend * sum, (n + i) % s.length);
            }
        }
    }

    private static final class Multiplicative extends Recursion {

        Multiplicative(double[] v, double[] start) {
            this(v, start, mean(v, start, 0), trend(v, start));
        }

        private Multiplicative(double[] v, double[] start, double firstYear, double trend) {
            super(v, start, Math.max(firstYear - trend * (start.length + 1) / 2, LEAST_START_LEVEL * firstYear), trend);
        }

        private static double mean(double[] v, double[] start, int from) {
            double mean = 0;
            for (int j = 0; j < start.length; j++) {
                mean += v[from + j] / start[j] / start.length;
            }
            return mean;
        }

        private static double trend(double[] v, double[] start) {
            return (mean(v, start, start.length) - mean(v, start, 0)) / start.length;
        }

        @Override
        double runUntil(int end) {
            int m = start.length;
            double floor = LEAST_LEVEL * startLevel;
            double l = level;
            double b = trend;
            double sum = squaredErrors;
            int j = n % m;
            for (int t = n; t < end; t++) {
                double f = l + phi * b;
                f = f > floor ? f : floor;
                double error = values[t] / s[j] - f;
                error = error < LARGEST_RELATIVE_ERROR * f ? error : LARGEST_RELATIVE_ERROR * f;
                l = f + alpha * error;
                b = phi * b + alphaBeta * error;
                double e = error / f;
                s[j] *= 1 + gamma * e;
                j = j + 1 == m ? 0 : j + 1;
                sum += t >= m ? e * e : 0;
            }
            level = l;
            trend = b;
            squaredErrors = sum;
            n = end;
            return sum;
        }

        @Override
        double withSeason(double unseasonal, int j) {
            return Math.max(LEAST_LEVEL * level, unseasonal) * s[j];
        }
    }

    static final class Additive extends Recursion {

        Additive(double[] z, double[] start) {
            this(z, start, mean(z, start, 0), trend(z, start));
        }

        private Additive(double[] z, double[] start, double firstYear, double trend) {
            super(z, start, firstYear - trend * (start.length + 1) / 2, trend);
        }

        private static double mean(double[] z, double[] start, int from) {
            double mean = 0;
            for (int j = 0; j < start.length; j++) {
                mean += (z[from + j] - start[j]) / start.length;
            }
            return mean;
        }

        private static double trend(double[] z, double[] start) {
            return (mean(z, start, start.length) - mean(z, start, 0)) / start.length;
        }

        @Override
        double runUntil(int end) {
            int m = start.length;
            double l = level;
            double b = trend;
            double sum = squaredErrors;
            int j = n % m;
            for (int t = n; t < end; t++) {
                double f = l + phi * b;
                double e = values[t] - f - s[j];
                l = f + alpha * e;
                b = phi * b + alphaBeta * e;
                s[j] += gamma * e;
                j = j + 1 == m ? 0 : j + 1;
                sum += t >= m ? e * e : 0;
            }
            level = l;
            trend = b;
            squaredErrors = sum;
            n = end;
            return sum;
        }

        @Override
        double withSeason(double unseasonal, int j) {
            return unseasonal + s[j];
        }
    }
}
