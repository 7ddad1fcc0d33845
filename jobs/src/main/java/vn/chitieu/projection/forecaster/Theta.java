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

    /** Returns the theta path of the series at its own frequency. */
    public static double[] path(AdjustedSeries series) {
        return path(
                series.isLog() ? series.v() : series.z(),
                series.isLog(),
                series.unit(),
                series.slowEffects(),
                series.firstSeason(),
                series.horizon());
    }

    /**
     * Returns the theta path of quarterly totals, split over months by their seasonal effects (temporal aggregation:
     * Kourentzes, Petropoulos &amp; Trapero 2014, IJF 30); of a quarterly series, or of months known in the middle of a
     * quarter, the plain theta path.
     */
    public static double[] quarterlyPath(AdjustedSeries series) {
        if (series.m() != 12 || series.observedPeriods() % 3 != 0) {
            return path(series);
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
        double[] quarters = path(isLog ? totals : z, isLog, unit, effects, firstQuarter, series.horizon() / 3);
        return splitOverMonths(quarters, series);
    }

    private static double[] path(
            double[] values, boolean isLog, double unit, double[] effects, int firstSeason, int horizon) {
        double[] factors = isLog ? exponentials(effects) : effects;
        double[] adjusted = withoutSeason(values, isLog, factors, firstSeason);
        double[] path = line(adjusted, horizon);
        for (int i = 0; i < horizon; i++) {
            double factor = factors[(firstSeason + values.length + i) % factors.length];
            path[i] = isLog ? path[i] * factor : (path[i] + factor) * unit;
        }
        return path;
    }

    /** Returns the theta path of values without a season. */
    static double[] line(double[] a, int horizon) {
        Smoothed smoothed = smooth(a);
        double alpha = smoothed.alpha();
        double drift = slope(a) / 2;
        double shift = (1 - Math.pow(1 - alpha, a.length)) / alpha;
        double[] path = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            path[i] = smoothed.level() + drift * (i + shift);
        }
        return path;
    }

    /**
     * Returns the smoothing with the least sum of squared one-step errors, the level starting at the first values'
     * mean.
     */
    static Smoothed smooth(double[] a) {
        double start = NaivePaths.sum(a, 0, Math.min(a.length, START_VALUES)) / Math.min(a.length, START_VALUES);
        Smoothed best = new Smoothed(start, ALPHAS[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : ALPHAS) {
            double level = start;
            double squaredErrors = 0;
            for (int t = 0; t < a.length; t++) {
                double e = a[t] - level;
                if (t >= FIRST_SCORED) {
                    squaredErrors += e * e;
                }
                level += alpha * e;
            }
            if (squaredErrors < least) {
                least = squaredErrors;
                best = new Smoothed(level, alpha);
            }
        }
        return best;
    }

    private static double slope(double[] a) {
        double centre = (a.length - 1) / 2.0;
        double cross = 0;
        double square = 0;
        for (int t = 0; t < a.length; t++) {
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

    private static double[] splitOverMonths(double[] quarters, AdjustedSeries series) {
        double[] profile = exponentials(series.slowEffects());
        if (!series.isLog()) {
            double level = smooth(withoutSeason(series.z(), false, series.slowEffects(), series.firstSeason()))
                    .level();
            profile = Arrays.stream(series.slowEffects())
                    .map(effect -> level + effect)
                    .toArray();
        }
        double[] path = new double[series.horizon()];
        for (int q = 0; q < quarters.length; q++) {
            double[] shares = shares(profile, series.season(series.n() + 3 * q));
            for (int i = 0; i < 3; i++) {
                path[3 * q + i] = quarters[q] * shares[i];
            }
        }
        return path;
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
        return Arrays.stream(effects).map(Math::exp).toArray();
    }
}
