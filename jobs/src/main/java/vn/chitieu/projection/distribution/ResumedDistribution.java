package vn.chitieu.projection.distribution;

/**
 * The distribution of a year whose flow has stopped: nothing more comes, or it resumes at any point of the rest of the
 * year, each equally likely, and then brings what it brought before.
 *
 * @param toDate what is there already
 * @param rest what the whole rest of the year would bring, above 0
 * @param nothingMore probability that nothing comes, inside (0, 1)
 */
public record ResumedDistribution(double toDate, double rest, double nothingMore) implements PredictiveDistribution {

    private static final double LEAST_PROBABILITY = 0.001;

    public ResumedDistribution {
        if (!Double.isFinite(toDate) || !(rest > 0) || !(nothingMore > 0 && nothingMore < 1)) {
            throw new IllegalArgumentException(
                    "Expecting a finite known part, a rest above 0 and a probability inside (0, 1) but were " + toDate
                            + ", " + rest + " and " + nothingMore);
        }
    }

    @Override
    public double quantile(double probability) {
        return toDate + rest * Math.max(0, (probability - nothingMore) / (1 - nothingMore));
    }

    @Override
    public double probabilityAtLeast(double target) {
        if (target <= toDate) {
            return 1 - LEAST_PROBABILITY;
        }
        double part = (target - toDate) / rest;
        return Math.max(LEAST_PROBABILITY, (1 - nothingMore) * (1 - part));
    }

    @Override
    public PredictiveDistribution widened(double factor) {
        return new ResumedDistribution(toDate, factor * rest, nothingMore);
    }
}
