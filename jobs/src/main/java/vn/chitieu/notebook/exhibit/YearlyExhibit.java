package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.CategoryChart.Plan;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.ProgrammeView;

/** Series of years as a chart with its table. */
final class YearlyExhibit {

    private YearlyExhibit() {}

    /**
     * Adds the chart, if there is more than one year to compare, and the table to an exhibit.
     *
     * @param headers names of the series in full, for the table
     * @param total drawn as a mark over stacked columns and the last column of the table; without values there is none
     */
    static Exhibit of(
            Exhibit words,
            ProgrammeView view,
            Kind kind,
            List<Integer> years,
            List<SeriesLine> series,
            List<String> headers,
            SeriesLine total,
            String unit,
            int decimals) {
        List<SeriesLine> all = new ArrayList<>(series);
        List<String> names = new ArrayList<>(headers);
        if (!total.values().isEmpty()) {
            all.add(total);
            names.add(total.name());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(years.get(i))));
            for (SeriesLine line : all) {
                row.add(view.number(line.values().get(i), decimals));
            }
            rows.add(row);
        }
        FigureTable table = FigureTable.ofNumbers(words.heading() + ", " + unit, view.text("twin.year"), names, rows);
        Exhibit tabled = words.tabled(table);
        if (!CategoryChart.isWorthDrawing(series)) {
            return tabled;
        }
        List<String> categories = years.stream().map(String::valueOf).toList();
        return tabled.drawn(new Plan(
                        kind,
                        categories,
                        series,
                        total,
                        unit,
                        decimals,
                        view.texts().numbers(),
                        List.of())
                .drawing());
    }
}
