package vn.chitieu.projection;

import java.util.Arrays;

/** Medians and what is cut by them. */
final class OrderStatistics {

    /** Makes the median absolute deviation of normal values their standard deviation. */
    static final double NORMAL_CONSISTENCY = 1.4826;

    private static final double WINSOR_WIDTH = 3 * NORMAL_CONSISTENCY;

    private OrderStatistics() {}

    /** Returns the median; of an even number of values the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** Returns the median of the absolute differences from {@code centre}. */
    static double medianAbsoluteDeviation(double[] values, double centre) {
        double[] deviations = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            deviations[t] = Math.abs(values[t] - centre);
        }
        return median(deviations);
    }

    /**
     * Returns the values with those further than 3 × 1.4826 MAD from the median drawn to that distance; unchanged if
     * the MAD is 0.
     */
    static double[] winsorise(double[] values) {
        double median = median(values);
        double width = WINSOR_WIDTH * medianAbsoluteDeviation(values, median);
        double[] drawn = values.clone();
        if (width > 0) {
            for (int t = 0; t < drawn.length; t++) {
                drawn[t] = Math.min(median + width, Math.max(median - width, drawn[t]));
            }
        }
        return drawn;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
