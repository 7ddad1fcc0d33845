package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vn.chitieu.notebook.text.NumberFormats;

/**
 * Numbers by period as lines, columns or stacked columns. A series is known by its mark, its name and a number, not by
 * its colour alone.
 *
 * @param categories names of the periods, oldest first
 * @param total shown as a mark over stacked columns; no values elsewhere
 * @param guides levels that the series are compared with
 */
public record CategoryChart(
        Kind kind,
        List<String> categories,
        List<SeriesLine> series,
        SeriesLine total,
        String unit,
        int decimals,
        NumberFormats numbers,
        List<Double> guides)
        implements Chart {

    static final String MARKS = "●■▲◆✚";

    public CategoryChart {
        guides = List.copyOf(guides);
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int count = categories.size();
        if (count == 0 || series.stream().anyMatch(s -> s.values().size() != count)) {
            throw new IllegalArgumentException("Expecting a value or none in each of " + categories);
        }
    }

    /** How numbers are shown. */
    public enum Kind {
        LINES,
        COLUMNS,
        STACKS
    }

    /** Returns a chart without totals and guides. */
    public static CategoryChart of(
            Kind kind,
            List<String> categories,
            List<SeriesLine> series,
            String unit,
            int decimals,
            NumberFormats numbers) {
        SeriesLine noTotal = new SeriesLine("", List.of());
        return new CategoryChart(kind, categories, series, noTotal, unit, decimals, numbers, List.of());
    }

    public CategoryChart comparedWith(List<Double> levels) {
        return new CategoryChart(kind, categories, series, total, unit, decimals, numbers, levels);
    }

    public CategoryChart withTotal(SeriesLine sum) {
        return new CategoryChart(kind, categories, series, sum, unit, decimals, numbers, guides);
    }

    /** Returns whether there is anything to compare: two categories with a number at least. */
    public boolean isWorthDrawing() {
        return IntStream.range(0, categories.size())
                        .filter(i ->
                                series.stream().anyMatch(s -> s.values().get(i).isPresent()))
                        .count()
                > 1;
    }

    String number(double value) {
        return numbers.number(value, decimals);
    }

    /** Returns all numbers that the axis must hold. */
    List<Double> heights() {
        List<Double> heights = new ArrayList<>();
        if (kind == Kind.STACKS) {
            for (int i = 0; i < categories.size(); i++) {
                heights.add(sum(i, true));
                heights.add(sum(i, false));
            }
        } else {
            series.forEach(s -> s.values().forEach(v -> v.ifPresent(heights::add)));
        }
        total.values().forEach(v -> v.ifPresent(heights::add));
        heights.addAll(guides);
        return heights;
    }

    private double sum(int category, boolean isPositive) {
        return series.stream()
                .mapToDouble(s -> s.values().get(category).orElse(0))
                .filter(v -> v > 0 == isPositive)
                .sum();
    }

    /** Returns the number of the colour and the mark of a series. */
    int style(int place) {
        return series.get(place).styleAt(place);
    }

    /** Returns the names of the series with their marks, and of lines with the last number, in brackets where it is. */
    List<String> ends() {
        List<String> ends = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            String name = MARKS.charAt(style(s) % MARKS.length()) + " "
                    + series.get(s).name();
            List<OptionalDouble> values = series.get(s).values();
            int last = values.size() - 1;
            while (last >= 0 && values.get(last).isEmpty()) {
                last--;
            }
            String where = last == values.size() - 1 ? "" : " (" + categories.get(Math.max(last, 0)) + ")";
            ends.add(
                    kind == Kind.LINES && last >= 0
                            ? name + " " + number(values.get(last).getAsDouble()) + where
                            : name);
        }
        return ends;
    }
}
