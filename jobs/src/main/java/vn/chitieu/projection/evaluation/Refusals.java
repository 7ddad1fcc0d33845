package vn.chitieu.projection.evaluation;

import java.util.List;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;

/**
 * What was wrong with the files of an evaluation: rows that could not be used, periods stated twice, and series whose
 * history is cut by a gap.
 *
 * @param first the first of them: rows in the order of their file, then series by their names
 * @param count all of them
 */
public record Refusals(List<LocalizedText> first, long count) {

    public Refusals {
        first = List.copyOf(first);
    }

    /** Returns whether nothing was wrong. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Returns the first as sentences. */
    public List<String> in(Language language) {
        return first.stream().map(text -> text.in(language)).toList();
    }
}
