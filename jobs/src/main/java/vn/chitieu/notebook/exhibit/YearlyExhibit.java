package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.ProgrammeView;

/** Series of years as a chart with its table. */
final class YearlyExhibit {

    private YearlyExhibit() {}

    /**
     * Adds the chart, if there is more than one year to compare, and its numbers as a table to an exhibit.
     *
     * @param headers names of the series in full, for the table; a total has the name of the chart
     */
    static Exhibit of(Exhibit words, ProgrammeView view, CategoryChart chart, List<String> headers) {
        List<SeriesLine> all = new ArrayList<>(chart.series());
        List<String> names = new ArrayList<>(headers);
        if (!chart.total().values().isEmpty()) {
            all.add(chart.total());
            names.add(chart.total().name());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < chart.categories().size(); i++) {
            int year = i;
            rows.add(Stream.concat(
                            Stream.of(chart.categories().get(i)),
                            all.stream().map(line -> view.number(line.values().get(year), chart.decimals())))
                    .toList());
        }
        String caption = words.heading() + ", " + chart.unit();
        Exhibit tabled = words.tabled(FigureTable.ofNumbers(caption, view.text("twin.year"), names, rows));
        return chart.isWorthDrawing() ? tabled.drawn(chart) : tabled;
    }
}
