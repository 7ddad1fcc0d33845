package vn.chitieu.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and months as readers of Vietnamese and of English expect them. */
public final class PrintedDay {

    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private PrintedDay() {}

    /** Returns {@code 9/7/2025} and {@code 9 July 2025}. */
    public static LocalizedText of(LocalDate day) {
        return new LocalizedText(day.format(VIETNAMESE), day.format(ENGLISH));
    }

    /** Returns {@code 9/7/2025} and {@code 2025-07-09}, where English text names days as the tables do. */
    public static LocalizedText asInTables(LocalDate day) {
        return new LocalizedText(day.format(VIETNAMESE), day.toString());
    }

    /**
     * Returns {@code tháng 7} and {@code July}.
     *
     * @param month 1 to 12
     */
    public static LocalizedText month(int month) {
        return Words.of("text").text("month." + month);
    }
}
