package vn.chitieu.projection.learned;

import vn.chitieu.projection.forecaster.RegularSeries;

/** The periods of a positive series counted back from the last known one: their sums and growth. */
final class PastPeriods {

    /** Growth beyond e^1.5 is a series that starts, not growth. */
    private static final double MOST_GROWTH = 1.5;

    private final double[] cumulated;
    private final double[] values;
    private final int m;

    PastPeriods(RegularSeries known) {
        double[] oldestFirst = known.values();
        int n = oldestFirst.length;
        m = known.periodsPerYear();
        values = new double[n];
        cumulated = new double[n + 1];
        for (int i = 0; i < n; i++) {
            values[i] = oldestFirst[n - 1 - i];
            cumulated[i + 1] = cumulated[i] + values[i];
        }
    }

    int length() {
        return values.length;
    }

    /** Returns the value of the period {@code back} periods before the last known one. */
    double value(int back) {
        return values[back];
    }

    /** Returns the sum of the periods from {@code from} back to the one before {@code to}. */
    double sum(int from, int to) {
        return cumulated[to] - cumulated[from];
    }

    /** Returns {@link #logGrowth} of a sum on the same periods a year before; 0 if these are not known. */
    double growth(int from, int to) {
        return to + m > values.length ? 0 : logGrowth(sum(from, to), sum(from + m, to + m));
    }

    /** Returns the logarithm of a ratio of positive amounts, bounded; 0 if one is not positive. */
    static double logGrowth(double amount, double before) {
        return amount > 0 && before > 0 ? Math.max(-MOST_GROWTH, Math.min(MOST_GROWTH, Math.log(amount / before))) : 0;
    }
}
