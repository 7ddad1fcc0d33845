package vn.chitieu.mart;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Cells of a table by the names of its columns. Asking for a column that the table has not, as one of another version
 * of the program, is a {@link DataException}.
 */
final class Cells {

    private final TableSpec spec;
    private final Map<String, Integer> places = new HashMap<>();

    Cells(TableSpec spec) {
        this.spec = spec;
        for (int i = 0; i < spec.columns().size(); i++) {
            places.put(spec.columns().get(i).name(), i);
        }
    }

    @Nullable
    Object cell(@Nullable Object[] row, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new DataException("Expecting a column " + column + " in table " + spec.name() + " but was "
                    + spec.columns().stream().map(Column::name).toList());
        }
        return row[place];
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
