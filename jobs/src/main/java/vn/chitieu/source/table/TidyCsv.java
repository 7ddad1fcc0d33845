package vn.chitieu.source.table;

import java.util.List;
import vn.chitieu.catalog.DataException;
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
        CsvTable table = CsvTable.read(where, deliveryId, file, content, declaration, needed);
        boolean hasOthers = declaration.columns().isEmpty() && table.header().size() != columns.size();
        if (hasOthers || !table.header().containsAll(needed)) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.header(), needed);
        }
        return declaration.columns().isEmpty()
                ? table.rows()
                : new DeclaredColumns(declaration, columns).of(table.rows());
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
        CsvTable table = CsvTable.read(where, "codelist", file, content, Declaration.TIDY, columns);
        if (!table.header().containsAll(columns)) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.header(), columns);
        }
        for (QuarantinedRow row : table.rows().quarantined()) {
            throw new DataException(
                    WORDS.text("codelist.row", where, row.place().line(), row.expected(), row.found()));
        }
        return table.rows().rows();
    }
}
