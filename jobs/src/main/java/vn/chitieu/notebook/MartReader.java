package vn.chitieu.notebook;

import java.util.Map;
import vn.chitieu.catalog.Table;

/** The published tables of one run, by name. */
@FunctionalInterface
public interface MartReader {

    /**
     * Returns a published table.
     *
     * @param name as in {@link vn.chitieu.mart.MartTables}
     * @throws IllegalArgumentException if the run has no such table
     */
    Table table(String name);

    /** Returns a reader of tables in memory. */
    static MartReader of(Map<String, Table> tables) {
        Map<String, Table> copy = Map.copyOf(tables);
        return name -> {
            Table table = copy.get(name);
            if (table == null) {
                throw new IllegalArgumentException("Expecting a published table but was '" + name + "'");
            }
            return table;
        };
    }
}
