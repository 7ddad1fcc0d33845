package vn.chitieu.projection.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * The figures of a series of a merged area that are sums over the areas it was made of.
 *
 * @param breakOn the first day of the merged area; every figure ends before it
 * @param year of the area
 * @param values at least one, in the unit of the indicator
 */
public record RebuiltPast(LocalDate breakOn, ReportingYear year, List<DatedValue> values) implements Serializable {

    /** Added to the flag of a projection that is widened for resting on a rebuilt history. */
    public static final String FLAG = "rebuilt_history";

    /** By how much errors spread more than the past shows: the root of a variance times 1.5. */
    public static final double SPREAD = Math.sqrt(1.5);

    /** Four quarters: from then on the merged area's own figures hold a whole year of seasons. */
    static final int ENOUGH_MONTHS = 12;

    private static final int MONTHS = 12;

    public RebuiltPast {
        values = List.copyOf(values);
        if (values.isEmpty()
                || values.stream().anyMatch(value -> !year.end(value.period()).isBefore(breakOn))) {
            throw new IllegalArgumentException("Expecting figures that end before " + breakOn + " but were " + values);
        }
    }

    /** Returns how many months since the break have a figure of the area's own, until the end of a year. */
    int ownMonths(Collection<DatedValue> all, int until) {
        TreeSet<Integer> months = new TreeSet<>();
        int first = (int) YearMonth.from(breakOn).plusMonths(year.lead()).getLong(ChronoField.PROLEPTIC_MONTH);
        for (DatedValue value : all) {
            Period period = value.period();
            if (period.year() <= until) {
                int january = MONTHS * period.year();
                int start = value.accumulation() == Accumulation.CUMULATED ? 0 : period.lastMonth() - period.months();
                for (int m = Math.max(first, january + start); m < january + period.lastMonth(); m++) {
                    months.add(m);
                }
            }
        }
        return months.size();
    }
}
