package vn.chitieu.projection.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * What is known of one year of a series, in its unit: months and quarters, printed or by difference of cumulated
 * figures.
 *
 * <p>For a sum, the figure to date is the printed cumulated one, unless a month was published again since: then it is
 * the sum of the months. A missing period is NaN in here and never leaves as such.
 */
public final class YearFigures {

    private static final int MONTHS = 12;

    private final Aggregation aggregation;
    private final double[] months = unknown(MONTHS);
    private final double[] quarters = unknown(4);
    private final double[] cumulated = unknown(MONTHS + 1);
    private final @Nullable LocalDate[] cumulatedDate = new @Nullable LocalDate[MONTHS + 1];
    private final boolean[] isPrinted = new boolean[MONTHS];
    private @Nullable DatedValue annual;

    private YearFigures(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /** Returns what the figures of one year say, whatever their order. */
    static YearFigures of(List<DatedValue> ofYear, Aggregation aggregation) {
        YearFigures figures = new YearFigures(aggregation);
        List<DatedValue> spans = new ArrayList<>();
        for (DatedValue value : ofYear) {
            figures.take(value, spans);
        }
        if (aggregation == Aggregation.SUM) {
            figures.addUp(spans);
        }
        figures.fillQuarters();
        return figures;
    }

    private static double[] unknown(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private void take(DatedValue value, List<DatedValue> spans) {
        Period period = value.period();
        if (period.frequency() == Frequency.A) {
            if (annual == null || value.accumulation() == Accumulation.PERIOD) {
                annual = value;
            }
        } else if (value.accumulation() == Accumulation.CUMULATED) {
            takeCumulated(value, period.lastMonth());
        } else {
            spans.add(value);
            if (period.frequency() == Frequency.M) {
                months[period.index() - 1] = value.value();
                isPrinted[period.index() - 1] = true;
            } else if (period.frequency() == Frequency.Q) {
                quarters[period.index() - 1] = value.value();
            } else if (aggregation == Aggregation.LAST) {
                quarters[period.index() * 2 - 1] = value.value();
            }
        }
    }

    private void takeCumulated(DatedValue value, int month) {
        LocalDate known = cumulatedDate[month];
        if (aggregation == Aggregation.SUM && (known == null || known.isBefore(value.publishedDate()))) {
            cumulated[month] = value.value();
            cumulatedDate[month] = value.publishedDate();
        }
    }

    private void addUp(List<DatedValue> spans) {
        cumulated[0] = 0;
        if (annual != null) {
            cumulated[MONTHS] = annual.value();
        }
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (DatedValue span : spans) {
                int end = span.period().lastMonth();
                int start = end - span.period().months();
                if (Double.isNaN(cumulated[end]) && !Double.isNaN(cumulated[start])) {
                    cumulated[end] = cumulated[start] + span.value();
                    isNew = true;
                } else if (Double.isNaN(cumulated[start]) && !Double.isNaN(cumulated[end])) {
                    cumulated[start] = cumulated[end] - span.value();
                    isNew = true;
                }
            }
        }
        for (int i = 0; i < MONTHS; i++) {
            if (Double.isNaN(months[i])) {
                months[i] = cumulated[i + 1] - cumulated[i];
            }
        }
    }

    private void fillQuarters() {
        for (int q = 0; q < quarters.length; q++) {
            if (Double.isNaN(quarters[q])) {
                double byMonths = aggregation.annual(months, 3 * q, 3);
                double byDifference = cumulated[3 * q + 3] - cumulated[3 * q];
                quarters[q] = arePrinted(3 * q) || Double.isNaN(byDifference) ? byMonths : byDifference;
            }
        }
    }

    /** Returns whether the three months of a quarter are printed, not differences of figures of other days. */
    private boolean arePrinted(int firstMonth) {
        return isPrinted[firstMonth] && isPrinted[firstMonth + 1] && isPrinted[firstMonth + 2];
    }

    /** Returns the months or quarters, NaN where unknown. */
    public double[] periods(int periodsPerYear) {
        return periodsPerYear == MONTHS ? months.clone() : quarters.clone();
    }

    /** Returns how many months or quarters are known from January on without a gap. */
    public int known(int periodsPerYear) {
        double[] periods = periodsPerYear == MONTHS ? months : quarters;
        int known = 0;
        while (known < periodsPerYear && !Double.isNaN(periods[known])) {
            known++;
        }
        return known;
    }

    /** Returns the sum from January to the end of a month, of a sum; empty if it is not known. */
    public OptionalDouble toDate(int month) {
        return Double.isNaN(cumulated[month]) ? OptionalDouble.empty() : OptionalDouble.of(cumulated[month]);
    }

    /** Returns the last month that a figure to date is known for, of a sum; 0 if there is none. */
    int lastMonth() {
        int month = MONTHS;
        while (month > 0 && toDate(month).isEmpty()) {
            month--;
        }
        return month;
    }

    /** Returns the value of the year: as printed, else from its periods or its last cumulated figure. */
    public OptionalDouble annual() {
        if (annual != null) {
            return OptionalDouble.of(annual.value());
        }
        if (aggregation == Aggregation.SUM) {
            return toDate(MONTHS);
        }
        double byMonths = aggregation.annual(months, 0, MONTHS);
        double value = Double.isNaN(byMonths) ? aggregation.annual(quarters, 0, 4) : byMonths;
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns whether the value of the year is printed, and not that of its periods. */
    boolean isAnnualPrinted() {
        return annual != null;
    }

    /** Returns whether the year's value is an estimate printed for the year as a whole. */
    public boolean isAnnualEstimate() {
        return annual != null && annual.status() == ObservationStatus.ESTIMATE;
    }
}
