package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;

/** What the hand may have done to a number. */
enum Slip {
    SIGN,
    DOUBLED_DIGIT,
    TIMES_10,
    TIMES_100,
    TIMES_1000,
    TIMES_MORE,
    MISSING_DIGIT,
    BY_100,
    BY_1000,
    BY_MORE,
    SWAPPED_COLUMNS,
    EXCHANGED_ROWS,
    WRONG_SUM,
    NONE_AT_ALL,
    /** The column alone holds more than the one that includes it. */
    PART_ABOVE_WHOLE,
    /** The estimate of the year is less than what there is. */
    LESS_THAN_TO_DATE,
    /** No slip that leads from one number to the other. */
    UNKNOWN;

    /**
     * Returns the likeliest slip that made the typed number of the one that was meant.
     *
     * @param meant near enough the number that was meant
     * @param width how far, of logarithms, the number meant may be from it
     */
    static Slip of(BigDecimal typed, double meant, double width) {
        double x = typed.doubleValue();
        if (x == 0) {
            return NONE_AT_ALL;
        }
        if (meant == 0) {
            return UNKNOWN;
        }
        double ratio = Math.log(Math.abs(x / meant));
        int power = (int) Math.round(ratio / Math.log(10));
        boolean isNear = Math.abs(ratio - power * Math.log(10)) <= Math.min(width, Band.WIDEST);
        if (!isNear) {
            return UNKNOWN;
        }
        if (power == 0) {
            return x * meant < 0 ? SIGN : UNKNOWN;
        }
        return power > 0 ? larger(typed, power) : smaller(-power);
    }

    /** Returns whether it leads from a number to the one typed. */
    boolean isRecognized() {
        return this != UNKNOWN && this != NONE_AT_ALL;
    }

    /** Returns whether it is a factor between two units, such as million and billion. */
    boolean isOfUnits() {
        return this == TIMES_1000 || this == BY_1000;
    }

    private static Slip larger(BigDecimal typed, int power) {
        return switch (power) {
            case 1 -> hasDoubledDigit(typed) ? DOUBLED_DIGIT : TIMES_10;
            case 2 -> TIMES_100;
            case 3 -> TIMES_1000;
            default -> TIMES_MORE;
        };
    }

    private static Slip smaller(int power) {
        return switch (power) {
            case 1 -> MISSING_DIGIT;
            case 2 -> BY_100;
            case 3 -> BY_1000;
            default -> BY_MORE;
        };
    }

    private static boolean hasDoubledDigit(BigDecimal typed) {
        String digits = typed.abs().toBigInteger().toString();
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) == digits.charAt(i - 1) && digits.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }
}
