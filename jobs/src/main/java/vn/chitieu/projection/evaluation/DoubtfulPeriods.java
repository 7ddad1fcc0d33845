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

/**
 * Periods of one series that were told twice. Where the values differ, the one nearer to what the periods before lead
 * to expect is taken: last year's value times the change of the period before. So nothing later than a period is looked
 * at, and the order of the rows does not matter. Without a year before, the period is left out.
 */
final class DoubtfulPeriods {

    private final SortedMap<Integer, TreeSet<Double>> told = new TreeMap<>();

    void add(int index, double first, double second) {
        TreeSet<Double> values = told.computeIfAbsent(index, i -> new TreeSet<>());
        values.add(first);
        values.add(second);
    }

    /** Takes one value of each period or none, notes the period as doubtful, and says so. */
    void settle(EvaluationSeries series, Consumer<DataException> refused) {
        told.values().removeIf(values -> values.size() == 1);
        told.keySet().forEach(series.values()::remove);
        told.forEach((index, values) -> {
            Optional<Double> taken = expected(series, index).map(expected -> nearest(values, expected));
            series.doubtful().add(index);
            taken.ifPresent(value -> series.values().put(index, value));
            String all = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
            refused.accept(new DataException(
                    "chuỗi %s, kỳ %s có các giá trị khác nhau (%s): "
                                    .formatted(series.seriesId(), series.period(index), all)
                            + taken.map(value -> "dùng " + value + ", gần nhất với mức suy từ các kỳ trước")
                                    .orElse("bỏ kỳ này, vì chưa có năm trước để so"),
                    "series %s, period %s has different values (%s): "
                                    .formatted(series.seriesId(), series.period(index), all)
                            + taken.map(value ->
                                            "taking " + value + ", the nearest to what earlier periods lead to expect")
                                    .orElse("leaving it out, because there is no year before to compare with")));
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
