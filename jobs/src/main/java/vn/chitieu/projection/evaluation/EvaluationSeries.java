package vn.chitieu.projection.evaluation;

import java.util.NavigableMap;
import java.util.NavigableSet;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * The values of a series of an evaluation, known ones only.
 *
 * @param frequency M or Q
 * @param values by {@link #index}
 * @param doubtful periods that were stated twice with different values, by {@link #index}
 */
record EvaluationSeries(
        String seriesId, Frequency frequency, NavigableMap<Integer, Double> values, NavigableSet<Integer> doubtful) {

    /** Returns the number of the period counted from year 0, so that neighbours differ by 1. */
    static int index(Period period) {
        return period.year() * period.frequency().periodsPerYear() + period.index() - 1;
    }

    /** Returns the period of an {@link #index}. */
    Period period(int index) {
        int m = frequency.periodsPerYear();
        return new Period(Math.floorDiv(index, m), frequency, Math.floorMod(index, m) + 1);
    }

    /** Returns the index of the first value of the run of known values that holds {@code index}, which is known. */
    int startOfRun(int index) {
        int start = index;
        while (values.containsKey(start - 1)) {
            start--;
        }
        return start;
    }

    /** Returns the run of known values that starts at {@code start}, however long. */
    RegularSeries run(int start) {
        int end = start;
        while (values.containsKey(end)) {
            end++;
        }
        double[] run = values.subMap(start, end).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int m = frequency.periodsPerYear();
        return new RegularSeries(m, Math.floorDiv(start, m), Math.floorMod(start, m) + 1, run);
    }
}
