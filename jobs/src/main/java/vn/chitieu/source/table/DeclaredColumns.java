package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the fields of a file into the columns of figures, as its declaration says. */
public record DeclaredColumns(Declaration declaration, List<String> columns) {

    /** Returns the fields that the file must have. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            source(column).field().filter(field -> !fields.contains(field)).ifPresent(fields::add);
        }
        return fields;
    }

    /** Returns the same rows, each with the columns of figures. */
    public SourceRows of(SourceRows rows) {
        return new SourceRows(rows.rows().stream().map(this::of).toList(), rows.quarantined());
    }

    /** Returns a row with the columns of figures. */
    SourceRow of(SourceRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : columns) {
            fields.put(column, source(column).in(row.fields()));
        }
        ColumnSource action = declaration.columns().get(SourceRow.ACTION);
        if (action != null) {
            fields.put(SourceRow.ACTION, action.in(row.fields()));
        }
        return row.withFields(fields);
    }

    private ColumnSource source(String column) {
        return declaration.columns().getOrDefault(column, ColumnSource.ofField(column));
    }
}
