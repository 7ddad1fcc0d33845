package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * A strict reader of SDMX-CSV data messages, version 1.0 (first column {@code DATAFLOW}) and 2.0 (first column
 * {@code STRUCTURE}, with {@code STRUCTURE_ID} and {@code ACTION}).
 *
 * <p>The delimiter is the character after the first word of the header, and decimals follow a point, as the standard
 * says. Where header and codes carry their labels ({@code REF_AREA: Area}), only the codes are read.
 */
public final class SdmxCsv {

    private static final Words WORDS = Words.of("source");

    private static final String LABEL = ": ";

    private SdmxCsv() {}

    /**
     * Returns the rows of a message with the columns of figures.
     *
     * @throws DataException if it is no SDMX-CSV, or lacks a component that its declaration reads
     */
    public static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        String where = "source/" + deliveryId + "/" + file;
        String start = CsvText.decode(where, content, declaration.encoding()).text();
        String first = firstWord(start);
        boolean isVersion1 = first.equals("DATAFLOW");
        boolean isVersion2 = first.equals("STRUCTURE") || (first.startsWith("STRUCTURE[") && first.endsWith("]"));
        if (!isVersion1 && !isVersion2) {
            String found =
                    "'" + QuarantinedRow.printable(start.lines().findFirst().orElse("")) + "'";
            throw new DataException(WORDS.text("sdmx_csv.start", where, found));
        }
        char next = start.length() > first.length() ? start.charAt(first.length()) : ',';
        char delimiter = next == '\r' || next == '\n' ? ',' : next;
        CsvTable.refuseImpossible(where, delimiter, declaration.quote());
        Declaration dialect = declaration.withDelimiter(delimiter);
        List<String> needed = needed(declaration, columns, isVersion2);
        CsvTable table = CsvTable.read(where, deliveryId, file, content, dialect, needed);
        List<String> ids = table.header().stream().map(SdmxCsv::id).toList();
        if (!ids.containsAll(needed)) {
            throw CsvTable.otherHeader(where, table.headerLine(), ids, needed);
        }
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>(table.rows().quarantined());
        Optional<String> structure =
                declaration.vocabulary() == Vocabulary.OWN ? Optional.of(SdmxStructure.OBSERVATION) : Optional.empty();
        for (SourceRow row : table.rows().rows()) {
            SourceRow components = components(row, table.header());
            String of = isVersion1 ? components.field(ids.get(0)) : components.field("STRUCTURE_ID");
            if (structure.filter(id -> !of.equals(id)).isPresent()) {
                quarantined.add(otherStructure(deliveryId, row, of));
            } else {
                rows.add(components);
            }
        }
        return SdmxStructure.rows(declaration, columns, new SourceRows(rows, quarantined));
    }

    private static QuarantinedRow otherStructure(String deliveryId, SourceRow row, String found) {
        return new QuarantinedRow(
                Place.line(deliveryId, row.file(), row.line()),
                "structure",
                WORDS.text("structure.expected", SdmxStructure.OBSERVATION),
                "'" + found + "'",
                WORDS.text("structure.advice"),
                row.rawText());
    }

    private static List<String> needed(Declaration declaration, List<String> columns, boolean isVersion2) {
        List<String> needed = new ArrayList<>();
        if (isVersion2) {
            needed.add("STRUCTURE_ID");
        }
        new DeclaredColumns(declaration, columns)
                .fields().stream().filter(field -> !needed.contains(field)).forEach(needed::add);
        return needed;
    }

    /** Returns the row by the ids of its components, without labels. */
    private static SourceRow components(SourceRow row, List<String> header) {
        Map<String, String> components = new LinkedHashMap<>();
        for (String column : header) {
            String text = row.field(column);
            components.put(id(column), column.contains(LABEL) ? id(text) : text);
        }
        return new SourceRow(row.file(), row.line(), components, row.rawText());
    }

    private static String id(String text) {
        int label = text.indexOf(LABEL);
        return label < 0 ? text : text.substring(0, label);
    }

    private static String firstWord(String text) {
        int end = 0;
        boolean inBrackets = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            inBrackets = c == '[' || (inBrackets && c != ']');
            if (!inBrackets && c != ']' && c != '_' && !(c >= 'A' && c <= 'Z')) {
                break;
            }
            if (inBrackets && (c == '\n' || c == '\r')) {
                break;
            }
            end++;
        }
        return text.substring(0, end);
    }
}
