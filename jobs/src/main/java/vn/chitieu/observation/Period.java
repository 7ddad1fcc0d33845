package vn.chitieu.observation;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a year: {@code 2025}, {@code 2025-S1}, {@code 2025-Q3} or {@code 2025-09} (SDMX time formats). Which days
 * it has, and in which month of the calendar its first month falls, a {@link ReportingYear} knows.
 *
 * @param year 1900 to 2199
 * @param index 1 to the number of such periods in a year
 */
public record Period(int year, Frequency frequency, int index) implements Comparable<Period>, Serializable {

    /**
     * Offices print a period's figure up to this many days before it ends; what is printed earlier is an expectation.
     */
    public static final int EARLY_DAYS = 10;

    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-(?:([SQ])(\\d)|(\\d{2})))?");

    public Period {
        if (year < 1900 || year > 2199) {
            throw new IllegalArgumentException("Expecting a year from 1900 to 2199 but was " + year);
        }
        if (index < 1 || index > frequency.periodsPerYear()) {
            throw new IllegalArgumentException("Expecting a period of frequency %s from 1 to %s but was %s"
                    .formatted(frequency, frequency.periodsPerYear(), index));
        }
    }

    /** Returns the period of a whole year. */
    public static Period ofYear(int year) {
        return new Period(year, Frequency.A, 1);
    }

    /**
     * Reads the text form, strictly.
     *
     * @throws IllegalArgumentException if the text is not one of the four forms or the period does not exist
     */
    public static Period parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Expecting a period such as 2025, 2025-S1, 2025-Q3 or 2025-09 but was '" + text + "'");
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return new Period(year, Frequency.valueOf(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        return matcher.group(4) == null
                ? ofYear(year)
                : new Period(year, Frequency.M, Integer.parseInt(matcher.group(4)));
    }

    /** Returns whether a text has one of the four forms, whether or not there is such a period. */
    public static boolean hasForm(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Returns the frequency that the form of a text has. */
    public static Frequency formOf(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Expecting a text of the form of a period but was '" + text + "'");
        }
        return matcher.group(2) != null
                ? Frequency.valueOf(matcher.group(2))
                : matcher.group(4) == null ? Frequency.A : Frequency.M;
    }

    /** Returns a period of a frequency, to show how it is written. */
    public static String example(Frequency frequency) {
        return new Period(2025, frequency, frequency == Frequency.M ? 9 : 1).toString();
    }

    /** Returns how many months of years there are until it ends, to compare with others of the same year. */
    public int endInMonths() {
        return 12 * year + lastMonth();
    }

    /** Returns how many months of years there are until it begins. */
    public int startInMonths() {
        return endInMonths() - months();
    }

    /** Returns how many months the period has. */
    public int months() {
        return 12 / frequency.periodsPerYear();
    }

    /** Returns the number of its last month in the year, 1 to 12. */
    public int lastMonth() {
        return index * months();
    }

    /** Returns the same period of another year. */
    public Period inYear(int otherYear) {
        return new Period(otherYear, frequency, index);
    }

    /** Returns the period of this length that follows. */
    public Period next() {
        return index < frequency.periodsPerYear()
                ? new Period(year, frequency, index + 1)
                : new Period(year + 1, frequency, 1);
    }

    /** Orders by end, then from the long period to the short. */
    @Override
    public int compareTo(Period other) {
        int byEnd = Integer.compare(endInMonths(), other.endInMonths());
        return byEnd != 0 ? byEnd : Integer.compare(other.months(), months());
    }

    @Override
    public String toString() {
        return switch (frequency) {
            case A -> Integer.toString(year);
            case M -> year + (index < 10 ? "-0" : "-") + index;
            case S, Q -> year + "-" + frequency + index;
        };
    }
}
