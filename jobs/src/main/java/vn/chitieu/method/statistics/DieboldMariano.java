package vn.chitieu.method.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The test of equal accuracy of two forecasters (Diebold & Mariano 1995) with the correction for small samples of
 * Harvey, Leybourne & Newbold 1997, on Bartlett's estimate of the long-run variance, which is never negative.
 */
public final class DieboldMariano {

    /** With fewer differences the test says nothing. */
    public static final int FEWEST = 20;

    private DieboldMariano() {}

    /**
     * What the test says.
     *
     * @param statistic below 0 where the first forecaster loses less
     * @param pValue of both sides
     */
    public record Result(double statistic, double pValue) {}

    /**
     * Returns the result; empty with fewer than {@value #FEWEST} differences, with too few for the horizon, or where
     * they do not vary.
     *
     * @param differences losses of the first less those of the second forecaster, in order of time
     * @param horizon how many neighbouring forecasts are of the same outcome, at least 1
     */
    public static Optional<Result> of(double[] differences, int horizon) {
        int n = differences.length;
        double correction = (n + 1 - 2.0 * horizon + horizon * (horizon - 1.0) / n) / n;
        if (n < FEWEST || !(correction > 0)) {
            return Optional.empty();
        }
        double mean = OrderStatistics.mean(differences);
        double variance = covariance(differences, mean, 0);
        for (int lag = 1; lag < horizon; lag++) {
            variance += 2 * (1 - lag / (double) horizon) * covariance(differences, mean, lag);
        }
        if (!(variance > 1e-12 * mean * mean)) {
            return Optional.empty();
        }
        double statistic = mean / Math.sqrt(variance / n) * Math.sqrt(correction);
        return Optional.of(new Result(
                statistic, 2 * new TDistribution(null, n - 1.0).cumulativeProbability(-Math.abs(statistic))));
    }

    private static double covariance(double[] differences, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < differences.length; i++) {
            sum += (differences[i] - mean) * (differences[i - lag] - mean);
        }
        return sum / differences.length;
    }
}
