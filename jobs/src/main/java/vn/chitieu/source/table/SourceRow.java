package vn.chitieu.source.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.source.Place;

/**
 * One row of a delivered file, all text.
 *
 * @param file name of the file inside its delivery
 * @param line physical line on which the row begins, from 1, the header being line 1
 * @param entry series and period of a row of XML, of which many stand on one line; empty elsewhere
 * @param cell sheet and cell of its value in a workbook; empty in any other file
 * @param fields by name of the column, in the order of the file
 * @param rawText the row as it stands in the file
 */
public record SourceRow(String file, int line, String entry, String cell, Map<String, String> fields, String rawText) {

    /** The field that says what to do with a row, by SDMX {@code ACTION}; a row without it adds a figure. */
    public static final String ACTION = "action";

    /** The field of a row of SDMX that says which structure it belongs to. */
    public static final String STRUCTURE = "structure";

    /** The field of a deletion that names the columns in which its sender wrote something; empty if in none. */
    public static final String NAMED = "named";

    public SourceRow {
        fields = fields instanceof RowFields ? fields : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Creates a row that its line tells from others, in a file without cells. */
    public SourceRow(String file, int line, Map<String, String> fields, String rawText) {
        this(file, line, "", "", fields, rawText);
    }

    /**
     * Returns what makes rows of the same columns, without naming them in each row again.
     *
     * @param columns each once, in the order of the texts of every row
     */
    public static Maker maker(List<String> columns) {
        RowFields.Names names = RowFields.Names.of(columns);
        return (file, line, texts, rawText) -> new SourceRow(file, line, new RowFields(names, texts), rawText);
    }

    /** Makes rows of one table. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Returns a row.
         *
         * @throws IllegalArgumentException if there is not one text a column
         */
        SourceRow row(String file, int line, List<String> texts, String rawText);
    }

    /** Returns where the row stands. */
    public Place place(String deliveryId) {
        return new Place(deliveryId, file, line, cell, entry);
    }

    /**
     * Returns the text of a field, empty if nothing stands there.
     *
     * @throws IllegalArgumentException if the file has no such column
     */
    public String field(String column) {
        String text = fields.get(column);
        if (text == null) {
            throw new IllegalArgumentException(
                    "Expecting a column of " + file + ", one of " + fields.keySet() + ", but was '" + column + "'");
        }
        return text;
    }

    /** Returns the same row with other fields. */
    public SourceRow withFields(Map<String, String> others) {
        return new SourceRow(file, line, entry, cell, others, rawText);
    }

    /** Returns this row with a text in a column where nothing stands. */
    public SourceRow withDefault(String column, String text) {
        if (!field(column).isEmpty()) {
            return this;
        }
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.put(column, text);
        return withFields(filled);
    }
}
