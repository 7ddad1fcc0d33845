package vn.chitieu.notebook;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One line, column or layer of a chart.
 *
 * @param name what a drawing calls it; short
 * @param values one a category, empty where there is none
 */
record SeriesLine(String name, List<OptionalDouble> values) {

    SeriesLine {
        values = List.copyOf(values);
    }

    boolean isEmpty() {
        return values.stream().allMatch(OptionalDouble::isEmpty);
    }
}
