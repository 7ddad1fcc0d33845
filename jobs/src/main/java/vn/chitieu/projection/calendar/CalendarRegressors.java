package vn.chitieu.projection.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * What the calendar gives each month: trading days, a moving holiday and the leap day, each as the deviation from what
 * is usual for that month of the year.
 */
public final class CalendarRegressors {

    static final int COUNT = 3;

    private static final int TRADING_DAYS = 0;
    private static final int HOLIDAY = 1;
    private static final int LEAP_DAY = 2;

    private static final int LONG_RUN_FIRST_YEAR = 1930;
    private static final int LONG_RUN_LAST_YEAR = 2039;
    private static final double[] LONG_RUN_TRADING_DAYS = new double[12];

    /** Worked out once: every origin of every series asks for them. */
    private static final int FIRST_KNOWN_YEAR = 1900;

    private static final double[] TRADING_DAYS_OF_MONTHS = new double[200 * 12];

    static {
        for (int t = 0; t < TRADING_DAYS_OF_MONTHS.length; t++) {
            TRADING_DAYS_OF_MONTHS[t] = tradingDays(FIRST_KNOWN_YEAR + t / 12, t % 12 + 1);
        }
        int years = LONG_RUN_LAST_YEAR - LONG_RUN_FIRST_YEAR + 1;
        for (int year = LONG_RUN_FIRST_YEAR; year <= LONG_RUN_LAST_YEAR; year++) {
            for (int month = 1; month <= 12; month++) {
                LONG_RUN_TRADING_DAYS[month - 1] += tradingDays(year, month) / years;
            }
        }
    }

    private CalendarRegressors() {}

    /**
     * Returns {@link #COUNT} rows of {@code count} months: fifths of a trading day, shares of the holiday, leap days.
     *
     * @param first month of the first column
     */
    public static double[][] of(YearMonth first, int count, MovingHoliday holiday) {
        double[][] regressors = new double[COUNT][count];
        for (int t = 0; t < count; t++) {
            int ordinal = first.getMonthValue() - 1 + t;
            int year = first.getYear() + ordinal / 12;
            int month = ordinal % 12 + 1;
            regressors[TRADING_DAYS][t] = (knownTradingDays(year, month) - LONG_RUN_TRADING_DAYS[month - 1]) / 5;
            regressors[HOLIDAY][t] = holiday.deviation(year, month);
            regressors[LEAP_DAY][t] = month != 2 ? 0 : Year.isLeap(year) ? 0.75 : -0.25;
        }
        return regressors;
    }

    private static double knownTradingDays(int year, int month) {
        int t = (year - FIRST_KNOWN_YEAR) * 12 + month - 1;
        return t >= 0 && t < TRADING_DAYS_OF_MONTHS.length ? TRADING_DAYS_OF_MONTHS[t] : tradingDays(year, month);
    }

    /** Returns weekdays less 2.5 times the days of weekends: 0 in a month of whole weeks. */
    static double tradingDays(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        int days = first.lengthOfMonth();
        int weekendDays = 8;
        for (int extra = 28; extra < days; extra++) {
            int dayOfWeek = (first.getDayOfWeek().getValue() - 1 + extra) % 7;
            weekendDays += dayOfWeek >= 5 ? 1 : 0;
        }
        return days - weekendDays - 2.5 * weekendDays;
    }
}
