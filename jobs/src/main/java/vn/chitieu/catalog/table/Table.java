package vn.chitieu.catalog.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory, small enough for it: what it is promised to hold and its rows.
 *
 * @param rows one array a row, its cells in the order of the columns, each null or of {@link ColumnType#javaType()}
 */
public record Table(TableSpec spec, List<@Nullable Object[]> rows) {

    public Table {
        rows = List.copyOf(rows);
    }
}
