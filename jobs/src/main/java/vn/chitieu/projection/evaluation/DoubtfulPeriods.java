package vn.chitieu.projection.evaluation;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Periods of one series that were stated twice. Where the values differ, the one nearer to what the periods before lead
 * to expect is taken: last year's value times the change of the period before. So nothing later than a period is looked
 * at, and the order of the rows does not matter. Without a year before, the period is left out.
 */
final class DoubtfulPeriods {

    private static final Words WORDS = Words.of("projection");

    private final SortedMap<Integer, TreeSet<Double>> stated = new TreeMap<>();

    void add(int index, double first, double second) {
        TreeSet<Double> values = stated.computeIfAbsent(index, i -> new TreeSet<>());
        values.add(first);
        values.add(second);
    }

    /** Takes one value of each period or none, notes the period as doubtful, and says so. */
    void settle(EvaluationSeries series, Consumer<DataException> refused) {
        stated.values().removeIf(values -> values.size() == 1);
        stated.keySet().forEach(series.values()::remove);
        stated.forEach((index, values) -> {
            Optional<Double> taken = expected(series, index).map(expected -> nearest(values, expected));
            series.doubtful().add(index);
            taken.ifPresent(value -> series.values().put(index, value));
            String all = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
            LocalizedText what = taken.map(value -> WORDS.text("doubtful.taken", value))
                    .orElseGet(() -> WORDS.text("doubtful.left_out"));
            refused.accept(
                    new DataException(WORDS.text("doubtful", series.seriesId(), series.period(index), all, what)));
        });
    }

    private static Optional<Double> expected(EvaluationSeries series, int index) {
        NavigableMap<Integer, Double> values = series.values();
        int m = series.frequency().periodsPerYear();
        Double lastYear = values.get(index - m);
        if (lastYear == null) {
            return Optional.empty();
        }
        Double before = values.get(index - 1);
        Double beforeLastYear = values.get(index - 1 - m);
        return Optional.of(
                before != null && beforeLastYear != null && before * beforeLastYear > 0
                        ? lastYear * before / beforeLastYear
                        : lastYear);
    }

    private static double nearest(SortedSet<Double> values, double expected) {
        double nearest = values.first();
        for (double value : values) {
            if (Math.abs(value - expected) < Math.abs(nearest - expected)) {
                nearest = value;
            }
        }
        return nearest;
    }
}
