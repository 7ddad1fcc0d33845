package vn.chitieu.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.chitieu.text.LocalizedText;

/** The words of verdicts, reasons and counts in the two languages of the product. */
public final class Words {

    static final Locale VI = Locale.forLanguageTag("vi");
    static final Locale EN = Locale.ENGLISH;

    private static final ResourceBundle WORDS_VI = bundle(VI);
    private static final ResourceBundle WORDS_EN = bundle(EN);

    private Words() {}

    /** Returns a word or sentence in both languages. */
    public static LocalizedText of(String key, LocalizedText... parts) {
        return new LocalizedText(in(VI, key, parts), in(EN, key, parts));
    }

    /** Returns a word or sentence in one language. */
    static String in(Locale locale, String key, LocalizedText... parts) {
        Object[] texts = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].in(locale);
        }
        String pattern = (isVietnamese(locale) ? WORDS_VI : WORDS_EN).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }

    /** Returns a number as printed in each language: {@code 1.234,5} and {@code 1,234.5}, at most 4 decimals. */
    static LocalizedText number(double value) {
        return new LocalizedText(number(value, '.', ',', "#,##0.####"), number(value, ',', '.', "#,##0.####"));
    }

    /** Returns a number as printed in each language, with so many decimals and no more. */
    public static LocalizedText number(double value, int decimals) {
        String digits = decimals == 0 ? "" : "." + "0".repeat(decimals);
        return new LocalizedText(number(value, '.', ',', "#,##0" + digits), number(value, ',', '.', "#,##0" + digits));
    }

    /** Returns a day as printed in each language: {@code 30/6/2025} and {@code 2025-06-30}. */
    public static LocalizedText day(LocalDate day) {
        return new LocalizedText(day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear(), day.toString());
    }

    /** Returns a text that is the same in both languages, such as a code. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    private static String number(double value, char grouping, char decimal, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(grouping);
        symbols.setDecimalSeparator(decimal);
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(value));
    }

    private static boolean isVietnamese(Locale locale) {
        return locale.getLanguage().equals(VI.getLanguage());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "vn.chitieu.attainment.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
