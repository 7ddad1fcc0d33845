package vn.chitieu.source.workbook;

import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Why what a cell holds is not the number that a person sees, with what to do about it. */
public final class CellDoubtException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Words WORDS = Words.of("source");

    private final String ruleCode;
    private final LocalizedText expected;

    /**
     * Creates the refusal of a rule.
     *
     * @param words what stands in the blanks of its sentence
     */
    CellDoubtException(String ruleCode, Object... words) {
        this(ruleCode, WORDS.text("cell." + ruleCode + ".expected", words));
    }

    private CellDoubtException(String ruleCode, LocalizedText expected) {
        super(expected.en());
        this.ruleCode = ruleCode;
        this.expected = expected;
    }

    /** Returns the refusal of a cell that is merged with others, so that nobody knows whose figure it holds. */
    public static CellDoubtException merged() {
        return new CellDoubtException("merged_cell");
    }

    public String ruleCode() {
        return ruleCode;
    }

    /** Returns what was expected, a noun phrase. */
    public LocalizedText expected() {
        return expected;
    }

    /** Returns what to do, a sentence. */
    public LocalizedText advice() {
        return WORDS.text("cell." + ruleCode + ".advice");
    }
}
