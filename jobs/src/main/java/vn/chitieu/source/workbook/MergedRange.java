package vn.chitieu.source.workbook;

import java.util.Optional;

/** Cells that are shown as one; what they hold stands in the first. All from 1, the last included. */
public record MergedRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** Returns the cells between two names such as {@code B2:C7}; empty for another text. */
    static Optional<MergedRange> of(String range) {
        String[] ends = range.split(":", 2);
        int[] first = Cell.place(ends[0]);
        int[] last = Cell.place(ends[ends.length - 1]);
        return first.length == 2 && last.length == 2
                ? Optional.of(new MergedRange(first[0], first[1], last[0], last[1]))
                : Optional.empty();
    }

    /** Returns whether a cell is one of them. */
    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
