package vn.chitieu.catalog.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The contract of a table: its name, its columns in order and its key. Rows are unique by key and stored in key order.
 *
 * @param name the grain's noun, singular, {@code snake_case}
 * @param key names of required columns
 */
public record TableSpec(String name, List<Column> columns, List<String> key) {

    public TableSpec {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "Expecting each column of " + name + " once but found again " + column.name());
            }
        }
        for (String part : key) {
            if (columns.stream().noneMatch(c -> c.name().equals(part) && !c.nullable())) {
                throw new IllegalArgumentException("Expecting key column " + part + " of " + name + " to be required");
            }
        }
    }

    /**
     * Returns the position of a column, from 0.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Expecting a column of " + name + " but was '" + column + "'");
    }
}
