package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import vn.chitieu.catalog.CsvFile;

/**
 * A monthly or quarterly series without gaps; it may start and end inside a year.
 *
 * <p>Values are in the unit of the indicator, one a period, oldest first, none missing.
 */
public final class RegularSeries {

    /** Squares and their sums stay finite. */
    private static final double LARGEST = CsvFile.LARGEST;

    private static final int FEWEST_YEARS = 2;

    private final int periodsPerYear;
    private final int firstYear;
    private final int firstPeriod;
    private final double[] values;

    /**
     * Copies the values.
     *
     * @param periodsPerYear 12 or 4
     * @param firstYear year of the first value
     * @param firstPeriod period of the year of the first value, counted from 1
     * @param values at least one; finite, at most 1e150 in size
     * @throws IllegalArgumentException if one of these does not hold
     */
    public RegularSeries(int periodsPerYear, int firstYear, int firstPeriod, double[] values) {
        this(values.clone(), periodsPerYear, firstYear, firstPeriod);
    }

    private RegularSeries(double[] owned, int periodsPerYear, int firstYear, int firstPeriod) {
        if (periodsPerYear != 12 && periodsPerYear != 4) {
            throw new IllegalArgumentException("Expecting 12 or 4 periods a year but were " + periodsPerYear);
        }
        if (firstPeriod < 1 || firstPeriod > periodsPerYear) {
            throw new IllegalArgumentException(
                    "Expecting a first period from 1 to %s but was %s".formatted(periodsPerYear, firstPeriod));
        }
        if (owned.length == 0) {
            throw new IllegalArgumentException("Expecting at least one value but was given none");
        }
        for (int t = 0; t < owned.length; t++) {
            if (!canHold(owned[t])) {
                throw new IllegalArgumentException("Expecting values of at most %s in size but value %s of %s was %s"
                        .formatted(LARGEST, t, owned.length, owned[t]));
            }
        }
        this.periodsPerYear = periodsPerYear;
        this.firstYear = firstYear;
        this.firstPeriod = firstPeriod;
        this.values = owned;
    }

    /**
     * Returns the values after the last gap.
     *
     * @param values one a period, a missing one being NaN; the last one must be known
     * @throws IllegalArgumentException as the constructor, and if the last value is missing
     */
    public static RegularSeries lastRun(int periodsPerYear, int firstYear, int firstPeriod, double[] values) {
        int start = values.length;
        while (start > 0 && !Double.isNaN(values[start - 1])) {
            start--;
        }
        int period = firstPeriod - 1 + start;
        return new RegularSeries(
                Arrays.copyOfRange(values, start, values.length),
                periodsPerYear,
                firstYear + period / periodsPerYear,
                period % periodsPerYear + 1);
    }

    public static boolean canHold(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /** Returns 12 for a monthly series, 4 for a quarterly one. */
    public int periodsPerYear() {
        return periodsPerYear;
    }

    /** Returns the year of the first value. */
    public int firstYear() {
        return firstYear;
    }

    /** Returns the period of the year of the first value, counted from 1. */
    public int firstPeriod() {
        return firstPeriod;
    }

    /** Returns a copy of the values, oldest first. */
    public double[] values() {
        return values.clone();
    }

    /** Returns the number of values. */
    public int length() {
        return values.length;
    }

    /**
     * Returns this series as it was known when {@code period} of {@code year} was the last published one.
     *
     * @throws IllegalArgumentException if the series starts later or ends earlier
     */
    public RegularSeries until(int year, int period) {
        int end = index(year, period) + 1;
        if (end < 1 || end > values.length) {
            throw new IllegalArgumentException(
                    "Expecting a series that holds period %s of %s but was %s".formatted(period, year, this));
        }
        return new RegularSeries(Arrays.copyOf(values, end), periodsPerYear, firstYear, firstPeriod);
    }

    /** Returns the part of this series from {@code year} on, which is the whole if it starts later. */
    public RegularSeries since(int year) {
        int start = index(year, 1);
        return start <= 0
                ? this
                : new RegularSeries(Arrays.copyOfRange(values, start, values.length), periodsPerYear, year, 1);
    }

    /**
     * Returns the series from its first value other than 0 on, where it is 0 for a year or more before and two complete
     * years follow until the last value's year; else the whole.
     */
    public RegularSeries sinceItBegan() {
        int first = 0;
        while (first < values.length && values[first] == 0) {
            first++;
        }
        int period = firstPeriod - 1 + first;
        int firstWholeYear = firstYear + (period + periodsPerYear - 1) / periodsPerYear;
        boolean isLater =
                first >= periodsPerYear && values.length - index(firstWholeYear, 1) > FEWEST_YEARS * periodsPerYear;
        return isLater
                ? new RegularSeries(
                        Arrays.copyOfRange(values, first, values.length),
                        periodsPerYear,
                        firstYear + period / periodsPerYear,
                        period % periodsPerYear + 1)
                : this;
    }

    /** Returns the position of a period in {@link #values()}; outside of it if the series does not hold the period. */
    public int index(int year, int period) {
        return (year - firstYear) * periodsPerYear + period - firstPeriod;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegularSeries series
                && periodsPerYear == series.periodsPerYear
                && firstYear == series.firstYear
                && firstPeriod == series.firstPeriod
                && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * periodsPerYear + firstYear) + firstPeriod) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RegularSeries[%s values, %s a year, from period %s of %s]"
                .formatted(values.length, periodsPerYear, firstPeriod, firstYear);
    }
}
