package vn.chitieu.projection;

import java.util.OptionalDouble;

/**
 * The answer to one {@link EvaluationCase}, in the unit of the series; what cannot be given is empty.
 *
 * @param pAttain probability of at least the target
 * @param methodUsed {@code "combination"} where it was possible
 * @param fallbackReason why it was not; {@code ""} if it was
 */
record EvaluationRow(
        String caseId,
        OptionalDouble point,
        OptionalDouble p10,
        OptionalDouble p90,
        OptionalDouble p2_5,
        OptionalDouble p97_5,
        OptionalDouble pAttain,
        String methodUsed,
        String fallbackReason) {

    /** Returns a row without interval and probability. */
    static EvaluationRow withoutLaw(String caseId, OptionalDouble point, String methodUsed, String fallbackReason) {
        OptionalDouble none = OptionalDouble.empty();
        return new EvaluationRow(caseId, point, none, none, none, none, none, methodUsed, fallbackReason);
    }
}
