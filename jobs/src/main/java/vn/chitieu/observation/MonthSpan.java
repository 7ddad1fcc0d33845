package vn.chitieu.observation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final Comparator<MonthSpan> ORDER = Comparator.comparingInt(MonthSpan::year)
            .thenComparingInt(MonthSpan::lastMonth)
            .thenComparingInt(MonthSpan::firstMonth);

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

    /** Returns the names that tables use for it: a year, a half-year, nine months, a quarter, a month. */
    public List<PeriodName> standardNames() {
        List<PeriodName> names = new ArrayList<>();
        if (months() == 12) {
            names.add(new PeriodName(Period.ofYear(year), Accumulation.PERIOD));
        } else if (firstMonth == 1 && lastMonth == 6) {
            names.add(new PeriodName(new Period(year, Frequency.S, 1), Accumulation.CUMULATED));
        } else if (firstMonth == 1 && lastMonth == 9) {
            names.add(new PeriodName(new Period(year, Frequency.Q, 3), Accumulation.CUMULATED));
        } else if (months() == 3 && lastMonth % 3 == 0) {
            names.add(new PeriodName(new Period(year, Frequency.Q, lastMonth / 3), Accumulation.PERIOD));
        } else if (months() == 1) {
            names.add(new PeriodName(new Period(year, Frequency.M, lastMonth), Accumulation.PERIOD));
        }
        return names;
    }

    /** Orders by year, then by last month, then from the long span to the short. */
    @Override
    public int compareTo(MonthSpan other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "-" + firstMonth + ".." + lastMonth;
    }
}
