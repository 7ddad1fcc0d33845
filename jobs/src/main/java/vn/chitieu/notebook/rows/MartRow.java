package vn.chitieu.notebook.rows;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;
import vn.chitieu.text.Language;

/** One row of a published table, read by column name. An empty cell is an empty text or an empty optional. */
public record MartRow(Table table, int index) {

    public String text(String column) {
        return table.stringColumn(column).get(index);
    }

    /** Returns the text of a column that ends in the code of a language. */
    public String label(String columnStem, Language language) {
        return text(columnStem + "_" + language.code());
    }

    public boolean hasColumn(String column) {
        return table.containsColumn(column);
    }

    public OptionalDouble number(String column) {
        return table.column(column).isMissing(index)
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.numberColumn(column).getDouble(index));
    }

    public OptionalInt integer(String column) {
        return table.column(column).isMissing(index)
                ? OptionalInt.empty()
                : OptionalInt.of(table.intColumn(column).getInt(index));
    }

    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable(table.dateColumn(column).get(index));
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(table.booleanColumn(column).get(index));
    }
}
