package vn.chitieu.notebook.jupyter;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.table.Relation;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;

/** Tables as Tablesaw prints them, with the numbers of a language: what a cell gives. */
final class PrintedTable {

    private PrintedTable() {}

    /** Returns all rows as text. */
    static String printed(MartRows rows, NumberFormats numbers) {
        return printed(new PrintedColumns(rows.name(), rows.tablesawColumns()), numbers);
    }

    /** Returns all rows as text. */
    static String printed(Relation table, NumberFormats numbers) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(numbers.separators().charAt(0));
        symbols.setGroupingSeparator(numbers.separators().charAt(1));
        DecimalFormat format = new DecimalFormat("#,##0.####", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        for (Column<?> column : table.columns()) {
            if (column instanceof DoubleColumn number) {
                number.setPrintFormatter(new NumberColumnFormatter(format, ""));
            }
        }
        return table.printAll();
    }
}
