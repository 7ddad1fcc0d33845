package vn.chitieu.notebook.report;

import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.notebook.report.OfficeChart.Form;
import vn.chitieu.notebook.report.OfficeChart.Line;
import vn.chitieu.notebook.report.OfficeChart.Names;
import vn.chitieu.notebook.report.OfficeChart.Stroke;

/**
 * Named numbers of a report as bars.
 *
 * @param description read to those who do not see it
 * @param categories the first at the top
 * @param values one for each category
 * @param format of the values as they stand beside the bars, as Excel writes it
 * @param largest end of an axis that begins at 0; nothing for one that fits the values
 */
record BarChart(
        String description, List<String> categories, List<Double> values, String format, OptionalDouble largest) {

    BarChart {
        categories = List.copyOf(categories);
        values = List.copyOf(values);
        if (categories.size() != values.size()) {
            throw new IllegalArgumentException("Expecting a value for each of " + categories.size()
                    + " categories but were given " + values.size());
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the chart with its numbers in itself, as a document has it. */
    OfficeChart alone() {
        return from("", "");
    }

    /** Returns the chart that reads its names and numbers from cells of the workbook that it is in. */
    OfficeChart from(String nameCells, String valueCells) {
        List<OptionalDouble> numbers = values.stream().map(OptionalDouble::of).toList();
        return new OfficeChart(
                description,
                Form.BARS,
                new Names(categories, nameCells),
                List.of(new Line(description, Stroke.BAR, numbers, valueCells)),
                format,
                largest);
    }
}
