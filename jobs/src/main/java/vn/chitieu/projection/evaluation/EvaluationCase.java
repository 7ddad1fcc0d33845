package vn.chitieu.projection.evaluation;

import java.util.OptionalDouble;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Period;

/**
 * One question of an evaluation: the annual value of a year as seen when {@code cutoff} was the last known period.
 *
 * @param dataset what the series is a part of; {@code ""} if that was not asked for
 * @param cutoff a period of {@code year}, monthly or quarterly, as the series is
 * @param target whose probability is asked, in the unit of the series; empty if none is
 */
record EvaluationCase(
        String caseId,
        String dataset,
        EvaluationSeries series,
        Aggregation aggregation,
        int year,
        Period cutoff,
        OptionalDouble target)
        implements EvaluationQuestion {}
