package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * Where a series that is never negative is 0: in seasons in which nothing ever happens, and elsewhere.
 *
 * <p>A flow that is positive in its season grows by factors like any other, so that a 0 outside of it, or a rare one
 * inside, is no reason to leave logarithms. For that the zeros are filled: an idle season with what lies between its
 * neighbours, a rare zero with the growth of its neighbours on the year before. Filled values only carry the
 * recursions; what an idle season brings is 0, and the known part of the year stays as it is.
 *
 * @param isIdle by season, whether every known value of it is 0; none is where a value is negative or all are positive
 * @param rareZeros zeros in other seasons
 * @param isFillable whether at least half of the seasons are not idle, at most 5 % of the values of these are 0, and
 *     the last of them is not
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record ZeroPattern(boolean[] isIdle, int rareZeros, boolean isFillable) {

    private static final double MOST_RARE = 0.05;
    private static final double LEAST_PART = 0.2;
    private static final int FEWEST_YEARS = 2;

    /** Looks at all values of a series. */
    public static ZeroPattern of(RegularSeries series) {
        int m = series.periodsPerYear();
        double[] y = series.values();
        int[] zeros = new int[m];
        int[] count = new int[m];
        boolean isNegative = false;
        for (int t = 0; t < y.length; t++) {
            int season = (series.firstPeriod() - 1 + t) % m;
            count[season]++;
            zeros[season] += y[t] == 0 ? 1 : 0;
            isNegative |= y[t] < 0;
        }
        boolean[] isIdle = new boolean[m];
        if (isNegative) {
            return new ZeroPattern(isIdle, 0, false);
        }
        int idle = 0;
        int rare = 0;
        int active = 0;
        for (int j = 0; j < m; j++) {
            isIdle[j] = count[j] >= FEWEST_YEARS && zeros[j] == count[j];
            idle += isIdle[j] ? 1 : 0;
            rare += isIdle[j] ? 0 : zeros[j];
            active += isIdle[j] ? 0 : count[j];
        }
        int last = y.length - 1;
        while (last > 0 && isIdle[(series.firstPeriod() - 1 + last) % m]) {
            last--;
        }
        boolean isFillable = 2 * idle <= m
                && idle + rare > 0
                && rare <= MOST_RARE * active
                && y[last] > 0
                && (rare == 0 || isFarFromZero(y));
        return new ZeroPattern(isIdle, rare, isFillable);
    }

    /** Returns whether a 0 cannot be a small value like others: none of these is below a fifth of their median. */
    private static boolean isFarFromZero(double[] y) {
        double[] positive = Arrays.stream(y).filter(value -> value > 0).toArray();
        double least = Arrays.stream(positive).min().orElse(0);
        return least >= LEAST_PART * OrderStatistics.median(positive);
    }

    public int idleSeasons() {
        int idle = 0;
        for (boolean is : isIdle) {
            idle += is ? 1 : 0;
        }
        return idle;
    }

    /** Returns the series with its zeros filled, itself where it is not {@link #isFillable}. */
    public RegularSeries filled(RegularSeries series) {
        if (!isFillable) {
            return series;
        }
        int m = series.periodsPerYear();
        double[] y = series.values();
        double[] z = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            z[t] = y[t] > 0 ? Math.log(y[t]) : Double.NaN;
        }
        for (int t = 0; t < y.length; t++) { // last year's, where it was filled itself, is
            if (y[t] == 0) {
                z[t] = isIdle[(series.firstPeriod() - 1 + t) % m] ? between(z, t, 0) : byGrowth(z, t, m);
                y[t] = Math.exp(z[t]);
            }
        }
        return new RegularSeries(m, series.firstYear(), series.firstPeriod(), y);
    }

    /** Returns the mean growth of the neighbours on the year before, from last year's value on. */
    private static double byGrowth(double[] z, int t, int m) {
        double growth = t < m ? Double.NaN : between(z, t, m);
        return Double.isNaN(growth) ? between(z, t, 0) : z[t - m] + growth;
    }

    /** Returns the point of the line between the nearest known neighbours of their differences over a lag. */
    private static double between(double[] z, int t, int lag) {
        int left = t - 1;
        while (left >= lag && Double.isNaN(difference(z, left, lag))) {
            left--;
        }
        int right = t + 1;
        while (right < z.length && Double.isNaN(difference(z, right, lag))) {
            right++;
        }
        if (left < lag || right >= z.length) {
            return left >= lag ? difference(z, left, lag) : right < z.length ? difference(z, right, lag) : Double.NaN;
        }
        double part = (t - left) / (double) (right - left);
        return difference(z, left, lag) + part * (difference(z, right, lag) - difference(z, left, lag));
    }

    private static double difference(double[] z, int t, int lag) {
        return lag == 0 ? z[t] : z[t] - z[t - lag];
    }
}
