package vn.chitieu.source.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where one column of a table of figures is read: in a field of the file, with the file's codes turned into others, or
 * as one text for all rows.
 *
 * @param field a column of a CSV or a component of SDMX, if the column is read in one
 * @param text what stands for rows where the field is absent or empty, or for all rows if there is no field
 * @param codes by the code in the file; a code that is not in it stays as it is
 */
public record ColumnSource(Optional<String> field, Optional<String> text, Map<String, String> codes) {

    public ColumnSource {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        if (field.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("Expecting a field or a text of each column but was neither");
        }
    }

    /** Returns the column that is read in the field of a name, as it stands. */
    public static ColumnSource ofField(String field) {
        return new ColumnSource(Optional.of(field), Optional.empty(), Map.of());
    }

    /** Returns what stands in this column of a row. */
    public String in(Map<String, String> fields) {
        String found = field.map(name -> fields.getOrDefault(name, "")).orElse("");
        return found.isEmpty() ? text.orElse("") : codes.getOrDefault(found, found);
    }
}
