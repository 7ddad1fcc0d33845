package vn.chitieu.observation.plausibility;

import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.method.statistics.OrderStatistics.Spread;

/**
 * How much a series changes in a year: where the change lies and how far from there it may be.
 *
 * @param centre median of past changes
 * @param width what a change may be off, above 0
 */
record Band(double centre, double width) {

    /** Half of a slip of ten on the logarithmic scale: beyond it a figure is nearer to such a slip than to none. */
    static final double WIDEST = Math.log(10) / 2;

    /** The least width of logarithmic growth: figures of one quantity differ by a quarter before anybody asks. */
    static final double FLOOR = Math.log(1.25);

    /** Of a state without a past to measure by: it does not double or halve. */
    static final double STATE = Math.log(2);

    /** Of a rate of change without a past, in points. */
    static final double POINTS = 10;

    static final int FEWEST = 5;

    private static final double DEVIATIONS = 6;
    private static final double BEYOND_THE_LARGEST = 1.25;

    /**
     * Returns the band of past logarithmic changes, at least {@link #FEWEST}: six robust standard deviations, and a
     * quarter more than the largest deviation seen, for the tails of growth are heavy.
     */
    static Band ofGrowth(double[] changes) {
        Band band = of(changes);
        return new Band(band.centre, Math.min(WIDEST, Math.max(FLOOR, band.width)));
    }

    /** Returns the band of past changes in the unit of the figures, for series that pass through zero. */
    static Band of(double[] changes) {
        Spread spread = Spread.of(changes);
        double largest = 0;
        for (double change : changes) {
            largest = Math.max(largest, Math.abs(change - spread.median()));
        }
        double robust = DEVIATIONS * OrderStatistics.NORMAL_CONSISTENCY * spread.deviation();
        return new Band(spread.median(), Math.max(robust, BEYOND_THE_LARGEST * largest));
    }

    /** Returns the band of a change over several years. */
    Band over(int years, double widest) {
        return new Band(years * centre, Math.min(widest, Math.sqrt(years) * width));
    }
}
