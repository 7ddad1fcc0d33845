package vn.chitieu.projection.sparse;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The exact sum of products of two doubles, as one whole number of the smallest unit that occurs (Kulisch, Computer
 * Arithmetic and Validity, 2013, 8): no product is rounded, and only the sum becomes a decimal number.
 */
final class ExactSum {

    private static final int FRACTION_BITS = 52;
    private static final int LEAST_EXPONENT = -1022;

    private BigInteger units = BigInteger.ZERO;
    private int exponent;

    /**
     * Adds a product.
     *
     * @throws NumberFormatException if a number is not finite
     */
    void add(double a, double b) {
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new NumberFormatException("Expecting finite numbers but was " + a + " times " + b);
        }
        if (a == 0 || b == 0) {
            return;
        }
        BigInteger product = BigInteger.valueOf(significand(a)).multiply(BigInteger.valueOf(significand(b)));
        int of = exponent(a) + exponent(b);
        if (units.signum() == 0) {
            units = product;
            exponent = of;
        } else if (of < exponent) {
            units = units.shiftLeft(exponent - of).add(product);
            exponent = of;
        } else {
            units = units.add(product.shiftLeft(of - exponent));
        }
    }

    /** Returns the sum, every digit of it. */
    BigDecimal value() {
        return exponent >= 0
                ? new BigDecimal(units.shiftLeft(exponent))
                : new BigDecimal(units.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    private static long significand(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        long significand = Math.getExponent(number) < LEAST_EXPONENT ? fraction : fraction | 1L << FRACTION_BITS;
        long odd = significand >> Long.numberOfTrailingZeros(significand);
        return number < 0 ? -odd : odd;
    }

    private static int exponent(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        boolean isSubnormal = Math.getExponent(number) < LEAST_EXPONENT;
        long significand = isSubnormal ? fraction : fraction | 1L << FRACTION_BITS;
        return (isSubnormal ? LEAST_EXPONENT : Math.getExponent(number))
                - FRACTION_BITS
                + Long.numberOfTrailingZeros(significand);
    }
}
