package vn.chitieu.projection.dense;

import java.util.Arrays;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.RegularSeries;

/** The annual values of the complete years of a series, in its unit. */
final class AnnualValues {

    private static final int MOST_CHANGES = 15;
    private static final double LEAST_RELATIVE_CHANGE = 0.001;

    private final int firstYear;
    private final double[] values;

    private AnnualValues(int firstYear, double[] values) {
        this.firstYear = firstYear;
        this.values = values;
    }

    static AnnualValues of(RegularSeries series, Aggregation aggregation) {
        int m = series.periodsPerYear();
        int firstYear = series.firstYear() + (series.firstPeriod() == 1 ? 0 : 1);
        int start = series.index(firstYear, 1);
        double[] periods = series.values();
        double[] annual = new double[Math.max(0, (periods.length - start) / m)];
        for (int y = 0; y < annual.length; y++) {
            annual[y] = aggregation.annual(periods, start + y * m, m);
        }
        return new AnnualValues(firstYear, annual);
    }

    /** Returns the number of complete years before {@code year}. */
    int yearsBefore(int year) {
        return Math.max(0, Math.min(values.length, year - firstYear));
    }

    int firstYear() {
        return firstYear;
    }

    double of(int year) {
        return values[year - firstYear];
    }

    /** Returns the mean absolute value of the last {@code most} years before {@code year}. */
    double meanAbsoluteValue(int year, int most) {
        int end = year - firstYear;
        return Arrays.stream(values, Math.max(0, end - most), end)
                .map(Math::abs)
                .average()
                .orElse(0);
    }

    /**
     * Returns the mean absolute change from year to year before {@code year}, of at most 15 changes, each year back
     * weighing less.
     *
     * @param year with at least two complete years before it
     */
    double discountedChange(int year, double discount) {
        int end = year - firstYear;
        double sum = 0;
        double total = 0;
        double weight = 1;
        for (int y = end - 1; y >= Math.max(1, end - MOST_CHANGES); y--) {
            sum += weight * Math.abs(values[y] - values[y - 1]);
            total += weight;
            weight *= discount;
        }
        return sum / total;
    }

    /**
     * Returns the mean absolute change from year to year before {@code year}, of at most 15 changes and at least a
     * thousandth of the last value: the yardstick of errors.
     *
     * @param year with at least two complete years before it
     */
    double typicalChange(int year) {
        int end = year - firstYear;
        int start = Math.max(1, end - MOST_CHANGES);
        double sum = 0;
        for (int y = start; y < end; y++) {
            sum += Math.abs(values[y] - values[y - 1]);
        }
        return Math.max(sum / (end - start), LEAST_RELATIVE_CHANGE * Math.abs(values[end - 1]));
    }
}
