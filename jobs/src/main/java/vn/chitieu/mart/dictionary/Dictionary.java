package vn.chitieu.mart.dictionary;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/** What every published table and column means, in both languages, as the program ships it. */
public final class Dictionary {

    /**
     * What a table is.
     *
     * @param meaning what one row is
     * @param source where its figures come from
     */
    public record TableText(LocalizedText meaning, LocalizedText source) {}

    /**
     * How a column is computed.
     *
     * @param unit in both languages, or a sign that both share
     */
    public record Formula(String unit, LocalizedText text) {}

    private final Map<String, TableText> tables = read(
            "tables.csv",
            "table_name",
            row -> new TableText(Resource.text(row, "meaning"), Resource.text(row, "source")));

    private final Map<String, LocalizedText> columns =
            read("dictionary.csv", "column_name", row -> Resource.text(row, "meaning"));

    private final Map<String, Formula> formulas =
            read("formula.csv", "column_name", row -> new Formula(row.getField("unit"), Resource.text(row, "formula")));

    private Dictionary() {}

    /** Returns the dictionary of the program's resources. */
    public static Dictionary shipped() {
        return new Dictionary();
    }

    /**
     * Returns what a table is.
     *
     * @throws IllegalStateException if the dictionary lacks it
     */
    public TableText table(String name) {
        return required(tables.get(name), "table " + name);
    }

    /**
     * Returns what a column holds; the same name means the same in every table.
     *
     * @throws IllegalStateException if the dictionary lacks it
     */
    public LocalizedText column(String name) {
        return required(columns.get(name), "column " + name);
    }

    /** Returns the names of all columns that have a meaning, sorted. */
    public Set<String> columnNames() {
        return columns.keySet();
    }

    /** Returns how a column is computed, or empty if it is delivered, a code or a label. */
    public Optional<Formula> formula(String column) {
        return Optional.ofNullable(formulas.get(column));
    }

    private static <T> T required(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalStateException("Expecting a meaning of " + what + " in the dictionary of the tables");
        }
        return found;
    }

    private static <T> Map<String, T> read(String resource, String key, Function<NamedCsvRecord, T> value) {
        Map<String, T> rows = new TreeMap<>();
        for (NamedCsvRecord row : Resource.rows(resource)) {
            if (rows.put(row.getField(key), value.apply(row)) != null) {
                throw new IllegalStateException(
                        "Expecting one line of each in " + resource + " but found again " + row.getField(key));
            }
        }
        return rows;
    }
}
