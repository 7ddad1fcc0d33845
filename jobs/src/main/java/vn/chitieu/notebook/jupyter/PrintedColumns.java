package vn.chitieu.notebook.jupyter;

import java.util.Iterator;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * Columns under a name, to be printed as Tablesaw prints a table.
 *
 * <p>A table of Tablesaw itself looks through every jar of the class path when the first one is made.
 */
final class PrintedColumns extends Relation {

    private final String name;
    private final List<Column<?>> columns;

    PrintedColumns(String name, List<Column<?>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public Column<?> column(int place) {
        return columns.get(place);
    }

    @Override
    public int columnIndex(Column<?> column) {
        return columns.indexOf(column);
    }

    @Override
    public int columnCount() {
        return columns.size();
    }

    @Override
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public int rowCount() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    @Override
    public Table first(int rows) {
        return Table.create(name, columns).first(rows);
    }

    @Override
    public Iterator<Row> iterator() {
        return Table.create(name, columns).iterator();
    }

    @Override
    public Relation addColumns(Column<?>... added) {
        throw unchangeable();
    }

    @Override
    public Relation removeColumns(Column<?>... removed) {
        throw unchangeable();
    }

    @Override
    public Relation setName(String other) {
        throw unchangeable();
    }

    @Override
    public void clear() {
        throw unchangeable();
    }

    private UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("Expecting " + name + " to be printed, not to be changed");
    }
}
