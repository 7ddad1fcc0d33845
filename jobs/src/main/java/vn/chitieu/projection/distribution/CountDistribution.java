package vn.chitieu.projection.distribution;

/**
 * The distribution of a whole number whose square root has another distribution: communes recognised, projects
 * licensed.
 *
 * <p>The square root of a count has a variance of at least 1/4 however large it is (Anscombe 1948, Biometrika 35), so a
 * steady history of small counts never promises more than chance allows.
 *
 * @param root of the square root
 * @param least what is counted already
 */
public record CountDistribution(PredictiveDistribution root, double least) implements PredictiveDistribution {

    @Override
    public double quantile(double probability) {
        double value = Math.max(0, root.quantile(probability));
        return Math.max(least, Math.rint(value * value));
    }

    @Override
    public double probabilityAtLeast(double target) {
        double whole = Math.ceil(target);
        return whole <= least
                ? root.probabilityAtLeast(Double.NEGATIVE_INFINITY)
                : root.probabilityAtLeast(Math.sqrt(whole - 0.5));
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new CountDistribution(root.widened(factor), least);
    }
}
