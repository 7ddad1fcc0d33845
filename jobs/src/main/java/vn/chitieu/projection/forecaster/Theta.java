package vn.chitieu.projection.forecaster;

import java.util.Arrays;

/**
 * The theta method: simple exponential smoothing of the seasonally adjusted values plus half their linear trend
 * (Assimakopoulos &amp; Nikolopoulos 2000, Int. J. Forecasting 16; closed form of Hyndman &amp; Billah 2003, IJF 19).
 */
public final class Theta {

    private static final double[] ALPHAS = {
        0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.99
    };
    private static final int START_VALUES = 4;
    private static final int FIRST_SCORED = 2;

    private Theta() {}

    /** What simple exponential smoothing leaves: the last level and the weight of a new value that made it. */
    record Smoothed(double level, double alpha) {}

    /** Returns the theta path of the series at its own frequency, at each origin. */
    static double[][] paths(AdjustedSeries series) {
        return paths(
                new Values(
                        series.isLog() ? series.v() : series.z(),
                        series.isLog(),
                        series.unit(),
                        series.slowEffects(),
                        series.firstSeason()),
                series.origins(),
                series.horizon());
    }

    /**
     * Returns the theta path of quarterly totals, split over months by their seasonal effects (temporal aggregation:
     * Kourentzes, Petropoulos &amp; Trapero 2014, IJF 30); of a quarterly series, or of months known in the middle of a
     * quarter, the plain theta path.
     *
     * @param plain as {@link #paths}
     */
    static double[][] quarterlyPaths(AdjustedSeries series, double[][] plain) {
        if (series.m() != 12 || series.observedPeriods() % 3 != 0) {
            return Arrays.stream(plain).map(double[]::clone).toArray(double[][]::new);
        }
        int skipped = series.n() % 3;
        double[] totals = new double[series.n() / 3];
        for (int q = 0; q < totals.length; q++) {
            totals[q] = NaivePaths.sum(series.v(), skipped + 3 * q, skipped + 3 * q + 3);
        }
        boolean isLog = AdjustedSeries.allPositive(totals);
        double unit = isLog ? 1 : AdjustedSeries.meanAbsoluteValue(totals);
        double[] z = Arrays.stream(totals)
                .map(total -> isLog ? Math.log(total) : total / unit)
                .toArray();
        int firstQuarter = series.season(skipped) / 3;
        double[] effects =
                SeasonalEffects.of(z, 4, firstQuarter, series.constants().seasonalDiscount());
        return splitOverMonths(
                paths(
                        new Values(isLog ? totals : z, isLog, unit, effects, firstQuarter),
                        series.origins(),
                        series.horizon() / 3),
                series);
    }

    /**
     * Values with a season.
     *
     * @param a in their unit where {@code isLog}, else over {@code unit}
     * @param effects of {@code a}, of its logarithms where {@code isLog}
     */
    @SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
    private record Values(double[] a, boolean isLog, double unit, double[] effects, int firstSeason) {}

    private static double[][] paths(Values values, int origins, int horizon) {
        double[] factors = values.isLog() ? exponentials(values.effects()) : values.effects();
        double[] adjusted = withoutSeason(values.a(), values.isLog(), factors, values.firstSeason());
        double[][] paths = lines(adjusted, factors.length, origins, horizon);
        for (double[] path : paths) {
            for (int i = 0; i < horizon; i++) {
                double factor = factors[(values.firstSeason() + adjusted.length + i) % factors.length];
                path[i] = values.isLog() ? path[i] * factor : (path[i] + factor) * values.unit();
            }
        }
        return paths;
    }

    /** Returns the theta path of values without a season after each origin, a year of {@code m} periods apart. */
    static double[][] lines(double[] a, int m, int origins, int horizon) {
        Smoothed[] smoothed = smooth(a, m, origins);
        double[][] paths = new double[origins][horizon];
        for (int origin = 0; origin < origins; origin++) {
            int n = a.length - origin * m;
            double alpha = smoothed[origin].alpha();
            double drift = slope(a, n) / 2;
            double shift = (1 - Math.pow(1 - alpha, n)) / alpha;
            for (int i = 0; i < horizon; i++) {
                paths[origin][i] = smoothed[origin].level() + drift * (i + shift);
            }
        }
        return paths;
    }

