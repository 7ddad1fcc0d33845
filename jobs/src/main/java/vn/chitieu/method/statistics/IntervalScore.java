package vn.chitieu.method.statistics;

/**
 * The weighted interval score of a forecast in quantiles (Bracher, Ray, Gneiting & Reich 2021): the absolute error of
 * the median and, for each central interval, its width and what lies outside, in the unit of the value. Of a forecast
 * without intervals it is the absolute error.
 */
public final class IntervalScore {

    private IntervalScore() {}

    /**
     * Returns the score.
     *
     * @param lower ends of central intervals; {@code upper} their other ends
     * @param outside probability outside each interval, such as 0.2 of an 80 % interval
     */
    public static double weighted(double median, double[] lower, double[] upper, double[] outside, double outturn) {
        double score = Math.abs(outturn - median) / 2;
        for (int k = 0; k < outside.length; k++) {
            double below = Math.max(0, lower[k] - outturn);
            double above = Math.max(0, outturn - upper[k]);
            score += outside[k] / 2 * (upper[k] - lower[k]) + below + above;
        }
        return score / (outside.length + 0.5);
    }
}
