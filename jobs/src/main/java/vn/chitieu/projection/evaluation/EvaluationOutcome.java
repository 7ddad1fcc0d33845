package vn.chitieu.projection.evaluation;

import java.util.List;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Language;

/**
 * How an evaluation went.
 *
 * @param answered cases with a row of the result that were understood
 * @param refusals what was wrong with the files, in the order in which it was met: rows that could not be used, periods
 *     stated twice, and series whose history is cut by a gap
 */
public record EvaluationOutcome(int answered, List<DataException> refusals) {

    public EvaluationOutcome {
        refusals = List.copyOf(refusals);
    }

    /** Returns each refusal as a sentence, a sentence once. */
    public List<String> refusals(Language language) {
        return refusals.stream()
                .map(refusal -> refusal.message(language))
                .distinct()
                .toList();
    }
}
