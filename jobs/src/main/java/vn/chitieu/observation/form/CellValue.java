package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.CellDoubtException;
import vn.chitieu.source.workbook.CellNumbers;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * What a cell where a number is asked for says: a number, that there is none, or something that is no number.
 *
 * <p>A number is that of {@link CellNumbers}; a typed one may have 6 decimals.
 *
 * @param number empty if the cell says that there is none
 * @param isText whether it is a number typed as text, which spreadsheet programs do not add up
 */
record CellValue(Optional<BigDecimal> number, boolean isText, boolean isFormula) {

    private static final Words WORDS = Words.of("observation");

    /** Why a cell is no number, with what to do about it. */
    static final class NoNumberException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String ruleCode;
        private final LocalizedText expected;
        private final LocalizedText advice;

        /**
         * Creates the refusal of a rule.
         *
         * @param words what stands in the blanks of its sentence
         */
        NoNumberException(String ruleCode, Object... words) {
            this(ruleCode, WORDS.text("cell." + ruleCode + ".expected", words));
        }

        /** Creates the refusal of a cell of which something else is seen than it holds. */
        NoNumberException(CellDoubtException doubt) {
            this(doubt.ruleCode(), doubt.expected(), doubt.advice());
        }

        private NoNumberException(String ruleCode, LocalizedText expected) {
            this(ruleCode, expected, WORDS.text("cell." + ruleCode + ".advice"));
        }

        private NoNumberException(String ruleCode, LocalizedText expected, LocalizedText advice) {
            super(expected.en());
            this.ruleCode = ruleCode;
            this.expected = expected;
            this.advice = advice;
        }

        String ruleCode() {
            return ruleCode;
        }

        LocalizedText expected() {
            return expected;
        }

        LocalizedText advice() {
            return advice;
        }
    }

    /**
     * Returns what a cell says.
     *
     * @param missingMarks texts that say that there is no figure
     * @param unit the name of its unit
     * @throws NoNumberException if it is neither a number nor such a mark
     */
    static CellValue of(Cell cell, Set<String> missingMarks, String unit) throws NoNumberException {
        try {
            if (cell.kind() == Cell.Kind.NUMBER) {
                return ofNumber(cell, CellNumbers.number(cell, unit));
            }
            CellNumbers.refuseWhatIsSeenOtherwise(cell);
        } catch (CellDoubtException e) {
            throw new NoNumberException(e);
        }
        return ofText(cell, missingMarks);
    }

    private static CellValue ofNumber(Cell cell, BigDecimal number) throws NoNumberException {
        if (number.precision() - number.scale() > NumberGrammar.MOST_DIGITS) {
            throw new NoNumberException("number");
        }
        if (number.scale() > CellNumbers.MOST_DECIMALS) {
            throw new NoNumberException("decimals", CellNumbers.MOST_DECIMALS);
        }
        return new CellValue(Optional.of(number), false, cell.isFormula());
    }

    private static CellValue ofText(Cell cell, Set<String> missingMarks) throws NoNumberException {
        String text = cell.text().strip();
        if (text.isEmpty() || missingMarks.contains(text)) {
            return new CellValue(Optional.empty(), false, cell.isFormula());
        }
        if (cell.isFormula()) {
            throw new NoNumberException("formula_text");
        }
        BigDecimal number;
        try {
            number = NumberGrammar.parse(text, NumberMarks.VIETNAMESE);
        } catch (IllegalArgumentException e) {
            throw new NoNumberException("number");
        }
        if (number.scale() > CellNumbers.MOST_DECIMALS) {
            throw new NoNumberException("decimals", CellNumbers.MOST_DECIMALS);
        }
        return new CellValue(Optional.of(number), true, false);
    }
}
