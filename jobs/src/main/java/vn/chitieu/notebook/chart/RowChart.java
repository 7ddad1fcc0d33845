package vn.chitieu.notebook.chart;

import java.util.List;

/**
 * Named numbers as marks on one axis, a row each, with the number and its word beside the mark.
 *
 * @param base where the lines of the rows begin
 */
public record RowChart(List<Row> rows, double low, double high, double base, List<Guide> guides) implements Chart {

    public RowChart {
        rows = List.copyOf(rows);
        guides = List.copyOf(guides);
    }

    /**
     * One named number.
     *
     * @param verdict code of the verdict whose colour the mark has; empty for none
     * @param symbol the mark itself
     * @param stated the number, and what it means, in words
     */
    public record Row(String name, double value, String verdict, String symbol, String stated) {}

    /** A value that rows are compared with. */
    public record Guide(double value, String label) {}
}
