package vn.chitieu.source.workbook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One sheet: its cells that hold something, merged ranges, and what is hidden. */
public final class Sheet {

    /** Beyond these nothing is read. */
    static final int MOST_ROWS = 100_000;

    static final int MOST_COLUMNS = 256;

    private final String name;
    private final boolean isHidden;
    private final Map<Integer, Map<Integer, Cell>> cells;
    private final List<MergedRange> merged;
    private final Set<Integer> hiddenRows;
    private final Set<Integer> hiddenColumns;
    private final boolean hasCellsOutside;
    private final FormulaCells formulas;
    private final boolean isFrom1904;

    Sheet(
            String name,
            boolean isHidden,
            Map<Integer, Map<Integer, Cell>> cells,
            List<MergedRange> merged,
            View view,
            boolean hasCellsOutside,
            FormulaCells formulas) {
        this.name = name;
        this.isHidden = isHidden;
        this.cells = cells;
        this.merged = List.copyOf(merged);
        this.hiddenRows = Set.copyOf(view.hiddenRows());
        this.hiddenColumns = Set.copyOf(view.hiddenColumns());
        this.hasCellsOutside = hasCellsOutside;
        this.formulas = formulas;
        this.isFrom1904 = view.isFrom1904();
    }

    /** Says so of every cell of a range, and returns how many rows it looked at. */
    int markLinked(MergedRange range) {
        cells.forEach((row, of) -> of.replaceAll((column, cell) -> range.contains(row, column) ? cell.linked() : cell));
        return cells.size();
    }

    /** Returns the day of a number that is shown as a date, or of a date; empty for any other cell. */
    public Optional<LocalDate> day(Cell cell) {
        boolean isDate = cell.format() == Cell.NumberFormat.DATE || cell.format() == Cell.NumberFormat.MONTH;
        return isDate && cell.kind() == Cell.Kind.NUMBER
                ? CellNumbers.stored(cell.text())
                        .or(() -> DateFormat.number(cell.text(), isFrom1904))
                        .flatMap(number -> DateFormat.day(number, isFrom1904))
                : Optional.empty();
    }

    /** The numbers of the rows and columns that are not shown, and whether days count from 1904. */
    record View(Set<Integer> hiddenRows, Set<Integer> hiddenColumns, boolean isFrom1904) {}

    /** Returns its formulas, those of cells that are not read too. */
    FormulaCells formulas() {
        return formulas;
    }

    /** Says that the value of a cell comes from outside the workbook. */
    void markLinked(int row, int column) {
        cells.getOrDefault(row, new TreeMap<>()).computeIfPresent(column, (at, cell) -> cell.linked());
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

    /** Returns the cell that a reader sees at a place: the first one of a merged range. */
    public Optional<Cell> seen(int row, int column) {
        return mergedAt(row, column)
                .map(range -> cell(range.firstRow(), range.firstColumn()))
                .orElseGet(() -> cell(row, column));
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
