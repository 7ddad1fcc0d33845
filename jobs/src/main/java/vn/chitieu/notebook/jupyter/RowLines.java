package vn.chitieu.notebook.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;

/** Rows of any table as a chart of lines. */
final class RowLines {

    private static final String CODE = "_code";
    private static final int DECIMALS = 2;

    /** Longer names would leave no room for the lines. */
    private static final int NAME_LETTERS = 18;

    private RowLines() {}

    /**
     * Returns the chart.
     *
     * @throws IllegalArgumentException if there is no row, or two rows are one place of a line
     */
    static CategoryChart of(
            Table rows, String category, String value, String series, Language language, MartReader marts) {
        NumericColumn<?> numbers = rows.numberColumn(value);
        Set<String> categories = new LinkedHashSet<>();
        Map<String, Map<String, Double>> lines = new LinkedHashMap<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            String place = rows.getString(i, category);
            String line = rows.getString(i, series);
            categories.add(place);
            Map<String, Double> values = lines.computeIfAbsent(line, name -> new LinkedHashMap<>());
            if (!numbers.isMissing(i) && values.putIfAbsent(place, numbers.getDouble(i)) != null) {
                throw new IllegalArgumentException("Expecting one row for each " + category + " and " + series
                        + " but there are two of " + place + " and " + line);
            }
        }
        List<SeriesLine> drawn = new ArrayList<>();
        lines.forEach((line, values) -> drawn.add(new SeriesLine(
                PlainText.cut(PlainText.oneLine(name(series, line, language, marts)), NAME_LETTERS),
                categories.stream()
                        .map(place -> values.containsKey(place)
                                ? OptionalDouble.of(values.get(place))
                                : OptionalDouble.empty())
                        .toList())));
        return CategoryChart.of(
                CategoryChart.Kind.LINES, List.copyOf(categories), drawn, value, DECIMALS, NumberFormats.of(language));
    }

    private static String name(String column, String code, Language language, MartReader marts) {
        String dimension = "dim_" + column.replaceFirst(CODE + "$", "");
        return MartTables.all().stream()
                .filter(spec -> column.endsWith(CODE) && spec.name().equals(dimension))
                .findFirst()
                .map(spec -> CodeNames.of(marts, spec, language).of(code))
                .orElse(code);
    }
}
