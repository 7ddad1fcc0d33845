package vn.chitieu.projection.dense;

import java.io.Serializable;

/**
 * How large the error of a projection is expected to be, and from what.
 *
 * <p>Errors are natural logarithms log(A / point) where {@code isLog}, otherwise (A - point) / {@code unit}.
 *
 * @param isLog whether errors are logarithms
 * @param unit 1 for logarithms; otherwise, in the unit of the series, the mean absolute annual value, or that of
 *     {@link SignedScale}
 * @param logSpread logarithm of the bounded disagreement of the members
 * @param logVolatility logarithm of the bounded typical annual change
 * @param logSigmaShare logarithm of the bounded one-step residual scale times the share of the year still missing
 * @param sigma the scale: a mean absolute error under the pooled distribution, above 0
 */
public record ErrorScale(
        boolean isLog, double unit, double logSpread, double logVolatility, double logSigmaShare, double sigma)
        implements Serializable {

    public ErrorScale {
        if (!(unit > 0) || !(sigma > 0)) {
            throw new IllegalArgumentException(
                    "Expecting unit and sigma above 0 but were %s and %s".formatted(unit, sigma));
        }
    }

    /** Returns the same predictors with the scale that they lead to. */
    ErrorScale withSigma(double other) {
        return new ErrorScale(isLog, unit, logSpread, logVolatility, logSigmaShare, other);
    }

    /** Returns what the coefficients of {@link PooledTables#scaleCoefficients()} multiply, in their order. */
    public double[] predictors(int periodsPerYear) {
        return new double[] {1, logSpread, logVolatility, logSigmaShare, periodsPerYear == 4 ? 1 : 0};
    }
}
