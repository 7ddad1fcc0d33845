package vn.chitieu.source.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** A CSV as it stands: its header and rows, all text, with the line of each row. */
public record CsvTable(List<String> header, int headerLine, SourceRows rows) {

    private static final Words WORDS = Words.of("source");

    private static final int MOST_COLUMNS = 256;
    private static final String SEPARATOR_LINE = "sep=";

    /**
     * Returns the rows of a file by the names of its columns.
     *
     * <p>What makes the whole file doubtful is refused: another encoding, no header, a column twice, more columns than
     * any table has, a quote that is never closed. A row that is not a row of the table is quarantined.
     *
     * @param where the file, in messages
     * @param expected the columns that the caller needs, for messages
     * @throws DataException if the file as a whole cannot be read; the message names file and line
     */
    static CsvTable read(
            String where,
            String deliveryId,
            String file,
            byte[] content,
            Declaration declaration,
            List<String> expected) {
        CsvText text = CsvText.decode(where, content, declaration.encoding());
        boolean hasSeparatorLine = text.text().startsWith(SEPARATOR_LINE)
                && text.text().length() > SEPARATOR_LINE.length() + 1
                && "\r\n".indexOf(text.text().charAt(SEPARATOR_LINE.length() + 1)) >= 0;
        char delimiter =
                declaration.delimiter().orElse(hasSeparatorLine ? text.text().charAt(SEPARATOR_LINE.length()) : ',');
        refuseImpossible(where, delimiter, declaration.quote());
        text.refuseUnclosedQuote(where, delimiter, declaration.quote());
        text.refuseTooManyColumns(where, delimiter, MOST_COLUMNS);
        List<CsvRecord> records = records(where, text.text(), delimiter, declaration.quote());
        int first = hasSeparatorLine ? 1 : 0;
        if (records.size() <= first && declaration.header()) {
            String header = String.join(Character.toString(delimiter), expected);
            throw new DataException(WORDS.text("csv.empty", where, header));
        }
        List<String> header = declaration.header() ? records.get(first).getFields() : declaration.fieldNames();
        checkNames(where, first + 1, header, expected);
        int firstRow = first + (declaration.header() ? 1 : 0);
        return new CsvTable(header, first + 1, rows(deliveryId, file, text, records, firstRow, header));
    }

    /** A file can name its delimiter itself, in a first line sep= or after the first word of a message. */
    static void refuseImpossible(String where, char delimiter, char quote) {
        if (!Declaration.canDelimit(delimiter, quote)) {
            String found = QuarantinedRow.printable("'" + delimiter + "'");
            throw new DataException(WORDS.text("csv.delimiter", where, found));
        }
    }

    private static SourceRows rows(
            String deliveryId, String file, CsvText text, List<CsvRecord> records, int firstRow, List<String> header) {
        SourceRow.Maker maker = SourceRow.maker(header);
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        for (int i = firstRow; i < records.size(); i++) {
            CsvRecord csv = records.get(i);
            int line = Math.toIntExact(csv.getStartingLineNumber());
            int next = i + 1 < records.size()
                    ? Math.toIntExact(records.get(i + 1).getStartingLineNumber())
                    : Integer.MAX_VALUE;
            String rawText = text.between(line, next);
            if (csv.getFieldCount() != header.size()) {
                quarantined.add(new QuarantinedRow(
                        Place.line(deliveryId, file, line),
                        "row_width",
                        WORDS.text("row_width.expected", header.size()),
                        Integer.toString(csv.getFieldCount()),
                        ControlCharacters.CORRECT,
                        rawText));
                continue;
            }
            List<String> fields = csv.getFields();
            Optional<QuarantinedRow> refusal =
                    ControlCharacters.refusal(deliveryId, file, line, header, fields, rawText);
            if (refusal.isPresent()) {
                quarantined.add(refusal.get());
            } else {
                rows.add(maker.row(file, line, fields, rawText));
            }
        }
        return new SourceRows(rows, quarantined);
    }

    private static List<CsvRecord> records(String where, String text, char delimiter, char quote) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .quoteCharacter(quote)
                    .commentCharacter('\0') // of no use, but it has to differ from the others
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text)
                    .forEach(records::add);
        } catch (CsvParseException e) {
            String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
            throw new DataException(WORDS.text("csv.fields", where, delimiter, e.getMessage(), cause), e);
        }
        return records;
    }

    private static void checkNames(String where, int line, List<String> header, List<String> expected) {
        if (new TreeSet<>(header).size() != header.size()) {
            throw otherHeader(where, line, header, expected);
        }
    }

    /** Returns the refusal of a header, naming what is missing and what is unknown or repeated. */
    static DataException otherHeader(String where, int line, List<String> header, List<String> expected) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(header);
        List<String> other = new ArrayList<>(header);
        expected.forEach(other::remove);
        String wanted = String.join(",", expected);
        String found = String.join(",", header);
        LocalizedText difference = listed("csv.missing", missing).plus(listed("csv.unknown", other));
        return new DataException(WORDS.text("csv.other_header", where, line, wanted, found, difference));
    }

    private static LocalizedText listed(String key, List<String> columns) {
        return columns.isEmpty() ? LocalizedText.EMPTY : WORDS.text(key, String.join(",", columns));
    }
}
