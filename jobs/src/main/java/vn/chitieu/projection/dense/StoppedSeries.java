package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.ResumedDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.forecaster.ZeroPattern;

/**
 * Projection of a flow that has stopped: at least a quarter of a year of zeros until now, outside idle seasons, and
 * never as many before.
 *
 * <p>By Laplace's rule of succession, after k zeros in a row all h that are left are zeros too with probability (k + 1)
 * / (k + h + 1). Otherwise it resumes somewhere in the rest of the year at the level it last had. The point is that
 * nothing more comes.
 */
final class StoppedSeries {

    static final String METHOD = "stopped";
    static final String SERIES_STOPPED = "series_stopped";

    private StoppedSeries() {}

    /** Returns the projection of a sum or mean that has stopped; empty if it has not. */
    static Optional<YearEndProjection> project(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation) {
        int m = known.periodsPerYear();
        double[] y = known.values();
        int zeros = zerosAtTheEnd(y);
        int first = y.length - zeros;
        if (aggregation == Aggregation.LAST || zeros < m / 4 || first < m || longestRunOfZeros(y, first) >= zeros) {
            return Optional.empty();
        }
        RegularSeries before = known.until(
                known.firstYear() + Math.floorDiv(known.firstPeriod() - 2 + first, m),
                Math.floorMod(known.firstPeriod() - 2 + first, m) + 1);
        if (ZeroPattern.of(before).idleSeasons() > 0 || !OriginForecast.isNonNegative(y)) {
            return Optional.empty();
        }
        double level = 0;
        for (int t = first - m; t < first; t++) {
            level += y[t] / m;
        }
        double toDate = 0;
        for (int t = y.length - observedPeriods; t < y.length; t++) {
            toDate += y[t];
        }
        int left = m - observedPeriods;
        double divisor = aggregation == Aggregation.MEAN ? m : 1;
        List<Double> path = new ArrayList<>(Collections.nCopies(left, 0.0));
        return Optional.of(new YearEndProjection(
                year,
                aggregation,
                observedPeriods,
                toDate / divisor,
                toDate / divisor,
                new ResumedDistribution(toDate / divisor, level * left / divisor, (zeros + 1.0) / (zeros + left + 1)),
                level * left / divisor,
                new MethodUsed(METHOD, SERIES_STOPPED, Correction.NONE),
                (y.length - observedPeriods) / m,
                List.of(),
                path));
    }

    private static int zerosAtTheEnd(double[] y) {
        int zeros = 0;
        while (zeros < y.length && y[y.length - 1 - zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    private static int longestRunOfZeros(double[] y, int end) {
        int longest = 0;
        int run = 0;
        for (int t = 0; t < end; t++) {
            run = y[t] == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
