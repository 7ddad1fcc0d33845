package vn.chitieu.source.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time formats of SDMX: calendar years and months, reporting periods with or without hyphen, time ranges, and the
 * first or last day of a period, as {@code timeFormat=normalized} and some agencies write it.
 */
public final class SdmxTime {

    private static final String ZONE = "(?:Z|[+-]\\d{2}:\\d{2})?";
    private static final Pattern CALENDAR = Pattern.compile("(\\d{4})(?:-(\\d{2}))?" + ZONE);
    private static final Pattern REPORTING = Pattern.compile("(\\d{4})-?([ASHQM])(\\d{1,2})" + ZONE);
    private static final Pattern DAY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?" + ZONE);
    private static final Pattern RANGE = Pattern.compile("([^/]+)/P(?:(\\d{1,2})Y)?(?:(\\d{1,2})M)?");
    private static final Pattern START_DAY = Pattern.compile("--(\\d{2})-(\\d{2})" + ZONE);

    private SdmxTime() {}

    /**
     * Returns a period as we write it: 2024, 2024-S1, 2024-Q3 or 2024-09.
     *
     * @param months how many months a period of the frequency has
     * @return of months that are no calendar period the time range, such as {@code 2024-07-01/P12M}; empty if the text
     *     is no time format of SDMX; whether there is such a period is not asked
     */
    public static Optional<String> calendar(String text, int months) {
        Matcher calendar = CALENDAR.matcher(text);
        if (calendar.matches()) {
            return Optional.of(
                    calendar.group(2) == null ? calendar.group(1) : calendar.group(1) + "-" + calendar.group(2));
        }
        Matcher reporting = REPORTING.matcher(text);
        if (reporting.matches()) {
            return reporting(reporting.group(1), reporting.group(2).charAt(0), Integer.parseInt(reporting.group(3)));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return ofDay(day.group(1), months, true);
        }
        Matcher range = RANGE.matcher(text);
        Matcher first = range.matches() ? DAY.matcher(range.group(1)) : day;
        boolean isOfLength = range.matches() && number(range.group(2)) * 12 + number(range.group(3)) == months;
        return isOfLength && first.matches() ? ofDay(first.group(1), months, false) : Optional.empty();
    }

    /**
     * Returns a reporting period in calendar time.
     *
     * @param startDay when the reporting year begins, such as {@code --07-01}
     * @return the text itself if it is no reporting period; of months that are no calendar period the time range, such
     *     as {@code 2024-07-01/P12M}; empty if the day is none
     */
    static Optional<String> ofReportingYear(String text, String startDay) {
        Matcher start = START_DAY.matcher(startDay.strip());
        Matcher reporting = REPORTING.matcher(text);
        if (!reporting.matches()) {
            return Optional.of(text);
        }
        int month = month(start);
        if (month == 0) {
            return Optional.empty();
        }
        char letter = reporting.group(2).charAt(0);
        int months = months(letter);
        int first = month - 1 + (Integer.parseInt(reporting.group(3)) - 1) * months;
        String year = Integer.toString(Integer.parseInt(reporting.group(1)) + first / 12);
        return first % months == 0
                ? reporting(year, letter, first % 12 / months + 1)
                : Optional.of(String.format(Locale.ROOT, "%s-%02d-01/P%dM", year, first % 12 + 1, months));
    }

    /**
     * Returns the month, 1 to 12, on whose first day a year begins, from a text such as {@code --07-01}.
     *
     * @throws IllegalArgumentException if the text is no such day
     */
    public static int firstMonth(String startDay) {
        int month = month(START_DAY.matcher(startDay.strip()));
        if (month == 0) {
            throw new IllegalArgumentException(
                    "Expecting the first day of a month such as --07-01 but was '" + startDay + "'");
        }
        return month;
    }

    /** Returns the first month of a time range that {@link #calendar} returned; empty if the text is none. */
    public static Optional<YearMonth> firstOfRange(String text, int months) {
        Matcher range = RANGE.matcher(text);
        Matcher day = DAY.matcher(range.matches() ? range.group(1) : "");
        return range.matches() && day.matches() && text.endsWith("/P" + months + "M")
                ? Optional.of(YearMonth.from(LocalDate.parse(day.group(1))))
                : Optional.empty();
    }

    private static int month(Matcher startDay) {
        int month = startDay.matches() && "01".equals(startDay.group(2)) ? Integer.parseInt(startDay.group(1)) : 0;
        return month > 12 ? 0 : month;
    }

    private static Optional<String> reporting(String year, char letter, int index) {
        return switch (letter) {
            case 'A' -> index == 1 ? Optional.of(year) : Optional.empty();
            case 'M' -> Optional.of(year + (index < 10 ? "-0" : "-") + index);
            case 'Q' -> Optional.of(year + "-Q" + index);
            default -> Optional.of(year + "-S" + index);
        };
    }

    /** Returns the period that begins, or also ends, on a day. */
    private static Optional<String> ofDay(String text, int months, boolean mayBeLast) {
        try {
            LocalDate day = LocalDate.parse(text);
            boolean isFirst = day.getDayOfMonth() == 1 && (day.getMonthValue() - 1) % months == 0;
            boolean isLast =
                    mayBeLast && day.getDayOfMonth() == day.lengthOfMonth() && day.getMonthValue() % months == 0;
            if (!isFirst && !isLast) {
                return day.getDayOfMonth() == 1 && !mayBeLast
                        ? Optional.of(String.format(Locale.ROOT, "%s/P%dM", day, months))
                        : Optional.empty();
            }
            char letter = months == 12 ? 'A' : months == 6 ? 'S' : months == 3 ? 'Q' : 'M';
            return reporting(text.substring(0, 4), letter, (day.getMonthValue() - 1) / months + 1);
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day
        }
    }

    private static int months(char letter) {
        return letter == 'A' ? 12 : letter == 'Q' ? 3 : letter == 'M' ? 1 : 6;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
