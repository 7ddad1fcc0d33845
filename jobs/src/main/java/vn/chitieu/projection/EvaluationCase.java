package vn.chitieu.projection;

import java.util.OptionalDouble;
import vn.chitieu.observation.Period;

/**
 * One question of an evaluation: the annual value of a year as seen when {@code cutoff} was the last known period.
 *
 * @param cutoff monthly or quarterly, as the series is
 * @param target whose probability is asked, in the unit of the series; empty if none is
 */
record EvaluationCase(
        String caseId,
        EvaluationSeries series,
        Aggregation aggregation,
        int year,
        Period cutoff,
        OptionalDouble target) {}
