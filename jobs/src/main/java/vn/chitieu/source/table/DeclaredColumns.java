package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Turns the fields of a file into the columns of figures, as its declaration says. */
public record DeclaredColumns(Declaration declaration, List<String> columns) {

    private static final Set<String> NOT_NAMING = Set.of("value", "unit", "published");
    private static final Set<String> NOT_RESTRICTING = Set.of("value", "unit", "published", "source_url", "status");

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
        return rows.withRows(rows.rows().stream().map(this::row).toList());
    }

    private SourceRow row(SourceRow row) {
        SourceRow figure = of(row);
        boolean isDeletion = figure.fields().getOrDefault(SourceRow.ACTION, "").equals("D");
        return isDeletion ? deletion(row, field -> false) : figure;
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

    /**
     * Returns a row that deletes, with the columns of figures: what stands in its fields and no text in place of an
     * empty one. A text for all rows restricts it where it tells figures apart; a day or source that was declared is
     * not what the sender named.
     *
     * @param isMark whether a field that has a text is only marked and names no code
     */
    SourceRow deletion(SourceRow row, Predicate<String> isMark) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        for (String column : columns) {
            ColumnSource source = source(column);
            String field = source.field().orElse("");
            String text = row.fields().getOrDefault(field, "");
            boolean isNamed = !text.isEmpty() && !isMark.test(field);
            if (isNamed) {
                fields.put(column, source.codes().getOrDefault(text, text));
                if (!NOT_NAMING.contains(column)) {
                    named.add(column);
                }
            } else {
                boolean isRestricted = field.isEmpty() && !NOT_RESTRICTING.contains(column);
                fields.put(column, isRestricted ? source.text().orElse("") : "");
            }
        }
        fields.put(SourceRow.ACTION, "D");
        fields.put(SourceRow.NAMED, String.join(",", named));
        return row.withFields(fields);
    }

    private ColumnSource source(String column) {
        return declaration.columns().getOrDefault(column, ColumnSource.ofField(column));
    }
}
