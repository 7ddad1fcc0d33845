package vn.chitieu.projection.sparse;

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

    /** How far betas of series are from the prior. */
    static final double BETA_DEVIATION = 0.3;

    /** From how many spreads on an error counts less (Huber 1964). */
    private static final double BOUND = 1.5;

    private static final int ROUNDS = 5;

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
        return new Priors(priorBeta, priorSpread, priorPairs, alphaDeviation).fit(pairs, true);
    }

    /** What a fit is drawn to, as {@link #fit} takes it. */
    private record Priors(double beta, double spread, double pairs, double alphaDeviation) {

        /** Returns the fit; its covariances are 0 unless asked for, which costs as much as the rest. */
        RemainderRegression fit(List<Pair> years, boolean isWithCovariance) {
            double weight = pairs;
            double underPrior = pairs * spread * spread;
            for (Pair pair : years) {
                double error = pair.rest() - beta * pair.soFar();
                weight += pair.weight();
                underPrior += pair.weight() * error * error;
            }
            double deviation = Math.sqrt(underPrior / weight);
            NormalEquations equations = equations(years, beta, deviation / alphaDeviation, deviation / BETA_DEVIATION);
            double[] coefficients = equations.coefficients();
            double[][] covariance = isWithCovariance ? equations.unscaledCovariance() : new double[2][2];
            return new RemainderRegression(
                            coefficients[0],
                            beta + coefficients[1],
                            deviation,
                            weight,
                            covariance[0][0],
                            covariance[0][1],
                            covariance[1][1])
                    .withSpread(years, spread, pairs);
        }
    }

    /**
     * Returns the fit as {@link #fit} in which pairs with an extraordinary error count less, so that a pandemic or one
     * power plant is no rule: iteratively reweighted least squares with Huber's weights, in at most {@value #ROUNDS}
     * rounds. The spread is that of all errors, for what was extraordinary once may come again.
     */
    static RemainderRegression robust(
            List<Pair> pairs, double priorBeta, double priorSpread, double priorPairs, double alphaDeviation) {
        Priors priors = new Priors(priorBeta, priorSpread, priorPairs, alphaDeviation);
        List<Pair> weighted = pairs;
        for (int round = 1; round <= ROUNDS; round++) {
            RemainderRegression before = priors.fit(weighted, false);
            List<Pair> reweighted = pairs.stream()
                    .map(pair -> new Pair(pair.soFar(), pair.rest(), pair.weight() * before.trust(pair)))
                    .toList();
            if (reweighted.equals(weighted)) {
                break;
            }
            weighted = reweighted;
        }
        return priors.fit(weighted, true).withSpread(pairs, priorSpread, priorPairs);
    }

    private RemainderRegression withSpread(List<Pair> pairs, double priorSpread, double priorPairs) {
        double squares = priorPairs * priorSpread * priorSpread;
        double weight = priorPairs;
        for (Pair pair : pairs) {
            double error = pair.rest() - rest(pair.soFar());
            squares += pair.weight() * error * error;
            weight += pair.weight();
        }
        return new RemainderRegression(
                alpha, beta, Math.sqrt(squares / weight), weight, alphaVariance, covariance, betaVariance);
    }

    private double trust(Pair pair) {
        double error = Math.abs(pair.rest() - rest(pair.soFar()));
        return error <= BOUND * spread ? 1 : BOUND * spread / error;
    }

    /** Returns alpha and beta − prior from the weighted pairs and one row for each penalty. */
    private static NormalEquations equations(
            List<Pair> pairs, double priorBeta, double alphaPenalty, double betaPenalty) {
        double[][] rows = new double[pairs.size() + 2][];
        double[] values = new double[rows.length];
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double root = Math.sqrt(pair.weight());
            rows[i] = new double[] {root, root * pair.soFar()};
            values[i] = root * (pair.rest() - priorBeta * pair.soFar());
        }
        rows[pairs.size()] = new double[] {alphaPenalty, 0};
        rows[pairs.size() + 1] = new double[] {0, betaPenalty};
        return new NormalEquations(rows, values);
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
