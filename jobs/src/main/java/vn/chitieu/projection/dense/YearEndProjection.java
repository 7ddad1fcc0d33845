package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * The annual value projected from a part of its year, in the unit of the series, with its predictive law.
 *
 * @param year the year projected
 * @param aggregation how periods make the annual value
 * @param periodsPerYear 12 or 4
 * @param observedPeriods how many of them are known, at least 1
 * @param ytd what the known periods contribute to the annual value: their sum; for a mean their sum over the number of
 *     periods in a year; for the last value the last known one
 * @param point projection of the annual value; not the median of the law
 * @param law distribution of the annual value
 * @param sigma scale of the error: of its logarithm, or relative to the mean absolute annual value; 0 if complete
 * @param methodUsed {@code "combination"}, {@code "short_history"} or {@code "complete_year"}
 * @param fallbackReason why another method than the combination was used; {@code ""} if it was not
 * @param historyYears complete years before the year projected that were used
 * @param members of the combination; none with other methods
 * @param path point projection of each missing period, which make the point together with the known ones
 */
public record YearEndProjection(
        int year,
        Aggregation aggregation,
        int periodsPerYear,
        int observedPeriods,
        double ytd,
        double point,
        PredictiveDistribution law,
        double sigma,
        String methodUsed,
        String fallbackReason,
        int historyYears,
        List<MemberProjection> members,
        List<Double> path)
        implements YearEndResult {

    /** The method that every dense series asks for. */
    public static final String METHOD_CODE = "combination";

    public YearEndProjection {
        if (observedPeriods < 1 || observedPeriods + path.size() != periodsPerYear) {
            throw new IllegalArgumentException("Expecting %s periods but %s are observed and %s projected"
                    .formatted(periodsPerYear, observedPeriods, path.size()));
        }
        members = List.copyOf(members);
        path = List.copyOf(path);
    }

    /** Returns the code of the method asked for; {@link #methodUsed} says which one was possible. */
    public String methodCode() {
        return METHOD_CODE;
    }

    /** Returns what is still to come: the point less {@link #ytd}. */
    public double rest() {
        return point - ytd;
    }

    /** Returns the 2.5 percent quantile, lower end of the 95 percent prediction interval. */
    public double p2_5() {
        return law.quantile(0.025);
    }

    /** Returns the 10 percent quantile, lower end of the 80 percent prediction interval. */
    public double p10() {
        return law.quantile(0.1);
    }

    /** Returns the median, which is not the point. */
    public double p50() {
        return law.quantile(0.5);
    }

    /** Returns the 90 percent quantile, upper end of the 80 percent prediction interval. */
    public double p90() {
        return law.quantile(0.9);
    }

    /** Returns the 97.5 percent quantile, upper end of the 95 percent prediction interval. */
    public double p97_5() {
        return law.quantile(0.975);
    }

    /**
     * Returns the annual value that is not exceeded with probability {@code p}.
     *
     * @throws IllegalArgumentException if {@code p} is not inside (0, 1)
     */
    public double quantile(double p) {
        return law.quantile(p);
    }

    /** Returns the probability that the annual value is at least {@code target}; 0 or 1 for a complete year. */
    public double probabilityAtLeast(double target) {
        return law.probabilityAtLeast(target);
    }

    /**
     * Returns the annual value to date after each missing period if the path comes true: cumulated sum, mean of the
     * periods until then, or the period's own value. The last one is the point.
     */
    public List<Double> cumulatedPath() {
        List<Double> cumulated = new ArrayList<>(path.size());
        double sum = aggregation == Aggregation.MEAN ? ytd * periodsPerYear : ytd;
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

    /**
     * Returns a line of a fan chart: {@link #cumulatedPath} plus a growing part of the distance of the year-end
     * quantile from the point. The part is that of the rest which has come in until then for a sum, otherwise that of
     * the periods.
     *
     * <p>Only the last value is a quantile of the predictive law; the ones before interpolate and are not calibrated.
     *
     * @throws IllegalArgumentException if {@code p} is not inside (0, 1)
     */
    public List<Double> cumulatedQuantile(double p) {
        double distance = law.quantile(p) - point;
        List<Double> line = new ArrayList<>(cumulatedPath());
        double rest = path.stream().mapToDouble(Double::doubleValue).sum();
        boolean byRest =
                aggregation == Aggregation.SUM && rest > 0 && path.stream().allMatch(value -> value >= 0);
        double come = 0;
        for (int i = 0; i < line.size(); i++) {
            come += path.get(i);
            double part = byRest ? come / rest : (i + 1.0) / line.size();
            line.set(i, line.get(i) + part * distance);
        }
        return line;
    }
}
