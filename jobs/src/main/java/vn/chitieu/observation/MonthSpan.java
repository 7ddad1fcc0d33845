package vn.chitieu.observation;

import java.io.Serializable;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Consecutive months of one year, whatever they are called: {@code 2025-S1}, {@code 2025-Q2} cumulated and
 * {@code 2025-06} cumulated are one span.
 *
 * @param firstMonth 1 to 12
 * @param lastMonth {@code firstMonth} to 12
 */
public record MonthSpan(int year, int firstMonth, int lastMonth) implements Comparable<MonthSpan>, Serializable {

    public MonthSpan {
        if (firstMonth < 1 || lastMonth < firstMonth || lastMonth > 12) {
            throw new IllegalArgumentException(
                    "Expecting months from 1 to 12 in order but were " + firstMonth + " to " + lastMonth);
        }
    }

    /** Returns the months that a figure of a period covers. */
    public static MonthSpan of(Period period, Accumulation accumulation) {
        int first = accumulation == Accumulation.CUMULATED ? 1 : period.lastMonth() - period.months() + 1;
        return new MonthSpan(period.year(), first, period.lastMonth());
    }

    /** Returns the spans of a year that tables show: months, quarters and what is cumulated to the end of a month. */
    public static NavigableSet<MonthSpan> ofYear(int year) {
        NavigableSet<MonthSpan> spans = new TreeSet<>();
        for (int month = 1; month <= 12; month++) {
            spans.add(new MonthSpan(year, month, month));
            spans.add(new MonthSpan(year, 1, month));
            if (month % 3 == 0) {
                spans.add(new MonthSpan(year, month - 2, month));
            }
        }
        return spans;
    }

    /** Returns the same months of the year before. */
    public MonthSpan yearBefore() {
        return new MonthSpan(year - 1, firstMonth, lastMonth);
    }

    /** Returns how many months it has. */
    public int months() {
        return lastMonth - firstMonth + 1;
    }

    /**
     * Returns the one name under which tables show it: a year, half-year, nine months, quarter or month, or what is
     * cumulated to the end of a month.
     *
     * @throws IllegalStateException if no period has these months
     */
    public PeriodName name() {
        if (months() == 12) {
            return new PeriodName(Period.ofYear(year), Accumulation.PERIOD);
        }
        if (firstMonth == 1 && lastMonth == 6) {
            return new PeriodName(new Period(year, Frequency.S, 1), Accumulation.CUMULATED);
        }
        if (firstMonth == 1 && lastMonth == 9) {
            return new PeriodName(new Period(year, Frequency.Q, 3), Accumulation.CUMULATED);
        }
        if (months() == 1) {
            return new PeriodName(new Period(year, Frequency.M, lastMonth), Accumulation.PERIOD);
        }
        if (months() == 3 && lastMonth % 3 == 0) {
            return new PeriodName(new Period(year, Frequency.Q, lastMonth / 3), Accumulation.PERIOD);
        }
        if (months() == 6 && lastMonth == 12) {
            return new PeriodName(new Period(year, Frequency.S, 2), Accumulation.PERIOD);
        }
        if (firstMonth == 1) {
            return new PeriodName(new Period(year, Frequency.M, lastMonth), Accumulation.CUMULATED);
        }
        throw new IllegalStateException("Expecting months that a period has but were " + this);
    }

    /** Returns whether it is a year, a half-year or nine months from January on, a quarter or a month. */
    public boolean isStandard() {
        boolean isQuarter = months() == 3 && lastMonth % 3 == 0;
        return months() == 1 || isQuarter || (firstMonth == 1 && months() >= 6 && months() % 3 == 0);
    }

    /** Orders by year, then by last month, then from the long span to the short. */
    @Override
    public int compareTo(MonthSpan other) {
        int order = Integer.compare(year, other.year);
        if (order == 0) {
            order = Integer.compare(lastMonth, other.lastMonth);
        }
        return order == 0 ? Integer.compare(firstMonth, other.firstMonth) : order;
    }

    @Override
    public String toString() {
        return year + "-" + firstMonth + ".." + lastMonth;
    }
}
