package vn.chitieu.projection;

import java.util.Arrays;

/** Damped Holt-Winters smoothing, averaged over a grid (Winters 1960, Management Science 6). */
final class HoltWinters {

    private static final double[] ALPHAS = {0.05, 0.2, 0.4, 0.65, 0.9};
    private static final double[] GAMMAS = {0, 0.15, 0.4};
    private static final double[][] BETA_PHIS = {{0, 1}, {0.03, 0.98}, {0.12, 0.92}};
    private static final double[] ADDITIVE_ALPHAS = {0.05, 0.2, 0.35, 0.5, 0.7, 0.9};
    private static final double[] ADDITIVE_GAMMAS = {0, 0.1, 0.25, 0.5};
    private static final double[][] ADDITIVE_BETA_PHIS = {{0, 0.97}, {0.03, 0.92}, {0.12, 0.92}};
    private static final int START_YEARS = 4;
    private static final double LEAST_START_LEVEL = 0.2;
    private static final double LEAST_LEVEL = 0.05;
    private static final double LARGEST_RELATIVE_ERROR = 3;

    private HoltWinters() {}

    /** Returns the path with multiplicative seasonals of logarithms, with additive ones otherwise. */
    static double[] path(AdjustedSeries series) {
        double[] z = series.z();
        double[] effects = SeasonalEffects.of(
                Arrays.copyOf(z, Math.min(z.length, START_YEARS * series.m())), series.m(), series.firstSeason(), 1);
        return series.isLog() ? multiplicative(series, effects) : additive(series, effects);
    }

    private static double[] multiplicative(AdjustedSeries series, double[] effects) {
        double[] v = series.v();
        int m = series.m();
        double[] start = new double[m];
        for (int j = 0; j < m; j++) {
            start[j] = Math.exp(effects[series.season(j)]);
        }
        double l0 = 0;
        double l1 = 0;
        for (int j = 0; j < m; j++) {
            l0 += v[j] / start[j] / m;
            l1 += v[m + j] / start[j] / m;
        }
        double b0 = (l1 - l0) / m;
        double l00 = Math.max(l0 - b0 * (m + 1) / 2, LEAST_START_LEVEL * l0);
        double floor = LEAST_LEVEL * l00;
        GridAverage average = new GridAverage(
                series.horizon(), v.length - m, series.constants().temper());
        double[] s = new double[m];
        double[] path = new double[series.horizon()];
        for (double alpha : ALPHAS) {
            for (double ratio : GAMMAS) {
                double gamma = ratio * (1 - alpha / 2);
                for (double[] betaPhi : BETA_PHIS) {
                    double alphaBeta = alpha * betaPhi[0];
                    double phi = betaPhi[1];
                    System.arraycopy(start, 0, s, 0, m);
                    double level = l00;
                    double b = b0;
                    double squaredErrors = 0;
                    int j = 0;
                    for (int t = 0; t < v.length; t++) {
                        double f = level + phi * b;
                        f = f > floor ? f : floor;
                        double error = v[t] / s[j] - f;
                        error = error < LARGEST_RELATIVE_ERROR * f ? error : LARGEST_RELATIVE_ERROR * f;
                        level = f + alpha * error;
                        b = phi * b + alphaBeta * error;
                        double e = error / f;
                        s[j] *= 1 + gamma * e;
                        j = j + 1 == m ? 0 : j + 1;
                        squaredErrors += t >= m ? e * e : 0;
                    }
                    if (average.accepts(squaredErrors)) {
                        damped(level, b, phi, path);
                        for (int i = 0; i < path.length; i++) {
                            path[i] = Math.max(LEAST_LEVEL * level, path[i]) * s[(v.length + i) % m];
                        }
                        average.add(squaredErrors, path);
                    }
                }
            }
        }
        return average.path();
    }

    private static double[] additive(AdjustedSeries series, double[] effects) {
        double[] z = series.z();
        int m = series.m();
        double[] start = new double[m];
        for (int j = 0; j < m; j++) {
            start[j] = effects[series.season(j)];
        }
        double l0 = 0;
        double l1 = 0;
        for (int j = 0; j < m; j++) {
            l0 += (z[j] - start[j]) / m;
            l1 += (z[m + j] - start[j]) / m;
        }
        double b0 = (l1 - l0) / m;
        GridAverage average = new GridAverage(
                series.horizon(), z.length - m, series.constants().temper());
        double[] s = new double[m];
        double[] path = new double[series.horizon()];
        for (double alpha : ADDITIVE_ALPHAS) {
            for (double ratio : ADDITIVE_GAMMAS) {
                double gamma = ratio * (1 - alpha / 2);
                for (double[] betaPhi : ADDITIVE_BETA_PHIS) {
                    double alphaBeta = alpha * betaPhi[0];
                    double phi = betaPhi[1];
                    System.arraycopy(start, 0, s, 0, m);
                    double level = l0 - b0 * (m + 1) / 2;
                    double b = b0;
                    double squaredErrors = 0;
                    int j = 0;
                    for (int t = 0; t < z.length; t++) {
                        double f = level + phi * b;
                        double e = z[t] - f - s[j];
                        level = f + alpha * e;
                        b = phi * b + alphaBeta * e;
                        s[j] += gamma * e;
                        j = j + 1 == m ? 0 : j + 1;
                        squaredErrors += t >= m ? e * e : 0;
                    }
                    if (average.accepts(squaredErrors)) {
                        damped(level, b, phi, path);
                        for (int i = 0; i < path.length; i++) {
                            path[i] += s[(z.length + i) % m];
                        }
                        average.add(squaredErrors, path);
                    }
                }
            }
        }
        return series.inverse(average.path());
    }

    /** Fills {@code path} with the level plus the trend damped by {@code phi} each period. */
    private static void damped(double level, double trend, double phi, double[] path) {
        double power = 1;
        double sum = 0;
        for (int i = 0; i < path.length; i++) {
            power *= phi;
            sum += power;
            path[i] = level + trend * sum;
        }
    }
}
