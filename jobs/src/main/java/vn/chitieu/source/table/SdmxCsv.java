package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * A strict reader of SDMX-CSV data messages, version 1.0 (first column {@code DATAFLOW}) and 2.0 (first column
 * {@code STRUCTURE}, with {@code STRUCTURE_ID} and {@code ACTION}).
 *
 * <p>The delimiter is the character after the first field of the header, and decimals follow a point, as the standard
 * says. Where header and codes carry their labels ({@code REF_AREA: Area}, or a column of labels behind each column),
 * only the codes are read.
 */
public final class SdmxCsv {

    private static final Words WORDS = Words.of("source");

    private static final String LABEL = ": ";
    private static final String VERSION_1 = "DATAFLOW";
    private static final String VERSION_2 = "STRUCTURE";
    private static final Set<String> ABOUT =
            Set.of(VERSION_1, VERSION_2, SdmxMessage.STRUCTURE_ID, "STRUCTURE_NAME", SdmxMessage.ACTION);

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
        boolean isQuoted = !start.isEmpty() && start.charAt(0) == declaration.quote();
        String first = isQuoted ? quoted(start, declaration.quote()) : firstWord(start);
        boolean isVersion1 = id(first).equals(VERSION_1);
        boolean isVersion2 = id(first).equals(VERSION_2) || (first.startsWith("STRUCTURE[") && first.endsWith("]"));
        if (!isVersion1 && !isVersion2) {
            String found =
                    "'" + QuarantinedRow.printable(start.lines().findFirst().orElse("")) + "'";
            throw new DataException(WORDS.text("sdmx_csv.start", where, found));
        }
        int end = first.length() + (isQuoted ? 2 : 0);
        char next = start.length() > end ? start.charAt(end) : ',';
        char delimiter = next == '\r' || next == '\n' ? ',' : next;
        CsvTable.refuseImpossible(where, delimiter, declaration.quote());
        List<String> needed = needed(declaration, columns, isVersion2);
        CsvTable table = CsvTable.read(
                where, deliveryId, file, content, declaration.withDelimiter(delimiter), needed, SdmxCsv::id);
        List<SourceRow> rows = new ArrayList<>();
        Set<String> labels = labels(table, needed);
        for (SourceRow row : table.rows().rows()) {
            rows.add(components(row, table, labels));
        }
        // A row that deletes leaves out what it does not name; only a row with a figure needs every column.
        boolean hasData = rows.isEmpty() || !rows.stream().allMatch(SdmxMessage::isDeletion);
        if (hasData && !table.header().containsAll(needed)) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.written(), needed);
        }
        SdmxMessage message = new SdmxMessage(rows, table.rows().quarantined(), Set.of(), Set.of(), List.of());
        return new SdmxFigures(deliveryId, where, declaration, columns).of(message);
    }

    private static List<String> needed(Declaration declaration, List<String> columns, boolean isVersion2) {
        List<String> needed = new ArrayList<>();
        if (isVersion2) {
            needed.add(SdmxMessage.STRUCTURE_ID);
        }
        new DeclaredColumns(declaration, columns)
                .fields().stream().filter(field -> !needed.contains(field)).forEach(needed::add);
        return needed;
    }

    /** Returns the row by the ids of its components, without labels. */
    private static SourceRow components(SourceRow row, CsvTable table, Set<String> labels) {
        Map<String, String> components = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            String column = table.header().get(i);
            if (!CsvTable.isNameless(column) && !labels.contains(column)) {
                String text = row.field(column);
                components.put(column, table.written().get(i).contains(LABEL) ? id(text) : text);
            }
        }
        components.putIfAbsent(SdmxMessage.STRUCTURE_ID, components.getOrDefault(VERSION_1, ""));
        return row.withFields(components);
    }

    /**
     * Returns the columns that hold the labels of the codes in the column before: every second one of a message that
     * writes labels in columns of their own, as long as one code never has two labels.
     */
    private static Set<String> labels(CsvTable table, List<String> needed) {
        List<String> header = table.header();
        boolean hasLabels = header.contains("STRUCTURE_NAME") || header.stream().anyMatch(CsvTable::isNameless);
        int start = 0;
        while (start < header.size() && (ABOUT.contains(header.get(start)) || CsvTable.isNameless(header.get(start)))) {
            start++;
        }
        Set<String> labels = new LinkedHashSet<>();
        for (int i = start + 1; hasLabels && i < header.size(); i += 2) {
            if (needed.contains(header.get(i))) {
                return Set.of();
            }
            if (isLabel(table.rows().rows(), header.get(i - 1), header.get(i))) {
                labels.add(header.get(i));
            }
        }
        return labels;
    }

    private static boolean isLabel(List<SourceRow> rows, String ofCodes, String ofLabels) {
        Map<String, String> labelByCode = new HashMap<>();
        return rows.stream().allMatch(row -> {
            String label = row.field(ofLabels);
            return label.equals(labelByCode.computeIfAbsent(row.field(ofCodes), code -> label));
        });
    }

    private static String id(String text) {
        int label = text.indexOf(LABEL);
        return label < 0 ? text : text.substring(0, label);
    }

    private static String quoted(String text, char quote) {
        int end = text.indexOf(quote, 1);
        return end < 0 ? "" : text.substring(1, end);
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
