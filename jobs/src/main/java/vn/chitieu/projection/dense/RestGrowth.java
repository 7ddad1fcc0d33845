package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.AffineDistribution;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.ResumedDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * Projection of a flow that comes in few seasons of the year: the rest of last year carried on by the mean growth of
 * the rests and half of what the known part of the year grew beyond its own mean growth.
 *
 * <p>Months in which nothing ever happens say nothing of it; neither do their errors 0 - 0. So the interval is that of
 * the rule's own yearly errors: Student's, with one degree of freedom less than years.
 */
final class RestGrowth {

    static final String METHOD = "rest_growth";
    static final String IDLE_SEASONS = "idle_seasons";

    private static final int FEWEST_CHANGES = 3;
    private static final int MOST_CHANGES = 15;
    private static final double PASS_THROUGH = 0.5;

    private RestGrowth() {}

    /**
     * Returns the projection of a sum or mean; empty if a rest of an earlier year is not above 0, or fewer than four
     * earlier years are complete.
     */
    static Optional<YearEndProjection> project(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation) {
        int m = known.periodsPerYear();
        double[] y = known.values();
        int start = known.index(year, 1);
        List<Double> rests = new ArrayList<>();
        List<Double> toDates = new ArrayList<>();
        for (int s = start - m; s >= 0 && rests.size() <= MOST_CHANGES; s -= m) { // latest first
            rests.add(logSum(y, s + observedPeriods, s + m));
            toDates.add(logSum(y, s, s + observedPeriods));
        }
        int changes = rests.size() - 1;
        if (aggregation != Aggregation.LAST && rests.stream().allMatch(rest -> rest == Double.NEGATIVE_INFINITY)) {
            return Optional.of(nothingMore(known, year, observedPeriods, aggregation, rests.size()));
        }
        if (aggregation == Aggregation.LAST
                || changes < FEWEST_CHANGES
                || !rests.stream().allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double now = logSum(y, start, start + observedPeriods);
        boolean isToDateKnown = Double.isFinite(now) && toDates.stream().allMatch(Double::isFinite);
        double mean = (rests.get(0) - rests.get(changes)) / changes;
        double meanToDate = isToDateKnown ? (toDates.get(0) - toDates.get(changes)) / changes : 0;
        double square = 0;
        for (int i = 0; i < changes; i++) {
            double surprise = isToDateKnown ? toDates.get(i) - toDates.get(i + 1) - meanToDate : 0;
            double error = rests.get(i) - rests.get(i + 1) - mean - PASS_THROUGH * surprise;
            square += error * error;
        }
        double scale = Math.sqrt(square / (changes - 1) * (1 + 1.0 / changes));
        double centre = rests.get(0) + mean + (isToDateKnown ? PASS_THROUGH * (now - toDates.get(0) - meanToDate) : 0);
        return Optional.of(projection(known, year, observedPeriods, aggregation, centre, scale, changes - 1));
    }

    /**
     * Returns the projection of a year in whose rest nothing came in any of n earlier years: by the rule of succession
     * nothing comes with probability (n + 1) / (n + 2); else up to as much as in the known part.
     */
    private static YearEndProjection nothingMore(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation, int years) {
        int m = known.periodsPerYear();
        double divisor = aggregation == Aggregation.MEAN ? m : 1;
        double[] y = known.values();
        double toDate = Math.exp(logSum(y, y.length - observedPeriods, y.length)) / divisor;
        double lastYear = Math.exp(logSum(y, y.length - observedPeriods - m, y.length - observedPeriods)) / divisor;
        double most = Math.max(toDate, lastYear);
        return new YearEndProjection(
                year,
                aggregation,
                observedPeriods,
                toDate,
                toDate,
                new ResumedDistribution(toDate, most > 0 ? most : 1, (years + 1.0) / (years + 2)),
                0,
                new MethodUsed(METHOD, IDLE_SEASONS, Correction.NONE),
                years,
                List.of(),
                Collections.nCopies(m - observedPeriods, 0.0));
    }

    private static YearEndProjection projection(
            RegularSeries known,
            int year,
            int observedPeriods,
            Aggregation aggregation,
            double centre,
            double scale,
            int degreesOfFreedom) {
        int m = known.periodsPerYear();
        double[] y = known.values();
        int start = known.index(year, 1);
        double toDate = 0;
        for (int i = 0; i < observedPeriods; i++) {
            toDate += y[start + i];
        }
        double lastRest = Math.exp(logSum(y, start - m + observedPeriods, start));
        List<Double> path = new ArrayList<>();
        for (int t = start - m + observedPeriods; t < start; t++) {
            path.add(y[t] * Math.exp(centre) / lastRest);
        }
        double divisor = aggregation == Aggregation.MEAN ? m : 1;
        return new YearEndProjection(
                year,
                aggregation,
                observedPeriods,
                toDate / divisor,
                (toDate + Math.exp(centre)) / divisor,
                new AffineDistribution(
                        new StudentDistribution(
                                centre, scale, degreesOfFreedom, LinkFunction.LOG, 0, Double.POSITIVE_INFINITY),
                        toDate / divisor,
                        1 / divisor),
                scale,
                new MethodUsed(METHOD, IDLE_SEASONS, Correction.NONE),
                start / m,
                List.of(),
                path);
    }

    private static double logSum(double[] y, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += y[t];
        }
        return Math.log(sum);
    }
}
