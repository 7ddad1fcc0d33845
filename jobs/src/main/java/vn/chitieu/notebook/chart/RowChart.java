package vn.chitieu.notebook.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param from where the line of the row begins; null for the base of the chart
     */
    public record Row(
            String name,
            double value,
            String verdict,
            String symbol,
            String stated,
            @Nullable Double from) {

        /** A row whose line begins at the base of the chart. */
        public Row(String name, double value, String verdict, String symbol, String stated) {
            this(name, value, verdict, symbol, stated, null);
        }
    }

    /** A value that rows are compared with. */
    public record Guide(double value, String label) {}
}
