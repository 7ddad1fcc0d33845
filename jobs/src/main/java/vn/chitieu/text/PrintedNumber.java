package vn.chitieu.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as readers of Vietnamese and of English expect them: {@code 58.505,25} and {@code 58,505.25}. Half is rounded
 * away from zero, and what rounds to zero has no sign.
 */
public final class PrintedNumber {

    private static final int MOST_DECIMALS = 4;

    private PrintedNumber() {}

    /** Returns a number with so many decimals and no more. */
    public static LocalizedText of(double value, int decimals) {
        return new LocalizedText(in(Language.VI, value, decimals), in(Language.EN, value, decimals));
    }

    /** Returns a percentage with so many decimals: {@code 8,8%} and {@code 8.8%}. */
    public static LocalizedText pct(double value, int decimals) {
        return of(value, decimals).plus("%");
    }

    /** Returns a percentage with its sign, as growth is stated. */
    public static LocalizedText signedPct(double value, int decimals) {
        LocalizedText text = pct(value, decimals);
        return value < 0 ? text : LocalizedText.same("+").plus(text);
    }

    /** Returns a number with as many decimals as it needs, at most 4. */
    public static LocalizedText shortest(double value) {
        int scale = BigDecimal.valueOf(value)
                .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .scale();
        return of(value, Math.max(0, scale));
    }

    /** Returns a number with all its decimals and no zeros after them. */
    public static LocalizedText exact(BigDecimal value) {
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        return new LocalizedText(in(Language.VI, value, decimals), in(Language.EN, value, decimals));
    }

    /**
     * Returns a number with so many decimals in one language.
     *
     * @param value finite
     */
    public static String in(Language language, double value, int decimals) {
        return in(language, BigDecimal.valueOf(value), decimals);
    }

    /** Returns a number with so many decimals in one language. */
    public static String in(Language language, BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.abs().toPlainString();
        int point = decimals == 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(rounded.signum() < 0 ? "-" : "");
        for (int i = 0; i < point; i++) {
            text.append(plain.charAt(i));
            if (point - i > 1 && (point - i) % 3 == 1) {
                text.append(language.groupingMark());
            }
        }
        return decimals == 0
                ? text.toString()
                : text.append(language.decimalMark())
                        .append(plain, point + 1, plain.length())
                        .toString();
    }
}
