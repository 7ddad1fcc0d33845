package vn.chitieu.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in English words of methods. */
final class Decimals {

    private Decimals() {}

    /** Returns a number with a fixed count of decimals, for example {@code 0.49}. */
    static String text(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
