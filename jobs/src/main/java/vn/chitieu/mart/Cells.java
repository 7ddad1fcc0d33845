package vn.chitieu.mart;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Cells of a table by the names of its columns. Asking for a column that the table has not, as one of another version
 * of the program, is a {@link DataException}.
 */
record Cells(TableSpec spec) {

    @Nullable
    Object cell(@Nullable Object[] row, String column) {
        if (spec.columns().stream().noneMatch(known -> known.name().equals(column))) {
            throw new DataException("Expecting a column " + column + " in table " + spec.name() + " but was "
                    + spec.columns().stream().map(Column::name).toList());
        }
        return row[spec.indexOf(column)];
    }

    Object required(@Nullable Object[] row, String column) {
        return Objects.requireNonNull(cell(row, column), column);
    }

    /** Returns a text; an empty one where there is none. */
    String text(@Nullable Object[] row, String column) {
        Object text = cell(row, column);
        return text == null ? "" : text.toString();
    }

    String joined(@Nullable Object[] row, String between, String... columns) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            text.append(text.isEmpty() ? "" : between).append(required(row, column));
        }
        return text.toString();
    }
}
