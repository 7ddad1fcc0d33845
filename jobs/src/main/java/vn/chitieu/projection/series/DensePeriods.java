package vn.chitieu.projection.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/**
 * The months or quarters of a series from its first year on, with gaps between known ones interpolated.
 *
 * <p>Indices of periods count from 0.
 */
public final class DensePeriods {

    private static final int MONTHS = 12;

    private final int firstYear;
    private final int periodsPerYear;
    private final double[] known;
    private final Interpolation.Filled filled;

    private DensePeriods(int firstYear, int periodsPerYear, double[] known) {
        this.firstYear = firstYear;
        this.periodsPerYear = periodsPerYear;
        this.known = known;
        this.filled = Interpolation.fill(known, periodsPerYear);
    }

    /**
     * Returns the periods until the last known one of a year.
     *
     * @param levels at least one year
     * @param lastYear later ones are not looked at
     * @param periodsPerYear 12 or 4
     */
    public static DensePeriods of(NavigableMap<Integer, YearFigures> levels, int lastYear, int periodsPerYear) {
        int firstYear = levels.firstKey();
        double[] values = new double[(lastYear + 1 - firstYear) * periodsPerYear];
        Arrays.fill(values, Double.NaN);
        levels.headMap(lastYear, true)
                .forEach((year, figures) -> System.arraycopy(
                        figures.periods(periodsPerYear),
                        0,
                        values,
                        (year - firstYear) * periodsPerYear,
                        periodsPerYear));
        int end = values.length;
        while (end > 0 && Double.isNaN(values[end - 1])) {
            end--;
        }
        return new DensePeriods(firstYear, periodsPerYear, Arrays.copyOf(values, end));
    }

    /**
     * Returns periods given one by one.
     *
     * @param values one a period from the start of {@code firstYear} to the last known one, a missing one being NaN
     * @param periodsPerYear 12 or 4
     */
    public static DensePeriods of(int firstYear, int periodsPerYear, double[] values) {
        return new DensePeriods(firstYear, periodsPerYear, values.clone());
    }

    public int firstYear() {
        return firstYear;
    }

    /** Returns the periods until so many of a year, NaN where neither known nor interpolated. */
    public double[] until(int year, int periods) {
        double[] values = new double[(year - firstYear) * periodsPerYear + periods];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(filled.values(), 0, values, 0, Math.min(values.length, filled.values().length));
        return values;
    }

    /** Returns how many periods of a year are known or interpolated from its start on without a gap. */
    public int reach(int year) {
        int reach = 0;
        while (reach < periodsPerYear && !Double.isNaN(value(year, reach))) {
            reach++;
        }
        return reach;
    }

    /** Returns the value of a period; NaN if it is neither known nor interpolated. */
    double value(int year, int index) {
        return at(filled.values(), year, index);
    }

    boolean isKnown(int year, int index) {
        return !Double.isNaN(at(known, year, index));
    }

    private double at(double[] values, int year, int index) {
        int at = (year - firstYear) * periodsPerYear + index;
        return at < 0 || at >= values.length ? Double.NaN : values[at];
    }

    /**
     * Returns the periods that were interpolated.
     *
     * @param start index of the first value looked at, counted from the first year
     */
    public List<Period> interpolatedSince(int start) {
        List<Period> periods = new ArrayList<>();
        Frequency frequency = periodsPerYear == MONTHS ? Frequency.M : Frequency.Q;
        for (Interpolation.Gap gap : filled.gaps()) {
            for (int i = Math.max(start, gap.first()); i < gap.first() + gap.length(); i++) {
                periods.add(new Period(firstYear + i / periodsPerYear, frequency, i % periodsPerYear + 1));
            }
        }
        return periods;
    }

    /**
     * Returns the standard error that interpolation adds to the value of a year.
     *
     * @param periods how many of the year are looked at
     */
    public double error(int year, int periods, Aggregation aggregation) {
        int start = (year - firstYear) * periodsPerYear;
        int from = aggregation == Aggregation.LAST ? start + periods - 1 : start;
        double square = filled.gaps().stream()
                .filter(gap -> gap.touches(from, start + periods))
                .mapToDouble(gap -> gap.error() * gap.error())
                .sum();
        return Math.sqrt(square) / (aggregation == Aggregation.MEAN ? periodsPerYear : 1);
    }

    /** Returns what the standard error of a year rests on; 1 if it has none. */
    public double degreesOfFreedom(int year) {
        int start = (year - firstYear) * periodsPerYear;
        return filled.gaps().stream()
                .filter(gap -> gap.touches(start, start + periodsPerYear))
                .mapToInt(Interpolation.Gap::removals)
                .min()
                .orElse(1);
    }
}
