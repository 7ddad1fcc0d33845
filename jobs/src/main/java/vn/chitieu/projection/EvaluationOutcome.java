package vn.chitieu.projection;

import java.util.List;

/**
 * How an evaluation went.
 *
 * @param answered cases with a row of the result that were understood
 * @param refusals what was wrong with the files, in the order in which it was met: rows that could not be used, and
 *     series whose history is cut by a gap
 */
public record EvaluationOutcome(int answered, List<String> refusals) {

    public EvaluationOutcome {
        refusals = List.copyOf(refusals);
    }
}
