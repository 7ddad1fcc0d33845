package vn.chitieu.notebook.jupyter;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import vn.chitieu.notebook.text.NumberFormats;

/** Tables as Tablesaw prints them, with the numbers of a language: what a notebook's cell gives. */
final class PrintedTable {

    private PrintedTable() {}

    /** Returns all rows as text, the same as the function of this name in the notebooks. */
    static String printed(Table table, NumberFormats numbers) {
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

    /**
     * Returns the cell that declares the same in a notebook, and how it finds the published tables.
     *
     * @param numbers of the language that they print numbers in
     */
    static String declarations(NumberFormats numbers) {
        return """
            import java.math.RoundingMode;
            import java.sql.*;
            import java.text.*;
            import java.util.Locale;
            import java.util.StringJoiner;
            import tech.tablesaw.api.*;
            import tech.tablesaw.columns.Column;
            import tech.tablesaw.columns.numbers.NumberColumnFormatter;

            String marts = System.getProperty("chitieu.marts", System.getenv().getOrDefault("CHITIEU_MARTS", "../../../mart"));
            Connection duck = DriverManager.getConnection("jdbc:duckdb:");

            Table mart(String name) {
                String file = (marts + "/" + name + ".parquet").replace("'", "''");
                try (Statement statement = duck.createStatement()) {
                    StringJoiner columns = new StringJoiner(", ");
                    try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
                        while (described.next()) {
                            String column = "\\"" + described.getString(1) + "\\"";
                            boolean isAmount = described.getString(2).startsWith("DECIMAL");
                            columns.add(isAmount ? "CAST(" + column + " AS DOUBLE) AS " + column : column);
                        }
                    }
                    try (ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM '" + file + "'")) {
                        return (Table) Table.read().db(rows).setName(name);
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }

            String printed(Table table) {
                DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
                symbols.setDecimalSeparator('%s');
                symbols.setGroupingSeparator('%s');
                DecimalFormat format = new DecimalFormat("#,##0.####", symbols);
                format.setRoundingMode(RoundingMode.HALF_UP);
                for (Column<?> column : table.columns()) {
                    if (column instanceof DoubleColumn) {
                        ((DoubleColumn) column).setPrintFormatter(new NumberColumnFormatter(format, ""));
                    }
                }
                return table.printAll();
            }\
            """.formatted(
                        numbers.separators().charAt(0), numbers.separators().charAt(1));
    }
}
