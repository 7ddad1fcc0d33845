package vn.chitieu.source.workbook;

/** Cells that are shown as one; what they hold stands in the first. All from 1, the last included. */
public record MergedRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** Returns whether a cell is one of them. */
    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
