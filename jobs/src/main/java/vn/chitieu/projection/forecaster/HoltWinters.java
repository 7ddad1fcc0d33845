package vn.chitieu.projection.forecaster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Damped Holt-Winters smoothing, averaged over a grid (Winters 1960, Management Science 6). */
public final class HoltWinters {

    private static final double[][] MULTIPLICATIVE =
            grid(new double[] {0.05, 0.2, 0.4, 0.65, 0.9}, new double[] {0, 0.15, 0.4}, new double[][] {
                {0, 1}, {0.03, 0.98}, {0.12, 0.92}
            });
    private static final double[][] ADDITIVE =
            grid(new double[] {0.05, 0.2, 0.35, 0.5, 0.7, 0.9}, new double[] {0, 0.1, 0.25, 0.5}, new double[][] {
                {0, 0.97}, {0.03, 0.92}, {0.12, 0.92}
            });
    private static final int START_YEARS = 4;
    private static final double LEAST_START_LEVEL = 0.2;
    private static final double LEAST_LEVEL = 0.05;
    private static final double LARGEST_RELATIVE_ERROR = 3;

    private HoltWinters() {}

    /**
     * Returns alpha, alpha beta, gamma and phi of each point.
     *
     * @param ratios gammas over 1 - alpha/2
     * @param betaPhis weight of a change of trend, and what is left of a trend after a period
     */
    private static double[][] grid(double[] alphas, double[] ratios, double[][] betaPhis) {
        List<double[]> points = new ArrayList<>();
        for (double alpha : alphas) {
            for (double ratio : ratios) {
                for (double[] betaPhi : betaPhis) {
                    points.add(new double[] {alpha, alpha * betaPhi[0], ratio * (1 - alpha / 2), betaPhi[1]});
                }
            }
        }
        return points.toArray(double[][]::new);
    }

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
            return average(series, new Multiplicative(series.v(), start, MULTIPLICATIVE));
        }
        double[][] paths = average(series, new Additive(series.z(), start, ADDITIVE));
        for (double[] path : paths) {
            series.inverse(path);
        }
        return paths;
    }

    private static double[][] average(AdjustedSeries series, Recursion recursion) {
        GridAverage[] averages = GridAverage.ofOrigins(series, series.m());
        double[] path = new double[series.horizon()];
        for (int origin = averages.length - 1; origin >= 0; origin--) {
            double[] squaredErrors = recursion.runUntil(series.end(origin));
            for (int k = 0; k < squaredErrors.length; k++) {
                if (averages[origin].accepts(squaredErrors[k])) {
                    recursion.forecast(k, path);
                    averages[origin].add(path);
                }
            }
        }
        return GridAverage.paths(averages);
    }

    /**
     * Level, trend and seasonals, indexed from the first value on, at all grid points side by side: each waits for its
     * own level only.
     */
    abstract static class Recursion {

        final double[] alphas;
        final double[] alphaBetas;
        final double[] gammas;
        final double[] phis;
        final double[] levels;
        final double[] trends;
        final double[] squaredErrors;
        private final double[] values;
        private final double[][] seasonals;
        private int n;

        /**
         * Starts before the first value.
         *
         * @param points alpha, alpha beta, gamma and phi of each
         */
        Recursion(double[] values, double[] start, double startLevel, double startTrend, double[][] points) {
            this.values = values;
            int count = points.length;
            alphas = new double[count];
            alphaBetas = new double[count];
            gammas = new double[count];
            phis = new double[count];
            for (int k = 0; k < count; k++) {
                alphas[k] = points[k][0];
                alphaBetas[k] = points[k][1];
                gammas[k] = points[k][2];
                phis[k] = points[k][3];
            }
            levels = new double[count];
            Arrays.fill(levels, startLevel);
            trends = new double[count];
            Arrays.fill(trends, startTrend);
            squaredErrors = new double[count];
            seasonals = new double[start.length][count];
            for (int j = 0; j < start.length; j++) {
                Arrays.fill(seasonals[j], start[j]);
            }
        }

        /**
         * Goes on until {@code end} values are seen and returns the sum of squared errors of each point after the first
         * year.
         */
        double[] runUntil(int end) {
            int m = seasonals.length;
            for (int t = n; t < end; t++) {
                step(values[t], seasonals[t % m], t >= m);
            }
            n = end;
            return squaredErrors;
        }

        /** Takes a value in at every point. */
        abstract void step(double value, double[] s, boolean isScored);

        /** Returns the forecast of a point from its unseasonal part and a seasonal. */
        abstract double withSeason(int point, double unseasonal, double seasonal);

        /** Fills {@code path} with the forecasts of a point after the values seen. */
        void forecast(int point, double[] path) {
            double power = 1;
            double sum = 0;
            for (int i = 0; i < path.length; i++) {
                power *= phis[point];
                sum += power;
                path[i] = withSeason(
                        point, levels[point] + trends[point] * sum, seasonals[(n + i) % seasonals.length][point]);
            }
        }
    }

    private static final class Multiplicative extends Recursion {

        private final double floor;

        Multiplicative(double[] v, double[] start, double[][] points) {
            this(v, start, points, mean(v, start, 0), trend(v, start));
        }

        private Multiplicative(double[] v, double[] start, double[][] points, double firstYear, double trend) {
            super(v, start, startLevel(start.length, firstYear, trend), trend, points);
            floor = LEAST_LEVEL * startLevel(start.length, firstYear, trend);
        }

        private static double startLevel(int m, double firstYear, double trend) {
            return Math.max(firstYear - trend * (m + 1) / 2, LEAST_START_LEVEL * firstYear);
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
        void step(double value, double[] s, boolean isScored) {
            for (int k = 0; k < levels.length; k++) {
                double f = levels[k] + phis[k] * trends[k];
                f = f > floor ? f : floor;
                double error = value / s[k] - f;
                error = error < LARGEST_RELATIVE_ERROR * f ? error : LARGEST_RELATIVE_ERROR * f;
                levels[k] = f + alphas[k] * error;
                trends[k] = phis[k] * trends[k] + alphaBetas[k] * error;
                double e = error / f;
                s[k] *= 1 + gammas[k] * e;
                squaredErrors[k] += isScored ? e * e : 0;
            }
        }

        @Override
        double withSeason(int point, double unseasonal, double seasonal) {
            return Math.max(LEAST_LEVEL * levels[point], unseasonal) * seasonal;
        }
    }

    static final class Additive extends Recursion {

        Additive(double[] z, double[] start, double[][] points) {
            this(z, start, points, mean(z, start, 0), trend(z, start));
        }

        private Additive(double[] z, double[] start, double[][] points, double firstYear, double trend) {
            super(z, start, firstYear - trend * (start.length + 1) / 2, trend, points);
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
        void step(double value, double[] s, boolean isScored) {
            for (int k = 0; k < levels.length; k++) {
                double f = levels[k] + phis[k] * trends[k];
                double e = value - f - s[k];
                levels[k] = f + alphas[k] * e;
                trends[k] = phis[k] * trends[k] + alphaBetas[k] * e;
                s[k] += gammas[k] * e;
                squaredErrors[k] += isScored ? e * e : 0;
            }
        }

        @Override
        double withSeason(int point, double unseasonal, double seasonal) {
            return unseasonal + seasonal;
        }
    }
}
