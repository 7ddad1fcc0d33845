package vn.chitieu.projection.evaluation;

/** A row of the cases of an evaluation, which gets a row of the result whether it could be understood or not. */
sealed interface EvaluationQuestion permits EvaluationCase, RefusedCase {

    String caseId();
}
