package vn.chitieu.projection.evaluation;

/**
 * A case that could not be understood.
 *
 * @param reason code, for example {@code "unknown_series"}
 */
record RefusedCase(String caseId, String reason) implements EvaluationQuestion {}
