package vn.chitieu.projection.sparse;

/**
 * What the figure to date of a flow says of the year where no earlier year shows the season: each month counts as a
 * twelfth, and how far real flows are from that is the error.
 *
 * <p>The deviation is the root of the mean square of ln(share of the year × 12 / months) over up to fifteen years of
 * 316 monthly flows of trade, retail, taxes, output and tourism of several countries, each flow counting the same.
 *
 * @param centre logarithm of the year's value
 * @param deviation standard deviation of its error
 */
record EvenPace(double centre, double deviation) {

    private static final double[] DEVIATIONS = {
        0.518, 0.425, 0.344, 0.248, 0.199, 0.177, 0.154, 0.123, 0.102, 0.077, 0.046
    };

    /**
     * Returns what is believed of the year.
     *
     * @param toDate above 0, the sum of the months since January
     * @param months from 1 to 11
     */
    static EvenPace of(double toDate, int months) {
        return new EvenPace(Math.log(toDate * 12 / months), DEVIATIONS[months - 1]);
    }

    /** Returns the mean of this and another belief in the same logarithm, each weighted by its precision. */
    double centreWith(double other, double variance) {
        double own = deviation * deviation;
        return (centre * variance + other * own) / (variance + own);
    }

    /** Returns the variance of {@link #centreWith}. */
    double varianceWith(double variance) {
        double own = deviation * deviation;
        return variance * own / (variance + own);
    }
}
