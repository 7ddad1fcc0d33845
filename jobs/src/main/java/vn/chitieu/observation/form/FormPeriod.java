package vn.chitieu.observation.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/**
 * Periods as a form says them: {@code Tháng 06/2025}, {@code Quý 2/2025}, {@code 6 tháng 1/2025}, {@code Năm 2025}, in
 * capitals or not; and as people write them besides: {@code Tháng 6 năm 2025}, {@code T6/2025}, {@code Quý II/2025}.
 */
final class FormPeriod {

    private static final Texts TEXTS = Words.of("observation").in(Language.VI);

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final String INDEX = "(?<index>\\d{1,2}|" + String.join("|", ROMAN) + ")";

    private static final Map<Frequency, Pattern> PATTERNS = Arrays.stream(Frequency.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    frequency -> Pattern.compile(
                            text(frequency, "(?<year>\\d{4})", INDEX)
                                    .replace("/", "(?:" + TEXTS.text("form.period.between") + ") ?"),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));

    private static final Pattern MONTH_OF_YEAR = Pattern.compile(
            "(?:" + TEXTS.text("form.period.month_letter") + ")?(?<index>\\d{1,2})[/-](?<year>\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FormPeriod() {}

    /**
     * Returns the period of a year that a person reads in a cell, where periods that the calendar has too are said as
     * those of the calendar, and the others by their name; a date of which month and year are shown is that month, and
     * so is its first day.
     */
    static Optional<Period> of(Sheet sheet, Cell cell, ReportingYear year) {
        boolean isDay = cell.kind() == Cell.Kind.NUMBER && cell.format() == Cell.NumberFormat.DATE;
        Optional<Period> said = isDay || cell.format() == Cell.NumberFormat.MONTH
                ? sheet.day(cell)
                        .filter(day -> !isDay || day.getDayOfMonth() == 1)
                        .map(day -> new Period(day.getYear(), Frequency.M, day.getMonthValue()))
                : parse(SeenText.withoutMark(cell));
        return said.flatMap(period ->
                year.hasPeriodsOfCalendar(period.frequency()) ? year.ofCalendar(period) : Optional.of(period));
    }

    /** Returns the text of a period of a year, which {@link #of} reads back. */
    static String format(Period inYear, ReportingYear year) {
        Period period = year.hasPeriodsOfCalendar(inYear.frequency()) ? year.inCalendar(inYear) : inYear;
        String form = period.frequency() == Frequency.M ? "%02d" : "%d";
        return text(period.frequency(), period.year(), String.format(Locale.ROOT, form, period.index()));
    }

    /**
     * Returns the period of a text in words, as {@code 06/2025} or in codes ({@code 2025-06}), or nothing if it is
     * none.
     */
    static Optional<Period> parse(String text) {
        try {
            for (Frequency frequency : Frequency.values()) {
                Matcher words = Objects.requireNonNull(PATTERNS.get(frequency)).matcher(text);
                if (words.matches()) {
                    int index = frequency == Frequency.A ? 1 : index(words.group("index"));
                    return Optional.of(new Period(Integer.parseInt(words.group("year")), frequency, index));
                }
            }
            Matcher month = MONTH_OF_YEAR.matcher(text);
            return Optional.of(
                    month.matches()
                            ? new Period(
                                    Integer.parseInt(month.group("year")),
                                    Frequency.M,
                                    Integer.parseInt(month.group("index")))
                            : Period.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int index(String text) {
        int roman = ROMAN.indexOf(text.toUpperCase(Locale.ROOT));
        return roman < 0 ? Integer.parseInt(text) : roman + 1;
    }

    private static String text(Frequency frequency, Object year, Object index) {
        return TEXTS.text("form.period." + frequency, year, index);
    }
}
