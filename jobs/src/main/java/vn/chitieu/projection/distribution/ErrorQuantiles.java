package vn.chitieu.projection.distribution;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The distribution of scaled errors by its quantiles, signed and not symmetric.
 *
 * <p>Between the quantiles, and beyond the last ones, the normal score is a straight line in the error, so that
 * quantile and probability are each other's inverse.
 */
public final class ErrorQuantiles implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final double[] probabilities;
    private final double[] quantiles;
    private final double[] scores;

    /**
     * Copies the table.
     *
     * @param probabilities increasing, inside (0, 1), at least two
     * @param quantiles increasing, one for each probability, in units of the error scale
     * @throws IllegalArgumentException if one of these does not hold
     */
    public ErrorQuantiles(double[] probabilities, double[] quantiles) {
        if (probabilities.length < 2 || probabilities.length != quantiles.length) {
            throw new IllegalArgumentException(
                    "Expecting as many quantiles as probabilities and at least 2 but were %s and %s"
                            .formatted(quantiles.length, probabilities.length));
        }
        for (int i = 0; i < quantiles.length; i++) {
            if (!(probabilities[i] > 0 && probabilities[i] < 1) || !Double.isFinite(quantiles[i])) {
                throw new IllegalArgumentException(
                        "Expecting a probability inside (0, 1) and a finite quantile but were %s and %s"
                                .formatted(probabilities[i], quantiles[i]));
            }
            if (i > 0 && !(probabilities[i] > probabilities[i - 1] && quantiles[i] > quantiles[i - 1])) {
                throw new IllegalArgumentException(
                        "Expecting increasing probabilities and quantiles but (%s, %s) follows (%s, %s)"
                                .formatted(probabilities[i], quantiles[i], probabilities[i - 1], quantiles[i - 1]));
            }
        }
        this.probabilities = probabilities.clone();
        this.quantiles = quantiles.clone();
        this.scores = Arrays.stream(probabilities)
                .map(NORMAL::inverseCumulativeProbability)
                .toArray();
    }

    private ErrorQuantiles(double[] probabilities, double[] quantiles, double[] scores) {
        this.probabilities = probabilities;
        this.quantiles = quantiles;
        this.scores = scores;
    }

    /** Returns the probabilities of the table, increasing. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** Returns the quantile of each of {@link #probabilities()}. */
    public double[] quantiles() {
        return quantiles.clone();
    }

    /**
     * Returns the scaled error that is not exceeded with probability {@code p}.
     *
     * @throws IllegalArgumentException if {@code p} is not inside (0, 1)
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("Expecting a probability inside (0, 1) but was " + p);
        }
        return interpolate(NORMAL.inverseCumulativeProbability(p), scores, quantiles);
    }

    /** Returns the distribution moved so that its median is 0. */
    public ErrorQuantiles centred() {
        double median = quantile(0.5);
        return new ErrorQuantiles(
                probabilities,
                Arrays.stream(quantiles).map(quantile -> quantile - median).toArray(),
                scores);
    }

    /** Returns the probability that the scaled error is at least {@code x}. */
    public double probabilityAtLeast(double x) {
        return NORMAL.cumulativeProbability(-interpolate(x, quantiles, scores));
    }

    private static double interpolate(double x, double[] xs, double[] ys) {
        int found = Arrays.binarySearch(xs, x);
        if (found >= 0) {
            return ys[found];
        }
        int right = Math.max(1, Math.min(xs.length - 1, -found - 1));
        double slope = (ys[right] - ys[right - 1]) / (xs[right] - xs[right - 1]);
        return ys[right - 1] + slope * (x - xs[right - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorQuantiles table
                && Arrays.equals(quantiles, table.quantiles)
                && Arrays.equals(scores, table.scores);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(quantiles) + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "ErrorQuantiles" + Arrays.toString(quantiles);
    }
}
