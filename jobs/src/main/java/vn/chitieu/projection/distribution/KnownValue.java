package vn.chitieu.projection.distribution;

/**
 * The distribution of the annual value of a complete year.
 *
 * @param value in the unit of the annual value
 */
public record KnownValue(double value) implements PredictiveDistribution {

    @Override
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("Expecting a probability inside (0, 1) but was " + probability);
        }
        return value;
    }

    @Override
    public double probabilityAtLeast(double target) {
        return value >= target ? 1 : 0;
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return this;
    }
}
