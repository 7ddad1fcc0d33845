package vn.chitieu.projection.distribution;

import org.apache.commons.math3.special.Beta;

/**
 * The distribution of a count of which a part is known and the rest is negative binomial: Poisson's law with a rate
 * that is itself uncertain.
 *
 * @param toDate what is counted already
 * @param mean of what is still to come, above 0
 * @param variance of what is still to come, above the mean
 */
public record NegativeBinomialDistribution(double toDate, double mean, double variance)
        implements PredictiveDistribution {

    public NegativeBinomialDistribution {
        if (!Double.isFinite(toDate) || !(mean > 0) || !(variance > mean)) {
            throw new IllegalArgumentException(
                    "Expecting a finite known part, a mean above 0 and a variance above it but were " + toDate + ", "
                            + mean + " and " + variance);
        }
    }

    /** Returns the probability that at most {@code events} come. */
    private double cumulated(double events) {
        return Beta.regularizedBeta(mean / variance, mean * mean / (variance - mean), events + 1);
    }

    @Override
    public double quantile(double probability) {
        double enough = 1;
        while (cumulated(enough) < probability) {
            enough *= 2;
        }
        double tooFew = -1;
        while (enough - tooFew > 1) {
            double middle = Math.floor((enough + tooFew) / 2);
            if (cumulated(middle) < probability) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return toDate + enough;
    }

    @Override
    public double[] evenQuantiles(int n) {
        double[] quantiles = new double[n];
        double events = 0;
        double until = cumulated(0);
        for (int r = 0; r < n; r++) {
            while (until < (r + 0.5) / n) {
                until = cumulated(++events);
            }
            quantiles[r] = toDate + events;
        }
        return quantiles;
    }

    @Override
    public double probabilityAtLeast(double target) {
        double events = Math.ceil(target - toDate);
        return events <= 0 ? 1 : 1 - cumulated(events - 1);
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new NegativeBinomialDistribution(toDate, mean, Math.max(Math.nextUp(mean), variance * factor * factor));
    }
}
