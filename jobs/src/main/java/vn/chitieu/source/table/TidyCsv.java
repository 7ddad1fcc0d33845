package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * A strict reader of one table in CSV (RFC 4180), written as its declaration says; columns are found by name, in any
 * order.
 */
public final class TidyCsv {

    private static final Words WORDS = Words.of("source");

    private TidyCsv() {}

    /**
     * Returns the rows of a file: with exactly the given columns, in any order, or with those that its declaration says
     * they are read in.
     *
     * @throws DataException if the file as a whole cannot be read; the message names file and line
     */
    public static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        String where = "source/" + deliveryId + "/" + file;
        List<String> needed = new DeclaredColumns(declaration, columns).fields();
        CsvTable table = CsvTable.read(where, deliveryId, file, content, declaration, needed, UnaryOperator.identity());
        List<String> nameless =
                table.header().stream().filter(CsvTable::isNameless).toList();
        boolean hasOthers =
                declaration.columns().isEmpty() && table.header().size() - nameless.size() != columns.size();
        if (hasOthers || !table.header().containsAll(needed)) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.written(), needed);
        }
        return declaration.columns().isEmpty()
                ? withoutTextIn(nameless, deliveryId, columns.size(), table.rows())
                : new DeclaredColumns(declaration, columns).of(table.rows());
    }

    /** Sets rows aside that have a text where the header names no column: a field of them is in two pieces. */
    private static SourceRows withoutTextIn(List<String> nameless, String deliveryId, int columns, SourceRows rows) {
        if (nameless.isEmpty()) {
            return rows;
        }
        List<SourceRow> right = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>(rows.quarantined());
        for (SourceRow row : rows.rows()) {
            if (nameless.stream().allMatch(column -> row.field(column).isEmpty())) {
                right.add(row);
            } else {
                quarantined.add(new QuarantinedRow(
                        row.place(deliveryId),
                        "row_width",
                        WORDS.text("row_width.expected", columns),
                        Integer.toString(row.fields().size()),
                        ControlCharacters.CORRECT,
                        row.rawText()));
            }
        }
        return new SourceRows(right, quarantined);
    }

    /** Returns the rows of a tidy file, which has exactly the given columns. */
    public static SourceRows read(String deliveryId, String file, byte[] content, List<String> columns) {
        return read(deliveryId, file, content, Declaration.TIDY, columns);
    }

    /**
     * Returns the rows of a code list, whose header has at least the given columns and whose rows must all be right.
     *
     * @throws DataException if the file as a whole or a row cannot be read; the message names file and line
     */
    public static List<SourceRow> readCodelist(String file, byte[] content, List<String> columns) {
        String where = "codelist/" + file;
        CsvTable table =
                CsvTable.read(where, "codelist", file, content, Declaration.TIDY, columns, UnaryOperator.identity());
        if (!table.header().containsAll(columns) || !table.header().equals(table.written())) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.written(), columns);
        }
        for (QuarantinedRow row : table.rows().quarantined()) {
            throw new DataException(
                    WORDS.text("codelist.row", where, row.place().line(), row.expected(), row.found()));
        }
        return table.rows().rows();
    }
}
