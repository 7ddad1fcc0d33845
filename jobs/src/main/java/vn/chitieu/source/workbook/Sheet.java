package vn.chitieu.source.workbook;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One sheet: its cells that hold something, merged ranges, and what is hidden. */
public final class Sheet {

    private final String name;
    private final boolean isHidden;
    private final Map<Integer, Map<Integer, Cell>> cells;
    private final List<MergedRange> merged;
    private final Set<Integer> hiddenRows;
    private final Set<Integer> hiddenColumns;
    private final boolean hasCellsOutside;

    Sheet(
            String name,
            boolean isHidden,
            Map<Integer, Map<Integer, Cell>> cells,
            List<MergedRange> merged,
            Set<Integer> hiddenRows,
            Set<Integer> hiddenColumns,
            boolean hasCellsOutside) {
        this.name = name;
        this.isHidden = isHidden;
        this.cells = cells;
        this.merged = List.copyOf(merged);
        this.hiddenRows = Set.copyOf(hiddenRows);
        this.hiddenColumns = Set.copyOf(hiddenColumns);
        this.hasCellsOutside = hasCellsOutside;
    }

    public String name() {
        return name;
    }

    public boolean isHidden() {
        return isHidden;
    }

    /** Returns the numbers of the rows that hold something, in order. */
    public Collection<Integer> rows() {
        return Collections.unmodifiableSet(new TreeMap<>(cells).keySet());
    }

    /** Returns the cells of a row that hold something, by column. */
    public Map<Integer, Cell> row(int row) {
        return Collections.unmodifiableMap(cells.getOrDefault(row, Map.of()));
    }

    /** Returns what stands in a cell itself, if anything does. */
    public Optional<Cell> cell(int row, int column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column))
                .filter(cell -> !cell.isBlank());
    }

    /** Returns the text that a reader sees in a cell: that of the first cell of a merged range. */
    public String seen(int row, int column) {
        return mergedAt(row, column)
                .map(range -> cell(range.firstRow(), range.firstColumn()))
                .orElseGet(() -> cell(row, column))
                .map(Cell::text)
                .orElse("");
    }

    /** Returns the merged range that a cell is part of. */
    public Optional<MergedRange> mergedAt(int row, int column) {
        return merged.stream().filter(range -> range.contains(row, column)).findFirst();
    }

    public boolean isHiddenRow(int row) {
        return hiddenRows.contains(row);
    }

    public boolean isHiddenColumn(int column) {
        return hiddenColumns.contains(column);
    }

    /** Returns whether cells beyond row 100,000 or column 256 hold something, which is not read. */
    public boolean hasCellsOutside() {
        return hasCellsOutside;
    }
}
