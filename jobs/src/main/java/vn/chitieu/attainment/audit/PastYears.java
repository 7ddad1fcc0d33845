package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What earlier years showed of one number, to say how often as much was reached. Values by year. */
public record PastYears(NavigableMap<Integer, Double> values) {

    /** Below this many years no percentile is given. */
    public static final int FEWEST = 3;

    public PastYears {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    public int count() {
        return values.size();
    }

    /** Returns the years that reached a value: at least it, or at most it where less is asked for. */
    public List<Integer> reached(double value, boolean isFloor) {
        List<Integer> years = new ArrayList<>();
        values.forEach((year, past) -> {
            if (isFloor ? past >= value : past <= value) {
                years.add(year);
            }
        });
        return years;
    }

    /**
     * Returns how many percent of the years a value asks more of than they brought, a tie counting half: those below
     * it, or those above it where less is asked for; empty below {@link #FEWEST}.
     */
    public OptionalDouble percentile(double value, boolean isFloor) {
        if (count() < FEWEST) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(100
                * values.values().stream()
                        .mapToDouble(past -> past == value ? 0.5 : past < value == isFloor ? 1 : 0)
                        .average()
                        .orElseThrow());
    }

    /** Returns whether a value lies between the least and the most of the years; true where there are too few. */
    public boolean hasSeen(double value) {
        return count() < FEWEST || (value >= least() && value <= most());
    }

    /** Returns the least value; there must be one. */
    public double least() {
        return Collections.min(values.values());
    }

    /** Returns the greatest value; there must be one. */
    public double most() {
        return Collections.max(values.values());
    }
}
