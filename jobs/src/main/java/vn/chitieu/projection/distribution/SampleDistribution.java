package vn.chitieu.projection.distribution;

import java.util.Arrays;
import vn.chitieu.method.statistics.OrderStatistics;

/**
 * The distribution of a number of which equally likely draws are known: what identities make of the distributions of
 * other numbers.
 *
 * <p>The draw of rank i of n stands at probability (i − 1/2) / n; between two ranks the quantile is linear, beyond the
 * outermost it is constant.
 */
public final class SampleDistribution implements PredictiveDistribution {

    private static final long serialVersionUID = 1L;

    /** Never nearer to certainty, as the distributions that the draws come from. */
    private static final double LEAST_PROBABILITY = 0.001;

    private final double[] sorted;

    private SampleDistribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Returns the distribution of draws in any order.
     *
     * @param draws at least one, all finite
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static SampleDistribution of(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("Expecting at least one draw but were none");
        }
        for (double draw : draws) {
            if (!Double.isFinite(draw)) {
                throw new IllegalArgumentException("Expecting finite draws but one was " + draw);
            }
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new SampleDistribution(sorted);
    }

    @Override
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("Expecting a probability inside (0, 1) but was " + probability);
        }
        double rank = probability * sorted.length - 0.5;
        int below = (int) Math.floor(rank);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }

    /** {@inheritDoc} It is the part of the draws that reach the target; 0 or 1 only where all draws are the same. */
    @Override
    public double probabilityAtLeast(double target) {
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] < target) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        double probability = (sorted.length - below) / (double) sorted.length;
        return isConstant() ? probability : Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        double median = quantile(0.5);
        return of(Arrays.stream(sorted)
                .map(draw -> median + factor * (draw - median))
                .toArray());
    }

    /** Returns the mean of the draws. */
    public double mean() {
        return OrderStatistics.mean(sorted);
    }

    private boolean isConstant() {
        return sorted[0] == sorted[sorted.length - 1];
    }
}
