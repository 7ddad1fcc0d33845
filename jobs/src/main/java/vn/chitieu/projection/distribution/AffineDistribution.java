package vn.chitieu.projection.distribution;

/**
 * The law of {@code offset + scale * x} where {@code law} is that of {@code x}: growth from a level, a change, another
 * unit.
 *
 * @param scale above 0
 */
public record AffineDistribution(PredictiveDistribution law, double offset, double scale)
        implements PredictiveDistribution {

    public AffineDistribution {
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "Expecting a finite offset and a scale above 0 but were " + offset + " and " + scale);
        }
    }

    @Override
    public double quantile(double probability) {
        return offset + scale * law.quantile(probability);
    }

    @Override
    public double probabilityAtLeast(double target) {
        return law.probabilityAtLeast((target - offset) / scale);
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new AffineDistribution(law.widened(factor), offset, scale);
    }
}
