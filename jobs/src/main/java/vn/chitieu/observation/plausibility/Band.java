package vn.chitieu.observation.plausibility;

import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.method.statistics.OrderStatistics.Spread;

/**
 * How much a series changes in a year: where the change lies and how far from there it may be.
 *
 * @param centre median of past changes
 * @param width what a change may be off, above 0
 * @param usual what it is off where nothing unusual happens; not above {@code width}
 */
record Band(double centre, double width, double usual) {

    /** A band that no past tells of. */
    Band(double centre, double width) {
        this(centre, width, width);
    }

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

    /** Of Vietnamese figures since 2019 that were right, 3 % were further off, most of them of the pandemic. */
    private static final double USUAL_DEVIATIONS = 4;

    /** Of logarithmic growth: what is revised by less is no news. */
    private static final double LEAST_USUAL = Math.log(1.03);

    private static final double BEYOND_THE_LARGEST = 1.25;

    /**
     * Returns the band of past logarithmic changes, at least {@link #FEWEST}: six robust standard deviations, and a
     * quarter more than the largest deviation seen, for the tails of growth are heavy; usual are four.
     */
    static Band ofGrowth(double[] changes) {
        Band band = raw(changes);
        double width = Math.min(WIDEST, Math.max(FLOOR, band.width));
        return new Band(band.centre, width, Math.min(width, Math.max(LEAST_USUAL, band.usual)));
    }

    /** Returns the band of past changes in the unit of the figures, for series that pass through zero. */
    static Band of(double[] changes) {
        Band band = raw(changes);
        return new Band(band.centre, band.width);
    }

    private static Band raw(double[] changes) {
        Spread spread = Spread.of(changes);
        double largest = 0;
        for (double change : changes) {
            largest = Math.max(largest, Math.abs(change - spread.median()));
        }
        double deviation = OrderStatistics.NORMAL_CONSISTENCY * spread.deviation();
        double width = Math.max(DEVIATIONS * deviation, BEYOND_THE_LARGEST * largest);
        return new Band(spread.median(), width, USUAL_DEVIATIONS * deviation);
    }

    /** Returns the band of a change over several years. */
    Band over(int years, double widest) {
        double longer = Math.sqrt(years);
        return new Band(years * centre, Math.min(widest, longer * width), Math.min(widest, longer * usual));
    }
}
