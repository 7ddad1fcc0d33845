package vn.chitieu.projection.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.IncompleteYear;

/**
 * A year without a value of its own, some of whose months or quarters are known and others may be interpolated.
 *
 * @param periods months or quarters, NaN where neither known nor interpolated
 * @param incomplete what is missing
 */
record InterpolatedYear(List<Double> periods, Aggregation aggregation, IncompleteYear incomplete) {

    private static final int MONTHS = 12;

    /** Returns the year, of months if any is known, else of quarters; empty if its value is known or nothing of it. */
    static Optional<InterpolatedYear> of(NavigableMap<Integer, YearFigures> levels, int year, Aggregation aggregation) {
        YearFigures figures = levels.get(year);
        if (figures == null || figures.annual().isPresent()) {
            return Optional.empty();
        }
        Optional<InterpolatedYear> found = Optional.empty();
        for (int periodsPerYear : new int[] {MONTHS, 4}) {
            InterpolatedYear of = of(levels, year, aggregation, periodsPerYear);
            boolean isBetter = found.isEmpty()
                    || (found.get().annual().isEmpty() && of.annual().isPresent());
            if (of.incomplete.known() > 0 && isBetter) {
                found = Optional.of(of);
            }
        }
        return found;
    }

    private static InterpolatedYear of(
            NavigableMap<Integer, YearFigures> levels, int year, Aggregation aggregation, int periodsPerYear) {
        DensePeriods periods = DensePeriods.of(levels, levels.lastKey(), periodsPerYear);
        double[] values = new double[periodsPerYear];
        List<Period> missing = new ArrayList<>();
        for (int i = 0; i < periodsPerYear; i++) {
            values[i] = periods.value(year, i);
            if (!periods.isKnown(year, i)) {
                missing.add(new Period(year, periodsPerYear == MONTHS ? Frequency.M : Frequency.Q, i + 1));
            }
        }
        return new InterpolatedYear(
                Arrays.stream(values).boxed().toList(),
                aggregation,
                new IncompleteYear(
                        missing,
                        periodsPerYear,
                        periods.error(year, periodsPerYear, aggregation),
                        periods.degreesOfFreedom(year)));
    }

    /** Returns the value of the year; empty if a period is neither known nor interpolated. */
    OptionalDouble annual() {
        double value = aggregation.annual(values(), 0, periods.size());
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns the sum from January to the end of a month; empty if the periods do not tell it. */
    OptionalDouble sumUntil(int month) {
        int length = MONTHS / periods.size();
        if (month == 0 || month % length != 0) {
            return OptionalDouble.empty();
        }
        double sum = Aggregation.SUM.annual(values(), 0, month / length);
        return Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private double[] values() {
        return periods.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
