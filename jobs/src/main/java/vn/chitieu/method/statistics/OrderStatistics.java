package vn.chitieu.method.statistics;

import org.apache.commons.math3.util.KthSelector;

/** Medians and what is cut by them. */
public final class OrderStatistics {

    /** Makes the median absolute deviation of normal values their standard deviation. */
    public static final double NORMAL_CONSISTENCY = 1.4826;

    private static final double WINSOR_WIDTH = 3 * NORMAL_CONSISTENCY;
    private static final KthSelector SELECTOR = new KthSelector();

    private OrderStatistics() {}

    /**
     * Where values lie and how far around.
     *
     * @param median of an even number of values the mean of the two in the middle
     * @param deviation median absolute deviation from it, without any factor
     */
    public record Spread(double median, double deviation) {

        public static Spread of(double[] values) {
            double median = OrderStatistics.median(values);
            return new Spread(median, medianAbsoluteDeviation(values, median));
        }

        /**
         * Returns the values with those further than 3 × 1.4826 MAD away drawn to that distance; all of them if it is
         * 0.
         */
        public double[] winsorise(double[] values) {
            double width = WINSOR_WIDTH * deviation;
            double[] drawn = values.clone();
            if (width > 0) {
                for (int t = 0; t < drawn.length; t++) {
                    drawn[t] = Math.min(median + width, Math.max(median - width, drawn[t]));
                }
            }
            return drawn;
        }
    }

    /** Returns the median; of an even number of values the mean of the two in the middle. */
    public static double median(double[] values) {
        return medianInPlace(values.clone());
    }

    /** Returns the median of the absolute differences from {@code centre}. */
    public static double medianAbsoluteDeviation(double[] values, double centre) {
        double[] deviations = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            deviations[t] = Math.abs(values[t] - centre);
        }
        return medianInPlace(deviations);
    }

    /** Returns the median of each window of {@code width} values, an odd number. */
    public static double[] runningMedians(double[] values, int width) {
        double[] medians = new double[values.length - width + 1];
        double[] window = new double[width];
        for (int t = 0; t < medians.length; t++) {
            System.arraycopy(values, t, window, 0, width);
            for (int end = width - 1; end >= width / 2; end--) {
                for (int i = 0; i < end; i++) {
                    double smaller = Math.min(window[i], window[i + 1]);
                    window[i + 1] = Math.max(window[i], window[i + 1]);
                    window[i] = smaller;
                }
            }
            medians[t] = window[width / 2];
        }
        return medians;
    }

    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double medianInPlace(double[] values) {
        int middle = values.length / 2;
        double upper = SELECTOR.select(values, null, middle);
        if (values.length % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int t = 1; t < middle; t++) {
            lower = Math.max(lower, values[t]);
        }
        return (lower + upper) / 2;
    }
}
