package vn.chitieu.observation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The form of a number in a tidy CSV: an optional sign, digits, optionally a point and digits; nothing else.
 *
 * <p>A decimal comma, group marks, spaces, an exponent, NaN and unit signs are refused instead of guessed at: 1.234
 * means one and a bit here, whatever the country.
 */
public final class NumberGrammar {

    /** How many digits a number may have, leading zeros aside: as many as a published decimal can hold. */
    public static final int MOST_DIGITS = 18;

    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private NumberGrammar() {}

    /**
     * Returns the number with the printed number of decimals as its scale.
     *
     * @throws IllegalArgumentException if the text has another form or too many digits; nothing is ever rounded
     */
    public static BigDecimal parse(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Expecting a number such as 1234.5 but was '" + text + "'");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "Expecting a number of at most " + MOST_DIGITS + " digits but was '" + text + "'");
        }
        return number;
    }
}
