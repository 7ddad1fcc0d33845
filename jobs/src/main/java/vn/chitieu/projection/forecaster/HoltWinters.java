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

    /** Returns the path with multiplicative seasonals where the series is positive, with additive ones otherwise. */
    public static double[] path(AdjustedSeries series) {
        int m = series.m();
        double[] effects = SeasonalEffects.of(
                Arrays.copyOf(series.z(), Math.min(series.n(), START_YEARS * m)), m, series.firstSeason(), 1);
        double[] start = new double[m];
        for (int j = 0; j < m; j++) {
            double effect = effects[series.season(j)];
            start[j] = series.isLog() ? Math.exp(effect) : effect;
        }
        return series.isLog()
                ? average(series, MULTIPLICATIVE, new Multiplicative(series.v(), start))
                : series.inverse(average(series, ADDITIVE, new Additive(series.z(), start)));
    }

    private static double[] average(AdjustedSeries series, Grid grid, Recursion recursion) {
        GridAverage average = new GridAverage(
                series.horizon(), series.n() - series.m(), series.constants().temper());
        double[] path = new double[series.horizon()];
        for (double alpha : grid.alphas()) {
            for (double ratio : grid.gammas()) {
                double gamma = ratio * (1 - alpha / 2);
                for (double[] betaPhi : grid.betaPhis()) {
                    double squaredErrors = recursion.run(alpha, alpha * betaPhi[0], gamma, betaPhi[1]);
                    if (average.accepts(squaredErrors)) {
                        recursion.forecast(betaPhi[1], path);
                        average.add(squaredErrors, path);
                    }
                }
            }
        }
        return average.path();
    }

    /** Level, trend and seasonals, indexed from the first value on, after a run at one grid point. */
    abstract static class Recursion {

        final double[] values;
        final double[] start;
        final double[] s;
        double level;
        double trend;

        Recursion(double[] values, double[] start) {
            this.values = values;
            this.start = start;
            this.s = new double[start.length];
        }

        /** Runs over all values and returns the sum of squared errors after the first year. */
        abstract double run(double alpha, double alphaBeta, double gamma, double phi);

        /** Returns the forecast at a level and place of the year. */
        abstract double withSeason(double unseasonal, int j);

        void forecast(double phi, double[] path) {
            double power = 1;
            double sum = 0;
            for (int i = 0; i < path.length; i++) {
                power *= phi;
                sum += power;
                path[i] = withSeason(level + trend * sum, (values.length + i) % s.length);
            }
        }
    }

    private static final class Multiplicative extends Recursion {

        private final double startLevel;
        private final double startTrend;

        Multiplicative(double[] v, double[] start) {
            super(v, start);
            int m = start.length;
            double l0 = 0;
            double l1 = 0;
            for (int j = 0; j < m; j++) {
                l0 += v[j] / start[j] / m;
                l1 += v[m + j] / start[j] / m;
            }
            this.startTrend = (l1 - l0) / m;
            this.startLevel = Math.max(l0 - startTrend * (m + 1) / 2, LEAST_START_LEVEL * l0);
        }

        @Override
        double run(double alpha, double alphaBeta, double gamma, double phi) {
            int m = start.length;
            System.arraycopy(start, 0, s, 0, m);
            double floor = LEAST_LEVEL * startLevel;
            double l = startLevel;
            double b = startTrend;
            double squaredErrors = 0;
            int j = 0;
            for (int t = 0; t < values.length; t++) {
                double f = l + phi * b;
                f = f > floor ? f : floor;
                double error = values[t] / s[j] - f;
                error = error < LARGEST_RELATIVE_ERROR * f ? error : LARGEST_RELATIVE_ERROR * f;
                l = f + alpha * error;
                b = phi * b + alphaBeta * error;
                double e = error / f;
                s[j] *= 1 + gamma * e;
                j = j + 1 == m ? 0 : j + 1;
                squaredErrors += t >= m ? e * e : 0;
            }
            level = l;
            trend = b;
            return squaredErrors;
        }

        @Override
        double withSeason(double unseasonal, int j) {
            return Math.max(LEAST_LEVEL * level, unseasonal) * s[j];
        }
    }

    static final class Additive extends Recursion {

        private final double startLevel;
        private final double startTrend;

        Additive(double[] z, double[] start) {
            super(z, start);
            int m = start.length;
            double l0 = 0;
            double l1 = 0;
            for (int j = 0; j < m; j++) {
                l0 += (z[j] - start[j]) / m;
                l1 += (z[m + j] - start[j]) / m;
            }
            this.startTrend = (l1 - l0) / m;
            this.startLevel = l0 - startTrend * (m + 1) / 2;
        }

        @Override
        double run(double alpha, double alphaBeta, double gamma, double phi) {
            int m = start.length;
            System.arraycopy(start, 0, s, 0, m);
            double l = startLevel;
            double b = startTrend;
            double squaredErrors = 0;
            int j = 0;
            for (int t = 0; t < values.length; t++) {
                double f = l + phi * b;
                double e = values[t] - f - s[j];
                l = f + alpha * e;
                b = phi * b + alphaBeta * e;
                s[j] += gamma * e;
                j = j + 1 == m ? 0 : j + 1;
                squaredErrors += t >= m ? e * e : 0;
            }
            level = l;
            trend = b;
            return squaredErrors;
        }

        @Override
        double withSeason(double unseasonal, int j) {
            return unseasonal + s[j];
        }
    }
}
