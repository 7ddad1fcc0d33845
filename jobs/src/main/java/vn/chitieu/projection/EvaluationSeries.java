package vn.chitieu.projection;

import java.util.NavigableMap;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/**
 * The values of a series of an evaluation, known ones only.
 *
 * @param frequency M or Q
 * @param values by {@link #index}
 */
record EvaluationSeries(Frequency frequency, NavigableMap<Integer, Double> values) {

    /** Returns the number of the period counted from year 0, so that neighbours differ by 1. */
    static int index(Period period) {
        return period.year() * period.frequency().periodsPerYear() + period.index() - 1;
    }
}
