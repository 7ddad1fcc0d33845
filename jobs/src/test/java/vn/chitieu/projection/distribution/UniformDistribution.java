package vn.chitieu.projection.distribution;

/** Every value between two bounds is as likely as any other: probabilities can be read off by eye. */
public record UniformDistribution(double from, double to) implements PredictiveDistribution {

    private static final long serialVersionUID = 1L;

    @Override
    public double quantile(double probability) {
        return from + probability * (to - from);
    }

    @Override
    public double probabilityAtLeast(double target) {
        return Math.max(0, Math.min(1, (to - target) / (to - from)));
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        double middle = (from + to) / 2;
        return new UniformDistribution(middle + factor * (from - middle), middle + factor * (to - middle));
    }
}
