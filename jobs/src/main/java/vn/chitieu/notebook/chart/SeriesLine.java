package vn.chitieu.notebook.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One line, column or layer of a chart.
 *
 * @param name what a drawing calls it; short
 * @param values one a category, empty where there is none
 * @param style number of its colour and mark, the same in every chart; {@link #BY_PLACE} for its place in the chart
 */
public record SeriesLine(String name, List<OptionalDouble> values, int style) {

    /** The style of a series that looks as its place in the chart asks for. */
    static final int BY_PLACE = -1;

    public SeriesLine {
        values = List.copyOf(values);
    }

    public SeriesLine(String name, List<OptionalDouble> values) {
        this(name, values, BY_PLACE);
    }

    SeriesLine styled(int number) {
        return new SeriesLine(name, values, number);
    }

    /** Returns the number of its colour and mark in a chart where it stands at a place. */
    int styleAt(int place) {
        return style == BY_PLACE ? place : style;
    }

    public boolean isEmpty() {
        return values.stream().allMatch(OptionalDouble::isEmpty);
    }
}
