package vn.chitieu.observation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * When the reporting year of a country begins (SDMX {@code REPORTING_YEAR_START_DAY}) and after which calendar year it
 * is named. A {@link Period} is a place in such a year; only here does it have days.
 *
 * @param lead how many months the year begins before the January of the year that names it, -11 to 11
 */
public record ReportingYear(int lead) implements Serializable {

    /** From January to December. */
    public static final ReportingYear CALENDAR = new ReportingYear(0);

    private static final int MONTHS = 12;

    public ReportingYear {
        if (Math.abs(lead) >= MONTHS) {
            throw new IllegalArgumentException("Expecting a lead from -11 to 11 months but was " + lead);
        }
    }

    /** Returns the year that begins in a month of the calendar year before the one that it ends in and is named by. */
    public static ReportingYear namedByItsEnd(int firstMonth) {
        return firstMonth == 1 ? CALENDAR : new ReportingYear(MONTHS + 1 - firstMonth);
    }

    /** Returns the year that begins in a month of the calendar year that it is named by, as SDMX names years. */
    public static ReportingYear namedByItsBeginning(int firstMonth) {
        return new ReportingYear(1 - firstMonth);
    }

    /** Returns whether it is the calendar year. */
    public boolean isCalendar() {
        return lead == 0;
    }

    /** Returns the first day of a period. */
    public LocalDate start(Period period) {
        return LocalDate.of(period.year(), 1, 1).plusMonths(period.lastMonth() - period.months() - (long) lead);
    }

    /** Returns the last day of a period. */
    public LocalDate end(Period period) {
        return month(period.year(), period.lastMonth()).atEndOfMonth();
    }

    /**
     * Returns the calendar month that a month of a year is.
     *
     * @param month from 1, the first of the reporting year
     */
    public YearMonth month(int year, int month) {
        return YearMonth.of(year, 1).plusMonths(month - 1L - lead);
    }

    /** Returns the day on which it begins, as SDMX writes it: {@code --07-01}. */
    public String firstDay() {
        return String.format(Locale.ROOT, "--%02d-01", month(2000, 1).getMonthValue());
    }

    /** Returns the year that a day belongs to. */
    public int yearOf(LocalDate day) {
        return YearMonth.from(day).plusMonths(lead).getYear();
    }

    /**
     * Returns the period that some calendar months are; empty if they are none of this year.
     *
     * @param months 1, 3, 6 or 12
     * @throws IllegalArgumentException if the year is not one of 1900 to 2199
     */
    public Optional<Period> period(YearMonth first, int months) {
        YearMonth inYear = first.plusMonths(lead);
        int before = inYear.getMonthValue() - 1;
        return before % months != 0
                ? Optional.empty()
                : Optional.of(new Period(inYear.getYear(), Frequency.ofMonths(months), before / months + 1));
    }

    /** Returns whether every period of a frequency has the months of one of the calendar. */
    public boolean hasPeriodsOfCalendar(Frequency frequency) {
        return lead * frequency.periodsPerYear() % MONTHS == 0;
    }

    /**
     * Returns the calendar period that has the months of a period of this year.
     *
     * @param period of a frequency that {@link #hasPeriodsOfCalendar}
     */
    public Period inCalendar(Period period) {
        return CALENDAR.period(YearMonth.from(start(period)), period.months()).orElseThrow();
    }

    /** Returns the period of this year that has the months of a calendar period; empty if none has. */
    public Optional<Period> ofCalendar(Period calendar) {
        return period(YearMonth.from(CALENDAR.start(calendar)), calendar.months());
    }
}
