package vn.chitieu.source.table;

import java.util.Set;

/**
 * How figures and periods are written.
 *
 * @param marks in the numbers of the value column
 * @param missingValues texts of the value column that say that there is no figure
 */
public record ValueForm(NumberMarks marks, Set<String> missingValues, Grammar grammar) {

    /** Decimal points, no mark for a missing figure. */
    public static final ValueForm PLAIN = new ValueForm(NumberMarks.PLAIN, Set.of(), Grammar.PLAIN);

    /** As SDMX writes figures: {@code NaN} and an absent value are intentionally missing. */
    public static final ValueForm SDMX = new ValueForm(NumberMarks.PLAIN, Set.of("NaN", ""), Grammar.SDMX);

    public ValueForm {
        missingValues = Set.copyOf(missingValues);
    }
}
