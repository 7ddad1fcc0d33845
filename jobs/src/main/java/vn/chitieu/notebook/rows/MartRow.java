package vn.chitieu.notebook.rows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.text.Language;

/** One row of a published table, read by column name. An empty cell is an empty text or an empty optional. */
public final class MartRow {

    private final MartRows rows;
    private final @Nullable Object[] cells;

    MartRow(MartRows rows, @Nullable Object[] cells) {
        this.rows = rows;
        this.cells = cells;
    }

    /**
     * Returns the text of a column.
     *
     * @throws IllegalArgumentException if there is no such column, or it is not of that type; so of all others here
     */
    public String text(String column) {
        Object text = cells[rows.place(column, ColumnType.TEXT)];
        return text == null ? "" : (String) text;
    }

    /** Returns the text of a column that ends in the code of a language. */
    public String label(String columnStem, Language language) {
        return text(columnStem + "_" + language.code());
    }

    public boolean hasColumn(String column) {
        return rows.hasColumn(column);
    }

    public OptionalDouble number(String column) {
        Object number = cells[rows.numberPlace(column)];
        double value = number == null ? Double.NaN : ((Number) number).doubleValue();
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public OptionalInt integer(String column) {
        Object number = cells[rows.place(column, ColumnType.INTEGER)];
        return number == null ? OptionalInt.empty() : OptionalInt.of((Integer) number);
    }

    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable((LocalDate) cells[rows.place(column, ColumnType.DATE)]);
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(cells[rows.place(column, ColumnType.BOOLEAN)]);
    }

    /** Returns what a cell of any type holds; empty if nothing. */
    public Optional<Object> cell(String column) {
        Object cell = cells[rows.place(column)];
        return Optional.ofNullable(cell instanceof Double number && number.isNaN() ? null : cell);
    }

    /** Returns the cells in the order of the columns. */
    @Nullable
    Object[] cells() {
        return cells;
    }
}