    /**
     * Returns, for each origin, the smoothing with the least sum of squared one-step errors until then, the level
     * starting at the first values' mean.
     */
    static Smoothed[] smooth(double[] a, int m, int origins) {
        double start = NaivePaths.sum(a, 0, Math.min(a.length, START_VALUES)) / Math.min(a.length, START_VALUES);
        Smoothed[] best = new Smoothed[origins];
        Arrays.fill(best, new Smoothed(start, ALPHAS[0]));
        double[] least = new double[origins];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        double[] levels = new double[ALPHAS.length];
        Arrays.fill(levels, start);
        double[] squaredErrors = new double[ALPHAS.length];
        int t = 0;
        for (int origin = origins - 1; origin >= 0; origin--) {
            for (; t < a.length - origin * m; t++) {
                smooth(a[t], t >= FIRST_SCORED, levels, squaredErrors);
            }
            for (int k = 0; k < levels.length; k++) {
                if (squaredErrors[k] < least[origin]) {
                    least[origin] = squaredErrors[k];
                    best[origin] = new Smoothed(levels[k], ALPHAS[k]);
                }
            }
        }
        return best;
    }

    /** Takes a value in with every weight. */
    private static void smooth(double value, boolean isScored, double[] levels, double[] squaredErrors) {
        for (int k = 0; k < levels.length; k++) {
            double e = value - levels[k];
            squaredErrors[k] += isScored ? e * e : 0;
            levels[k] += ALPHAS[k] * e;
        }
    }

    /** Returns the least squares slope of the first {@code n} values. */
    private static double slope(double[] a, int n) {
        double centre = (n - 1) / 2.0;
        double cross = 0;
        double square = 0;
        for (int t = 0; t < n; t++) {
            cross += (t - centre) * a[t];
            square += (t - centre) * (t - centre);
        }
        return square > 0 ? cross / square : 0;
    }

    private static double[] withoutSeason(double[] values, boolean isLog, double[] factors, int firstSeason) {
        double[] adjusted = new double[values.length];
        int season = firstSeason;
        for (int t = 0; t < values.length; t++) {
            adjusted[t] = isLog ? values[t] / factors[season] : values[t] - factors[season];
            season = season + 1 == factors.length ? 0 : season + 1;
        }
        return adjusted;
    }

    private static double[][] splitOverMonths(double[][] quarters, AdjustedSeries series) {
        double[] effects = series.slowEffects();
        double[][] paths = new double[quarters.length][series.horizon()];
        Smoothed[] smoothed = series.isLog()
                ? new Smoothed[0]
                : smooth(withoutSeason(series.z(), false, effects, series.firstSeason()), 12, quarters.length);
        double[] ofLogarithms = series.isLog() ? exponentials(effects) : effects;
        for (int origin = 0; origin < quarters.length; origin++) {
            double[] profile = ofLogarithms;
            if (!series.isLog()) {
                double level = smoothed[origin].level();
                profile = Arrays.stream(effects).map(effect -> level + effect).toArray();
            }
            for (int q = 0; q < quarters[origin].length; q++) {
                double[] shares = shares(profile, series.season(series.n() + 3 * q));
                for (int i = 0; i < 3; i++) {
                    paths[origin][3 * q + i] = quarters[origin][q] * shares[i];
                }
            }
        }
        return paths;
    }

    /** Returns three months' parts of their sum; a month of the other sign than the sum has none. */
    private static double[] shares(double[] profile, int firstMonth) {
        double sign = Math.signum(NaivePaths.sum(profile, firstMonth, firstMonth + 3));
        double[] shares = new double[3];
        for (int i = 0; i < 3; i++) {
            shares[i] = sign == 0 ? 1 : Math.max(0, sign * profile[firstMonth + i]);
        }
        double sum = NaivePaths.sum(shares, 0, 3);
        for (int i = 0; i < 3; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double[] exponentials(double[] effects) {
        double[] exponentials = new double[effects.length];
        for (int j = 0; j < exponentials.length; j++) {
            exponentials[j] = Math.exp(effects[j]);
        }
        return exponentials;
    }
}
