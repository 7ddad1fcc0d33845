package vn.chitieu.observation.codelist;

import java.math.BigDecimal;
import java.util.Optional;
import vn.chitieu.source.table.NumberMarks;

/**
 * The form of a number, the same in every kind of file: an optional sign, digits, optionally decimals; nothing else.
 *
 * <p>Which mark is the decimal one and whether digits are grouped is declared, never guessed: {@code 1.234} is one and
 * a bit under a decimal point, and a thousand and more under Vietnamese marks. Grouped digits stand in groups of three,
 * all or none. Another mark, an exponent, NaN, a percent sign, a unit, brackets, a dash for minus and digits of another
 * script are refused.
 */
public final class NumberGrammar {

    /** How many digits a number may have, leading zeros aside: as many as a published decimal can hold. */
    public static final int MOST_DIGITS = 18;

    private static final int LONGEST = 40;

    private NumberGrammar() {}

    /** Returns the number of a text with a decimal point and no groups. */
    public static BigDecimal parse(String text) {
        return parse(text, NumberMarks.PLAIN);
    }

    /**
     * Returns the number with the printed number of decimals as its scale.
     *
     * @throws IllegalArgumentException if the text has another form or too many digits; nothing is ever rounded
     */
    public static BigDecimal parse(String text, NumberMarks marks) {
        Optional<String> plain = text.length() > LONGEST ? Optional.empty() : plain(text, marks);
        if (plain.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expecting a number such as " + marks.example() + " but was '" + text + "'");
        }
        BigDecimal number = new BigDecimal(plain.get());
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "Expecting a number of at most " + MOST_DIGITS + " digits but was '" + text + "'");
        }
        return number;
    }

    /** Returns the text of a number, grouped if the marks have a group; {@link #parse} reads it back exactly. */
    public static String format(BigDecimal number, NumberMarks marks) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                marks.group().ifPresent(text::append);
            }
            text.append(whole.charAt(i));
        }
        return point < 0
                ? text.toString()
                : text.append(marks.decimal())
                        .append(plain, point + 1, plain.length())
                        .toString();
    }

    /** Returns sign, digits and point only, or nothing if the text has another form. */
    private static Optional<String> plain(String text, NumberMarks marks) {
        boolean isSigned = text.startsWith("-") || text.startsWith("+");
        int decimal = text.indexOf(marks.decimal());
        String whole =
                text.substring(isSigned ? 1 : 0, decimal < 0 ? text.length() : Math.max(decimal, isSigned ? 1 : 0));
        String decimals = decimal < 0 ? "0" : text.substring(decimal + 1);
        Optional<String> digits = ungrouped(whole, marks);
        if (digits.isEmpty() || !areDigits(decimals)) {
            return Optional.empty();
        }
        return Optional.of((text.startsWith("-") ? "-" : "") + digits.get() + (decimal < 0 ? "" : "." + decimals));
    }

    private static Optional<String> ungrouped(String whole, NumberMarks marks) {
        if (areDigits(whole)) {
            return Optional.of(whole);
        }
        if (marks.group().isEmpty()) {
            return Optional.empty();
        }
        int length = whole.length();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            char c = whole.charAt(i);
            boolean isPlaceOfMark = (length - i) % 4 == 0 && i > 0;
            if (isPlaceOfMark ? c != marks.group().get() : c < '0' || c > '9') {
                return Optional.empty();
            }
            if (!isPlaceOfMark) {
                digits.append(c);
            }
        }
        boolean opensWithADigit = length % 4 != 0;
        return opensWithADigit && length > 0 ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
