package vn.chitieu.catalog.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/** A binary floating-point number as the decimal with the fewest digits that is no other such number. */
public final class ShortestDigits {

    /** Two decimals of as many digits are never the same double. */
    private static final int EXACT_OF_DOUBLE = 15;

    private static final int EXACT_OF_FLOAT = 6;

    private ShortestDigits() {}

    /**
     * Returns the shortest decimal of a double, without trailing zeros behind the point.
     *
     * @throws NumberFormatException if it is infinite or not a number
     */
    public static BigDecimal of(double number) {
        BigDecimal printed = new BigDecimal(Double.toString(number));
        if (printed.precision() <= EXACT_OF_DOUBLE) {
            return plain(printed);
        }
        return shortest(new BigDecimal(number), EXACT_OF_DOUBLE, decimal -> decimal.doubleValue() == number);
    }

    /** Returns the shortest decimal of a float, without trailing zeros behind the point. */
    public static BigDecimal of(float number) {
        BigDecimal printed = new BigDecimal(Float.toString(number));
        if (printed.precision() <= EXACT_OF_FLOAT) {
            return plain(printed);
        }
        return shortest(new BigDecimal(number), EXACT_OF_FLOAT, decimal -> decimal.floatValue() == number);
    }

    private static BigDecimal shortest(BigDecimal exact, int least, Predicate<BigDecimal> isSame) {
        int digits = least;
        BigDecimal shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        while (!isSame.test(shortest)) {
            digits++;
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
        return plain(shortest);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
