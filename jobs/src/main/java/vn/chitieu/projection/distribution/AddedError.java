package vn.chitieu.projection.distribution;

/** Distributions of a number to which an independent error of mean 0 is added. */
public final class AddedError {

    /** Width of the 80 percent interval of a normal distribution in standard deviations. */
    private static final double WIDTH_80 = 2 * 1.2815515655446004;

    private AddedError() {}

    /**
     * Returns the distribution of the sum: spread as if the variances were added, the median kept.
     *
     * @param standardError of the error, in the unit of the number; nothing is added if it is 0
     * @param degreesOfFreedom that the standard error rests on, at least 1
     */
    public static PredictiveDistribution to(
            PredictiveDistribution distribution, double standardError, double degreesOfFreedom) {
        if (standardError == 0) {
            return distribution;
        }
        double factor = factor(distribution, standardError);
        return Double.isFinite(factor)
                ? distribution.widened(factor)
                : new StudentDistribution(
                        distribution.quantile(0.5),
                        standardError,
                        degreesOfFreedom,
                        LinkFunction.IDENTITY,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
    }

    /** Returns by how much the spread grows; infinite where the number alone was certain. */
    public static double factor(PredictiveDistribution distribution, double standardError) {
        double own = (distribution.quantile(0.9) - distribution.quantile(0.1)) / WIDTH_80;
        return standardError == 0 ? 1 : Math.sqrt(1 + Math.pow(standardError / own, 2));
    }
}
