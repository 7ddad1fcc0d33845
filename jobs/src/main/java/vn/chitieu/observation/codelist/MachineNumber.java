package vn.chitieu.observation.codelist;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import vn.chitieu.catalog.table.ShortestDigits;
import vn.chitieu.source.table.NumberMarks;

/**
 * The form of a number that a program wrote: {@code xs:double}, {@code xs:decimal} or {@code xs:integer}, such as
 * {@code 4.3475413988946108E-3}, {@code .5}, {@code 5.} or {@code +5}, with spaces around it. {@code INF} is no figure.
 */
public final class MachineNumber {

    private static final Pattern FORM = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 40;

    /** As many digits as a double is ever printed with. */
    private static final int MOST_OF_DOUBLE = 17;

    private MachineNumber() {}

    /**
     * Returns the number, exactly; only the text of a double that has more decimals than a published figure becomes the
     * shortest one of the same double.
     *
     * @param marks whose decimal mark the text has; grouped digits have the form of {@link NumberGrammar}
     * @throws IllegalArgumentException if the text has another form or too many digits
     */
    public static BigDecimal parse(String text, NumberMarks marks) {
        String stripped = text.strip();
        String pointed = marks.decimal() == ',' ? stripped.replace('.', '?').replace(',', '.') : stripped;
        if (marks.group().isPresent() && !FORM.matcher(pointed).matches()) {
            return NumberGrammar.parse(stripped, marks);
        }
        if (stripped.length() > LONGEST || !FORM.matcher(pointed).matches()) {
            throw refused(marks.example(), text);
        }
        BigDecimal exact = new BigDecimal(pointed);
        boolean isDouble = exact.stripTrailingZeros().precision() <= MOST_OF_DOUBLE;
        BigDecimal number =
                exact.scale() > NumberGrammar.MOST_DIGITS && isDouble ? ShortestDigits.of(exact.doubleValue()) : exact;
        BigDecimal plain = number.scale() < 0 && number.precision() - number.scale() <= NumberGrammar.MOST_DIGITS
                ? number.setScale(0)
                : number;
        if (plain.precision() > NumberGrammar.MOST_DIGITS
                || plain.scale() > NumberGrammar.MOST_DIGITS
                || plain.scale() < 0) {
            throw refused(marks.example(), text);
        }
        return plain;
    }

    private static IllegalArgumentException refused(String example, String text) {
        return new IllegalArgumentException("Expecting a number such as " + example + " or 1.5E3, at most "
                + NumberGrammar.MOST_DIGITS + " digits, but was '" + text + "'");
    }
}
