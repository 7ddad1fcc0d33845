package vn.chitieu.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as readers of Vietnamese and of English expect them: {@code 58.505,25} and {@code 58,505.25}. */
public final class PrintedNumber {

    private PrintedNumber() {}

    public static String vi(double value, int decimals) {
        return text(value, decimals, '.', ',');
    }

    public static String en(double value, int decimals) {
        return text(value, decimals, ',', '.');
    }

    private static String text(double value, int decimals, char thousands, char decimal) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.abs().toPlainString();
        int point = decimals == 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(rounded.signum() < 0 ? "-" : "");
        for (int i = 0; i < point; i++) {
            text.append(plain.charAt(i));
            if (point - i > 1 && (point - i) % 3 == 1) {
                text.append(thousands);
            }
        }
        return decimals == 0
                ? text.toString()
                : text.append(decimal).append(plain, point + 1, plain.length()).toString();
    }
}
