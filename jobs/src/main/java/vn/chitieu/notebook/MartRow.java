package vn.chitieu.notebook;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;
import vn.chitieu.catalog.Language;

/** One row of a published table, read by column name. An empty cell is an empty text or an empty optional. */
record MartRow(Table table, int index) {

    String text(String column) {
        return table.stringColumn(column).get(index);
    }

    /** Returns the text of a column that ends in the code of a language. */
    String label(String columnStem, Language language) {
        return text(columnStem + "_" + language.code());
    }

    boolean hasColumn(String column) {
        return table.containsColumn(column);
    }

    OptionalDouble number(String column) {
        return table.column(column).isMissing(index)
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.numberColumn(column).getDouble(index));
    }

    OptionalInt integer(String column) {
        return table.column(column).isMissing(index)
                ? OptionalInt.empty()
                : OptionalInt.of(table.intColumn(column).getInt(index));
    }

    Optional<LocalDate> date(String column) {
        return Optional.ofNullable(table.dateColumn(column).get(index));
    }

    boolean isTrue(String column) {
        return Boolean.TRUE.equals(table.booleanColumn(column).get(index));
    }
}
