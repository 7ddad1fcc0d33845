package vn.chitieu.projection.sparse;

import java.util.Arrays;
import java.util.OptionalDouble;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * Long-run mean growth from few years, drawn to that of a panel so that one extraordinary event does not become a
 * trend.
 *
 * <p>The weight of the own mean is t² / (t² + s² / n): the posterior mean where areas are normally spread around the
 * panel with standard deviation t and years around their area with s.
 */
final class NormalGrowth {

    /** The standard deviation of yearly growth that a single year is taken to have, in logarithms. */
    static final double SPREAD = 0.1;

    private NormalGrowth() {}

    /**
     * Returns the drawn mean; the own mean if the panel is empty, nothing if both are.
     *
     * @param deviation how far areas are from the panel, in the unit of growth
     * @param singleYearSpread standard deviation where one year alone cannot give it
     */
    static OptionalDouble drawn(double[] own, double[] panel, double deviation, double singleYearSpread) {
        if (own.length == 0 || panel.length == 0) {
            return Arrays.stream(own.length == 0 ? panel : own).average();
        }
        double ownMean = OrderStatistics.mean(own);
        double panelMean = OrderStatistics.mean(panel);
        double spread = own.length == 1 ? singleYearSpread : standardDeviation(own);
        double weight = deviation * deviation / (deviation * deviation + spread * spread / own.length);
        return OptionalDouble.of(panelMean + weight * (ownMean - panelMean));
    }

    /** Returns the standard deviation with the divisor n − 1; at least two values. */
    static double standardDeviation(double[] values) {
        double mean = OrderStatistics.mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
