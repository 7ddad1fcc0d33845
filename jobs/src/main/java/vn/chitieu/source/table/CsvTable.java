package vn.chitieu.source.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.ControlCharacters;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * A CSV as it stands: its header and rows, all text, with the line of each row.
 *
 * @param header the columns, each once: of columns that nobody needs one without a name has a name of its own, as has
 *     the second of a name
 * @param written the header as it stands
 */
public record CsvTable(List<String> header, List<String> written, int headerLine, SourceRows rows) {

    private static final Words WORDS = Words.of("source");

    private static final int MOST_COLUMNS = 256;
    private static final String SEPARATOR_LINE = "sep=";
    private static final Map<String, String> OTHER_DELIMITERS = Map.of(";", "csv.by_semicolon", "\t", "csv.by_tab");
    private static final char NAMELESS = '\0';

    /**
     * Returns the rows of a file by the names of its columns.
     *
     * <p>What makes the whole file doubtful is refused: another encoding, no header, a needed column twice, more
     * columns than any table has, a quote that is never closed. A row that is not a row of the table is quarantined.
     *
     * @param where the file, in messages
     * @param expected the columns that the caller needs
     * @param naming the name of a column by what stands in the header
     * @throws DataException if the file as a whole cannot be read; the message names file and line
     */
    static CsvTable read(
            String where,
            String deliveryId,
            String file,
            byte[] content,
            Declaration declaration,
            List<String> expected,
            UnaryOperator<String> naming) {
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
        List<String> written = declaration.header() ? records.get(first).getFields() : declaration.fieldNames();
        List<String> found = written.stream().map(naming).toList();
        if (declaration.columns().isEmpty() && isRepeated(found, expected)) {
            throw otherHeader(where, first + 1, written, expected);
        }
        List<String> header = names(where, first + 1, found, expected);
        int firstRow = first + (declaration.header() ? 1 : 0);
        return new CsvTable(header, written, first + 1, rows(deliveryId, file, text, records, firstRow, header));
    }

    /** Returns whether a column of {@link #header} has no name in the file. */
    static boolean isNameless(String column) {
        return column.charAt(0) == NAMELESS;
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
        int least = header.size();
        while (least > 1 && isNameless(header.get(least - 1))) {
            least--; // a delimiter behind the last name is no column
        }
        for (int i = firstRow; i < records.size(); i++) {
            CsvRecord csv = records.get(i);
            int line = Math.toIntExact(csv.getStartingLineNumber());
            int next = i + 1 < records.size()
                    ? Math.toIntExact(records.get(i + 1).getStartingLineNumber())
                    : Integer.MAX_VALUE;
            String rawText = text.between(line, next);
            if (csv.getFieldCount() < least || csv.getFieldCount() > header.size()) {
                quarantined.add(new QuarantinedRow(
                        Place.line(deliveryId, file, line),
                        "row_width",
                        WORDS.text("row_width.expected", header.size()),
                        Integer.toString(csv.getFieldCount()),
                        ControlCharacters.CORRECT,
                        rawText));
                continue;
            }
            List<String> fields = filled(csv.getFields(), header.size());
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

    private static List<String> filled(List<String> fields, int size) {
        if (fields.size() == size) {
            return fields;
        }
        List<String> filled = new ArrayList<>(fields);
        filled.addAll(Collections.nCopies(size - fields.size(), ""));
        return filled;
    }

    private static boolean isRepeated(List<String> found, List<String> names) {
        return names.stream().anyMatch(name -> Collections.frequency(found, name) > 1);
    }

    /** Returns the columns, each once. */
    private static List<String> names(String where, int line, List<String> found, List<String> expected) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : found) {
            if (name.isEmpty()) {
                names.add(NAMELESS + Integer.toString(names.size()));
            } else if (!names.add(name)) {
                if (expected.contains(name)) {
                    throw new DataException(WORDS.text("csv.repeated", where, line, name));
                }
                names.add(name + " (" + (names.size() + 1) + ")");
            }
        }
        return List.copyOf(names);
    }

    /**
     * Returns the refusal of a header, naming what stands between its names, or what is missing and what is unknown.
     */
    static DataException otherHeader(String where, int line, List<String> header, List<String> expected) {
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(header);
        List<String> other = new ArrayList<>(header);
        expected.forEach(other::remove);
        String wanted = String.join(",", expected);
        String found = String.join(",", header);
        LocalizedText difference = otherDelimiter(header, expected)
                .orElseGet(() -> listed("csv.missing", missing).plus(listed("csv.unknown", other)));
        return new DataException(WORDS.text("csv.other_header", where, line, wanted, found, difference));
    }

    /** Returns what is said of a header in which all names stand, with something else between them. */
    private static Optional<LocalizedText> otherDelimiter(List<String> header, List<String> expected) {
        return OTHER_DELIMITERS.entrySet().stream()
                .filter(other -> header.size() == 1
                        && List.of(header.get(0).split(other.getKey(), -1)).containsAll(expected))
                .map(other -> WORDS.text("csv.other_delimiter", WORDS.text(other.getValue())))
                .findFirst();
    }

    private static LocalizedText listed(String key, List<String> columns) {
        return columns.isEmpty() ? LocalizedText.EMPTY : WORDS.text(key, String.join(",", columns));
    }
}
