package vn.chitieu.projection.distribution;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A Student distribution on a link scale: what is believed about a value when its spread is estimated from few figures.
 *
 * @param centre median on the link scale
 * @param scale on the link scale, not negative; 0 counts as 1e-9
 * @param degreesOfFreedom at least 1
 * @param lower what the value cannot fall below; negative infinity if nothing is known
 * @param upper what the value cannot exceed; positive infinity if nothing is known; both finite for {@code LOGIT}
 */
public record StudentDistribution(
        double centre, double scale, double degreesOfFreedom, LinkFunction link, double lower, double upper)
        implements PredictiveDistribution {

    private static final double LEAST_SCALE = 1e-9;
    private static final double LEAST_PROBABILITY = 0.001;

    public StudentDistribution {
        if (!Double.isFinite(centre) || !Double.isFinite(scale) || scale < 0 || !(degreesOfFreedom >= 1)) {
            throw new IllegalArgumentException(
                    "Expecting a finite centre, a scale of at least 0 and at least 1 degree of freedom but were "
                            + centre + ", " + scale + " and " + degreesOfFreedom);
        }
        if (!(lower < upper) || (link == LinkFunction.LOGIT && !Double.isFinite(upper - lower))) {
            throw new IllegalArgumentException(
                    "Expecting a lower bound below the upper, both finite for shares, but were " + lower + " and "
                            + upper);
        }
        scale = Math.max(scale, LEAST_SCALE);
    }

    /** Returns the median, in the unit of the value. */
    public double median() {
        return bounded(centre);
    }

    @Override
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("Expecting a probability inside (0, 1) but was " + probability);
        }
        return bounded(centre + scale * StudentQuantile.of(probability, degreesOfFreedom));
    }

    @Override
    public double[] evenQuantiles(int n) {
        double[] quantiles = StudentQuantile.even(n, degreesOfFreedom);
        for (int r = 0; r < n; r++) {
            quantiles[r] = bounded(centre + scale * quantiles[r]);
        }
        return quantiles;
    }

    /** {@inheritDoc} Never nearer to certainty than 0.001, for few figures say nothing beyond. */
    @Override
    public double probabilityAtLeast(double target) {
        if (target <= lower || (link == LinkFunction.LOG && target <= 0)) {
            return 1 - LEAST_PROBABILITY;
        }
        if (target > upper || (link == LinkFunction.LOGIT && target == upper)) {
            return LEAST_PROBABILITY;
        }
        double score =
                link == LinkFunction.LOGIT ? Math.log((target - lower) / (upper - target)) : link.of(target, 0, 0);
        double probability = student().cumulativeProbability((centre - score) / scale);
        return Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new StudentDistribution(centre, factor * scale, degreesOfFreedom, link, lower, upper);
    }

    private double bounded(double score) {
        return Math.min(upper, Math.max(lower, link.value(score, lower, upper)));
    }

    private TDistribution student() {
        return new TDistribution(null, degreesOfFreedom);
    }
}
