package vn.chitieu.projection.evaluation;

/**
 * How an evaluation went.
 *
 * @param answered cases with a row of the result that were understood
 */
public record EvaluationOutcome(long answered, Refusals refusals) {}
