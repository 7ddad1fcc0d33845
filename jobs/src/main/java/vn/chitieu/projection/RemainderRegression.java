package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;

/**
 * What the growth of a year so far says of the growth of its rest, both as deviations from normal growth: rest = alpha
 * + beta × so far, drawn to alpha = 0 and a prior beta.
 *
 * <p>Ridge regression with the penalties s²/a² on alpha and s²/b² on beta − prior, s² the variance of the errors under
 * the prior: the posterior mean under normal priors with standard deviations a and b.
 *
 * @param alpha in the unit of the deviations
 * @param spread standard deviation of an error, in the unit of the deviations
 * @param degreesOfFreedom of {@code spread}
 * @param alphaVariance in units of {@code spread} squared, as are the other two
 */
record RemainderRegression(
        double alpha,
        double beta,
        double spread,
        double degreesOfFreedom,
        double alphaVariance,
        double covariance,
        double betaVariance)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How far betas of series are from the prior. */
    static final double BETA_DEVIATION = 0.3;

    /** What the prior spread counts for, in pairs. */
    static final double PRIOR_PAIRS = 4;

    /**
     * One year of one series.
     *
     * @param soFar growth of its known part less normal growth
     * @param rest growth of the rest less normal growth
     * @param weight above 0; 1 for the latest year
     */
    record Pair(double soFar, double rest, double weight) {}

    /**
     * Returns the fit, which is the prior where there are no pairs.
     *
     * @param priorSpread of an error, above 0, in the unit of the deviations
     * @param priorPairs what {@code priorSpread} counts for, above 0
     * @param alphaDeviation how far alphas of series are from 0, in the unit of the deviations
     */
    static RemainderRegression fit(
            List<Pair> pairs, double priorBeta, double priorSpread, double priorPairs, double alphaDeviation) {
        double weight = 0;
        double x = 0;
        double xx = 0;
        double e = 0;
        double xe = 0;
        double ee = 0;
        for (Pair pair : pairs) {
            double error = pair.rest() - priorBeta * pair.soFar();
            weight += pair.weight();
            x += pair.weight() * pair.soFar();
            xx += pair.weight() * pair.soFar() * pair.soFar();
            e += pair.weight() * error;
            xe += pair.weight() * pair.soFar() * error;
            ee += pair.weight() * error * error;
        }
        double priorSquares = priorPairs * priorSpread * priorSpread;
        double variance = (priorSquares + ee) / (priorPairs + weight);
        double a = weight + variance / (alphaDeviation * alphaDeviation);
        double b = xx + variance / (BETA_DEVIATION * BETA_DEVIATION);
        double determinant = a * b - x * x;
        double alpha = (b * e - x * xe) / determinant;
        double change = (a * xe - x * e) / determinant;
        double squares = 0;
        for (Pair pair : pairs) {
            double error = pair.rest() - alpha - (priorBeta + change) * pair.soFar();
            squares += pair.weight() * error * error;
        }
        return new RemainderRegression(
                alpha,
                priorBeta + change,
                Math.sqrt((priorSquares + squares) / (priorPairs + weight)),
                priorPairs + weight,
                b / determinant,
                -x / determinant,
                a / determinant);
    }

    /** Returns the expected deviation of the rest's growth from the normal. */
    double rest(double soFar) {
        return alpha + beta * soFar;
    }

    /** Returns what the variance of a new error is multiplied by because alpha and beta are estimates; at least 1. */
    double inflation(double soFar) {
        return 1 + alphaVariance + 2 * soFar * covariance + soFar * soFar * betaVariance;
    }
}
