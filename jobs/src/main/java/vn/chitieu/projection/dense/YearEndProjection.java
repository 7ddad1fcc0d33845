package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.FanPath;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * The annual value projected from a part of its year, in the unit of the series, with its predictive distribution.
 *
 * @param year the year projected
 * @param aggregation how periods make the annual value
 * @param observedPeriods how many of them are known, at least 1
 * @param ytd what the known periods contribute to the annual value: their sum; for a mean their sum over the number of
 *     periods in a year; for the last value the last known one
 * @param point projection of the annual value; the median of the distribution only where it was corrected
 * @param distribution of the annual value
 * @param sigma scale of the error: of its logarithm, or relative to the mean absolute annual value; 0 if complete
 * @param method how the projection was made
 * @param historyYears complete years before the year projected that were used
 * @param members of the combination; none with other methods
 * @param path point projection of each missing period, which make the point together with the known ones
 */
public record YearEndProjection(
        int year,
        Aggregation aggregation,
        int observedPeriods,
        double ytd,
        double point,
        PredictiveDistribution distribution,
        double sigma,
        MethodUsed method,
        int historyYears,
        List<MemberProjection> members,
        List<Double> path)
        implements YearEndResult {

    /** The method that every dense series asks for. */
    public static final String METHOD_CODE = "combination";

    public YearEndProjection {
        if (observedPeriods < 1) {
            throw new IllegalArgumentException("Expecting at least one period observed but was " + observedPeriods);
        }
        members = List.copyOf(members);
        path = List.copyOf(path);
    }

    /** Returns the code of the method asked for; {@link #method} says which one was possible. */
    public String methodCode() {
        return METHOD_CODE;
    }

    /** Returns what is still to come: the point less {@link #ytd}. */
    public double rest() {
        return point - ytd;
    }

    /** Returns 12 or 4. */
    public int periodsPerYear() {
        return observedPeriods + path.size();
    }

    public Quantiles quantiles() {
        return Quantiles.of(distribution);
    }

    /**
     * Returns the annual value that is not exceeded with probability {@code p}.
     *
     * @throws IllegalArgumentException if {@code p} is not inside (0, 1)
     */
    public double quantile(double p) {
        return distribution.quantile(p);
    }

    /** Returns the probability that the annual value is at least {@code target}; 0 or 1 for a complete year. */
    public double probabilityAtLeast(double target) {
        return distribution.probabilityAtLeast(target);
    }

    /**
     * Returns the annual value to date after each missing period if the path comes true: cumulated sum, mean of the
     * periods until then, or the period's own value. The last one is the point.
     */
    public List<Double> cumulatedPath() {
        List<Double> cumulated = new ArrayList<>(path.size());
        double sum = aggregation == Aggregation.MEAN ? ytd * periodsPerYear() : ytd;
        for (int i = 0; i < path.size(); i++) {
            sum += path.get(i);
            cumulated.add(
                    switch (aggregation) {
                        case SUM -> sum;
                        case MEAN -> sum / (observedPeriods + i + 1);
                        case LAST -> path.get(i);
                    });
        }
        return cumulated;
    }

    /** Returns the lines of a fan chart around {@link #cumulatedPath}. */
    public List<Quantiles> cumulatedFan() {
        double rest = aggregation == Aggregation.SUM
                ? path.stream().mapToDouble(Double::doubleValue).sum()
                : 0;
        return FanPath.lines(quantiles(), point, cumulatedPath(), path, rest);
    }
}
