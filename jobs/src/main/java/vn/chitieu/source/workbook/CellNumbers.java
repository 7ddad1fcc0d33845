package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of cells, as long as a person sees the number that is stored.
 *
 * <p>A spreadsheet keeps 15 digits, so a number has as many here. A formula counts by the result that the spreadsheet
 * program stored, rounded to 6 decimals, and is never computed again.
 */
public final class CellNumbers {

    /** Decimals of a number that a formula gives; a typed one may not have more. */
    public static final int MOST_DECIMALS = 6;

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What a spreadsheet program writes for a number; a longer exponent would fill the memory with zeros. */
    private static final Pattern STORED =
            Pattern.compile("[-+]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,3})?");

    private static final Pattern POWER = Pattern.compile("[0-9]E[+-][0-9]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private CellNumbers() {}

    /** Returns the number of digits that a spreadsheet program wrote; empty if they are none. */
    static Optional<BigDecimal> stored(String digits) {
        return STORED.matcher(digits).matches() && Double.isFinite(Double.parseDouble(digits))
                ? Optional.of(new BigDecimal(digits))
                : Optional.empty();
    }

    /**
     * Returns the number of a cell.
     *
     * @param unit the words of its unit, which the cell may show too
     * @throws CellDoubtException if the cell holds none, or a person sees another one
     */
    public static BigDecimal number(Cell cell, String unit) throws CellDoubtException {
        refuseWhatIsSeenOtherwise(cell);
        if (cell.text().isBlank()) {
            throw new CellDoubtException("formula_without_result");
        }
        BigDecimal stored = stored(cell.text()).orElseThrow(() -> new CellDoubtException("number"));
        if (!words(unit).containsAll(words(cell.shown()))) {
            throw new CellDoubtException("unit_format", unit);
        }
        BigDecimal number = plain(stored.round(DIGITS));
        if (cell.isFormula() && number.scale() > MOST_DECIMALS) {
            number = plain(number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN));
        }
        return number;
    }

    /**
     * Refuses a cell of which a person sees something else than it holds.
     *
     * @throws CellDoubtException if it does
     */
    public static void refuseWhatIsSeenOtherwise(Cell cell) throws CellDoubtException {
        if (cell.isStruckOut()) {
            throw new CellDoubtException("struck_out");
        }
        if (cell.isLinked()) {
            throw new CellDoubtException("external_link");
        }
        if (!cell.raised().isBlank()) {
            throw new CellDoubtException("raised_text", cell.raised(), cell.text());
        }
        if (cell.kind() == Cell.Kind.BOOLEAN || cell.kind() == Cell.Kind.ERROR) {
            throw new CellDoubtException("cell_error");
        }
        switch (cell.format()) {
            case DATE, MONTH -> throw new CellDoubtException("date_format");
            case PERCENT -> throw new CellDoubtException("percent_format");
            case OTHER -> throw new CellDoubtException("other_format");
            case PLAIN -> {}
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(
                NO_LETTERS.split(POWER.matcher(text).replaceAll("0").toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
