package vn.chitieu.projection.distribution;

/**
 * The distribution of {@code offset + scale * x} where {@code distribution} is that of {@code x}: growth from a level,
 * a change, another unit.
 *
 * @param scale above 0
 */
public record AffineDistribution(PredictiveDistribution distribution, double offset, double scale)
        implements PredictiveDistribution {

    public AffineDistribution {
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "Expecting a finite offset and a scale above 0 but were " + offset + " and " + scale);
        }
    }

    @Override
    public double quantile(double probability) {
        return offset + scale * distribution.quantile(probability);
    }

    @Override
    public double[] evenQuantiles(int n) {
        double[] quantiles = distribution.evenQuantiles(n);
        for (int r = 0; r < n; r++) {
            quantiles[r] = offset + scale * quantiles[r];
        }
        return quantiles;
    }

    @Override
    public double probabilityAtLeast(double target) {
        return distribution.probabilityAtLeast((target - offset) / scale);
    }

    /** {@inheritDoc} The next number above would be lost in the arithmetic, so it is the level that is exceeded. */
    @Override
    public double probabilityAbove(double target) {
        return distribution.probabilityAbove((target - offset) / scale);
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new AffineDistribution(distribution.widened(factor), offset, scale);
    }
}
