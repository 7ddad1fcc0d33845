package vn.chitieu.observation;

import java.util.Locale;

/** How the values of a year's periods make the annual value. */
public enum Aggregation {
    /** The annual value is the sum of the periods: a flow. */
    SUM,
    /** The annual value is the mean of the periods: an index or an average stock. */
    MEAN,
    /** The annual value is that of the last period: a stock at year-end. */
    LAST;

    /**
     * Returns the aggregation with a code such as {@code sum}.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static Aggregation ofCode(String code) {
        for (Aggregation aggregation : values()) {
            if (aggregation.code().equals(code)) {
                return aggregation;
            }
        }
        throw new IllegalArgumentException("Expecting sum, mean or last but was '" + code + "'");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the annual value of {@code count} periods, in the unit of the values.
     *
     * @param values at least {@code from + count} of them
     * @param from index of the first period of the year
     * @param count periods in a year, at least 1
     */
    public double annual(double[] values, int from, int count) {
        if (this == LAST) {
            return values[from + count - 1];
        }
        double sum = 0;
        for (int t = from; t < from + count; t++) {
            sum += values[t];
        }
        return this == SUM ? sum : sum / count;
    }

    /**
     * Returns what the known periods contribute to the annual value: their sum; for a mean their sum over the periods
     * of a year; for the last value the last known one.
     *
     * @param ofYear a value for each period of the year, of which the first {@code observedPeriods} are known
     */
    public double toDate(double[] ofYear, int observedPeriods) {
        if (this == LAST) {
            return ofYear[observedPeriods - 1];
        }
        double sum = SUM.annual(ofYear, 0, observedPeriods);
        return this == SUM ? sum : sum / ofYear.length;
    }

    /** Returns the value that the annual one cannot fall below any more; negative infinity if there is none. */
    public double floor(double toDate, boolean isNonNegative) {
        return this == SUM && isNonNegative ? toDate : Double.NEGATIVE_INFINITY;
    }
}
