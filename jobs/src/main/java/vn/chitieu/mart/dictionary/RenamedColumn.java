package vn.chitieu.mart.dictionary;

import java.util.List;

/**
 * A column that this version renamed, so that its unit is data or its language said; a view keeps the old name until
 * the next version.
 *
 * @param unitCode the unit that the old name says; empty where it says none
 */
public record RenamedColumn(String table, String oldName, String name, String unitCode) {

    /** Returns all renamed columns, table by table. */
    public static List<RenamedColumn> all() {
        return Resource.rows("renamed.csv").stream()
                .map(row -> new RenamedColumn(
                        row.getField("table_name"),
                        row.getField("old_name"),
                        row.getField("column_name"),
                        row.getField("unit_code")))
                .toList();
    }
}
