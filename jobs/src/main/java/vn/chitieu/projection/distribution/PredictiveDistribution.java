package vn.chitieu.projection.distribution;

import java.io.Serializable;

/** What is believed about a number that is not known yet. */
public interface PredictiveDistribution extends Serializable {

    /**
     * Returns the value that is not exceeded with a probability.
     *
     * @param probability above 0 and below 1
     */
    double quantile(double probability);

    /**
     * Returns the quantiles at (r + 1/2) / n for r = 0 … n − 1.
     *
     * @param n at least 1
     */
    default double[] evenQuantiles(int n) {
        double[] quantiles = new double[n];
        for (int r = 0; r < n; r++) {
            quantiles[r] = quantile((r + 0.5) / n);
        }
        return quantiles;
    }

    /** Returns the probability, from 0 to 1, that the number is at least {@code target}. */
    double probabilityAtLeast(double target);

    /**
     * Returns the probability that the number is above {@code target}: less than that of at least so much where the
     * number may be just that, a count or what is known.
     */
    default double probabilityAbove(double target) {
        return probabilityAtLeast(Math.nextUp(target));
    }

    /**
     * Returns the distribution with the same median and bounds whose distances from the median are multiplied, on the
     * scale that the distribution is made on: logarithms where errors multiply the value, the square root for counts,
     * the unit itself where they add to it.
     *
     * @param factor above 0; the square root of what the variance is multiplied by
     */
    PredictiveDistribution widened(double factor);
}
