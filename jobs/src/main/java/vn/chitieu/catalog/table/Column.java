package vn.chitieu.catalog.table;

import java.util.regex.Pattern;

/**
 * One column of a table. The same name means the same thing, in the same unit, in every table.
 *
 * @param name ASCII {@code snake_case}, the unit as suffix where it is fixed
 * @param nullable whether a cell may be empty; key columns may not
 */
public record Column(String name, ColumnType type, boolean nullable) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Column {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Expecting a column name in snake_case but was '" + name + "'");
        }
    }

    /** Returns a column that is always filled. */
    public static Column required(String name, ColumnType type) {
        return new Column(name, type, false);
    }

    /** Returns a column that may be empty. */
    public static Column optional(String name, ColumnType type) {
        return new Column(name, type, true);
    }
}
