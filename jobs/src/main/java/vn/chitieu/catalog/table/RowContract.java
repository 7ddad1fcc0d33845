package vn.chitieu.catalog.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;

/** What each row of a table must keep: number and types of cells, filled required columns, the order of the key. */
public final class RowContract {

    /** Digits after the decimal point of a {@link ColumnType#DECIMAL} cell. */
    public static final int DECIMAL_SCALE = 4;

    /** Digits of a {@link ColumnType#DECIMAL} cell in all. */
    static final int DECIMAL_PRECISION = 18;

    private final TableSpec spec;
    private final int[] key;

    /** Creates the contract of the rows of a table. */
    public RowContract(TableSpec spec) {
        this.spec = spec;
        this.key = spec.key().stream().mapToInt(spec::indexOf).toArray();
    }

    TableSpec spec() {
        return spec;
    }

    /**
     * Returns a copy of the row with each cell in its one stored form: decimals with four digits after the point, no
     * negative zero.
     *
     * @throws DataException if the row breaks the contract
     */
    public @Nullable Object[] checked(@Nullable Object[] row) {
        List<Column> columns = spec.columns();
        if (row.length != columns.size()) {
            throw new DataException("Expecting " + columns.size() + " cells in each row of table " + spec.name()
                    + " but was " + row.length + ": " + Arrays.toString(row));
        }
        @Nullable Object[] stored = new @Nullable Object[row.length];
        for (int i = 0; i < row.length; i++) {
            stored[i] = checkedCell(columns.get(i), row[i], row);
        }
        return stored;
    }

    /** Returns the order of rows in a file: by key, text by UTF-16 code units as {@link String#compareTo} does. */
    public Comparator<@Nullable Object[]> byKey() {
        return (a, b) -> {
            for (int i : key) {
                int order = compare(a[i], b[i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /**
     * Checks that a row follows another in key order.
     *
     * @throws DataException if it has the same key, or comes before its turn
     */
    void requireAfter(@Nullable Object[] previous, @Nullable Object[] row) {
        int order = byKey().compare(previous, row);
        if (order == 0) {
            throw new DataException(
                    "Expecting each key of table " + spec.name() + " once but found again " + keyOf(row));
        }
        if (order > 0) {
            throw new DataException("Expecting rows of table " + spec.name() + " in key order but was " + keyOf(row)
                    + " after " + keyOf(previous));
        }
    }

    /** Returns the key of a row as text, for messages. */
    String keyOf(@Nullable Object[] row) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (int i : key) {
            text.add(spec.columns().get(i).name() + "=" + (row[i] == null ? "(empty)" : row[i]));
        }
        return text.toString();
    }

    private @Nullable Object checkedCell(Column column, @Nullable Object cell, @Nullable Object[] row) {
        if (cell == null) {
            if (!column.nullable()) {
                throw refusal("a filled cell", column, row, "empty");
            }
            return null;
        }
        if (!column.type().javaType().isInstance(cell)) {
            throw refusal(
                    column.type() + " as a " + column.type().javaType().getSimpleName(),
                    column,
                    row,
                    cell.getClass().getSimpleName() + " " + cell);
        }
        if (cell instanceof Double number) {
            return finite(number, column, row);
        }
        if (cell instanceof BigDecimal decimal) {
            return scaled(decimal, column, row);
        }
        if (cell instanceof String text) {
            return wellFormed(text, column, row);
        }
        return cell;
    }

    private Double finite(Double number, Column column, @Nullable Object[] row) {
        if (!Double.isFinite(number)) {
            throw refusal("a finite number, or an empty cell where none is known,", column, row, number.toString());
        }
        return number + 0.0; // turns -0.0 into 0.0
    }

    private BigDecimal scaled(BigDecimal decimal, Column column, @Nullable Object[] row) {
        if (decimal.signum() != 0
                && (decimal.stripTrailingZeros().scale() > DECIMAL_SCALE
                        || decimal.precision() - decimal.scale() > DECIMAL_PRECISION - DECIMAL_SCALE)) {
            throw refusal(
                    "at most 14 digits before and 4 after the decimal point; round before writing;",
                    column,
                    row,
                    decimal.toString());
        }
        return decimal.setScale(DECIMAL_SCALE, RoundingMode.UNNECESSARY);
    }

    private String wellFormed(String text, Column column, @Nullable Object[] row) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw refusal("text that UTF-8 can hold", column, row, "half a surrogate pair at position " + i);
                }
                i++;
            }
        }
        return text;
    }

    private DataException refusal(String expected, Column column, @Nullable Object[] row, String found) {
        return new DataException("Expecting " + expected + " in column " + column.name() + " of table " + spec.name()
                + ", row " + keyOf(row) + " but was " + found);
    }

    @SuppressWarnings("unchecked") // both cells are of the column's one type, and every such type is Comparable
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            throw new IllegalStateException("Expecting filled key cells, which the contract demands");
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
