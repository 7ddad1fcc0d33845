package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * What a cell where a number is asked for says: a number, that there is none, or something that is no number.
 *
 * <p>A spreadsheet keeps 15 digits, so a number has as many here. A formula counts by the result that the spreadsheet
 * program stored, rounded to 6 decimals, and is never computed again; a typed number may have 6 decimals.
 *
 * @param number empty if the cell says that there is none
 * @param isText whether it is a number typed as text, which spreadsheet programs do not add up
 */
record CellValue(Optional<BigDecimal> number, boolean isText, boolean isFormula) {

    private static final Words WORDS = Words.of("observation");

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MOST_DECIMALS = 6;

    /** What a spreadsheet program writes for a number; a longer exponent would fill the memory with zeros. */
    private static final Pattern STORED =
            Pattern.compile("[-+]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,3})?");

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

        private NoNumberException(String ruleCode, LocalizedText expected) {
            super(expected.en());
            this.ruleCode = ruleCode;
            this.expected = expected;
            this.advice = WORDS.text("cell." + ruleCode + ".advice");
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
     * @throws NoNumberException if it is neither a number nor such a mark
     */
    static CellValue of(Cell cell, Set<String> missingMarks) throws NoNumberException {
        if (cell.isStruckOut()) {
            throw new NoNumberException("struck_out");
        }
        if (cell.isFormula() && (cell.formula().contains("[") || cell.formula().contains("|"))) {
            throw new NoNumberException("external_link");
        }
        return switch (cell.kind()) {
            case NUMBER -> ofNumber(cell);
            case TEXT -> ofText(cell, missingMarks);
            case BOOLEAN, ERROR -> throw new NoNumberException("cell_error");
        };
    }

    private static CellValue ofNumber(Cell cell) throws NoNumberException {
        if (cell.format() == Cell.NumberFormat.DATE) {
            throw new NoNumberException("date_format");
        }
        if (cell.format() == Cell.NumberFormat.PERCENT) {
            throw new NoNumberException("percent_format");
        }
        if (cell.text().isBlank()) {
            throw new NoNumberException("formula_without_result");
        }
        if (!STORED.matcher(cell.text()).matches() || !Double.isFinite(Double.parseDouble(cell.text()))) {
            throw new NoNumberException("number");
        }
        BigDecimal number = plain(new BigDecimal(cell.text()).round(DIGITS));
        if (number.precision() - number.scale() > NumberGrammar.MOST_DIGITS) {
            throw new NoNumberException("number");
        }
        if (number.scale() > MOST_DECIMALS) {
            if (!cell.isFormula()) {
                throw new NoNumberException("decimals", MOST_DECIMALS);
            }
            number = plain(number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN));
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
        if (number.scale() > MOST_DECIMALS) {
            throw new NoNumberException("decimals", MOST_DECIMALS);
        }
        return new CellValue(Optional.of(number), true, false);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
