package vn.chitieu.projection;

/** How the values of a year's periods make the annual value. */
public enum Aggregation {
    /** The annual value is the sum of the periods: a flow. */
    SUM,
    /** The annual value is the mean of the periods: an index or an average stock. */
    MEAN,
    /** The annual value is that of the last period: a stock at year-end. */
    LAST;

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
}
