package vn.chitieu.mart.description;

import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.ForeignKey;

/** The statements that make a published table in PostgreSQL. */
final class PostgresTables {

    private PostgresTables() {}

    /** Returns a name in quotes, so that no name is ever read as SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a text as an SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns the statement that makes a table with its columns and primary key. */
    static String create(String schema, TableSpec spec) {
        String columns = spec.columns().stream()
                .map(column ->
                        quoted(column.name()) + " " + type(column.type()) + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE " + quoted(schema) + "." + quoted(spec.name()) + " (" + columns + ", PRIMARY KEY ("
                + names(spec.key()) + "))";
    }

    /** Returns the statement that makes an empty copy of a table, seen by this transaction only. */
    static String createStaging(TableSpec spec) {
        String columns = spec.columns().stream()
                .map(column -> quoted(column.name()) + " " + type(column.type()))
                .collect(Collectors.joining(", "));
        return "CREATE TEMPORARY TABLE " + quoted(spec.name()) + " (" + columns + ") ON COMMIT DROP";
    }

    /** Returns the statement that adds a foreign key, checked when the transaction ends. */
    static String foreignKey(String schema, ForeignKey key) {
        return "ALTER TABLE " + quoted(schema) + "." + quoted(key.table()) + " ADD CONSTRAINT "
                + quoted(key.table() + "_" + key.dimension() + "_fkey") + " FOREIGN KEY (" + names(key.columns())
                + ") REFERENCES " + quoted(schema) + "." + quoted(key.dimension()) + " (" + names(key.columns())
                + ") DEFERRABLE INITIALLY DEFERRED";
    }

    /** Returns the columns of a table as {@code name type nullable} in PostgreSQL's words, to compare contracts. */
    static List<String> contract(TableSpec spec) {
        return spec.columns().stream()
                .map(column -> contractLine(column.name(), catalogueType(column), column.nullable()))
                .toList();
    }

    static String contractLine(String name, String type, boolean nullable) {
        return name + " " + type + (nullable ? "" : " not null");
    }

    static String names(List<String> columns) {
        return columns.stream().map(PostgresTables::quoted).collect(Collectors.joining(", "));
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "text";
            case DATE -> "date";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "numeric(18,4)";
            case DOUBLE -> "double precision";
            case BOOLEAN -> "boolean";
        };
    }

    /** The name that the catalogue of PostgreSQL gives the type. */
    private static String catalogueType(Column column) {
        return column.type() == ColumnType.DECIMAL ? "numeric" : type(column.type());
    }
}
