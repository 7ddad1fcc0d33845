package vn.chitieu.projection.distribution;

/**
 * The distribution of an annual value with a pooled distribution of scaled errors around its point projection.
 *
 * @param point in the unit of the annual value; not the median
 * @param isLog whether errors multiply the point as exp(sigma q); otherwise unit sigma q is added to it
 * @param unit of an additive error, in the unit of the annual value; 1 for logarithms
 * @param sigma error scale, above 0
 * @param errors distribution of errors in units of {@code sigma}
 * @param floor what is certain already; negative infinity if nothing is
 */
public record PooledErrorDistribution(
        double point, boolean isLog, double unit, double sigma, ErrorQuantiles errors, double floor)
        implements PredictiveDistribution {

    /** Never nearer to certainty: the pooled distribution says nothing beyond. */
    private static final double LEAST_PROBABILITY = 0.001;

    public PooledErrorDistribution {
        if (!Double.isFinite(point) || (isLog && !(point > 0)) || !(unit > 0) || !(sigma > 0)) {
            throw new IllegalArgumentException(
                    "Expecting a finite point, above 0 for logarithms, and unit and sigma above 0 but were %s, %s and %s"
                            .formatted(point, unit, sigma));
        }
    }

    @Override
    public double quantile(double probability) {
        double error = sigma * errors.quantile(probability);
        return Math.max(floor, isLog ? point * Math.exp(error) : point + unit * error);
    }

    @Override
    public double probabilityAtLeast(double target) {
        if (target <= floor || (isLog && target <= 0)) {
            return 1 - LEAST_PROBABILITY;
        }
        double error = isLog ? Math.log(target / point) : (target - point) / unit;
        double probability = errors.probabilityAtLeast(error / sigma);
        return Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
    }

    /** {@inheritDoc} The point moves so that the median, which is not the point, stays. */
    @Override
    public PredictiveDistribution widened(double factor) {
        double back = (1 - factor) * sigma * errors.quantile(0.5);
        double moved = isLog ? point * Math.exp(back) : point + unit * back;
        return new PooledErrorDistribution(moved, isLog, unit, factor * sigma, errors, floor);
    }
}
