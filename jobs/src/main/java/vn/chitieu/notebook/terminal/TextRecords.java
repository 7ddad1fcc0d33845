package vn.chitieu.notebook.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list of records, all text, for a terminal or for other programs.
 *
 * @param names of the columns in CSV and JSON
 * @param headings of the columns on a terminal; the last takes the width that is left
 */
public record TextRecords(List<String> names, List<String> headings, List<List<String>> rows) {

    private static final int WIDEST = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    public TextRecords {
        names = List.copyOf(names);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        if (names.size() != headings.size()) {
            throw new IllegalArgumentException("Expecting a heading of each of " + names + " but was " + headings);
        }
    }

    /** Returns a table of a width in characters. */
    public String table(int width) {
        int last = headings.size() - 1;
        ConsoleTable table = new ConsoleTable(IntStream.rangeClosed(0, last)
                .mapToObj(i -> i == last
                        ? ConsoleTable.Column.flexible(headings.get(i))
                        : ConsoleTable.Column.text(headings.get(i), WIDEST, 0))
                .toList());
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.text(width);
    }

    /** Returns CSV (RFC 4180); a text that a spreadsheet would take for a formula gets an apostrophe in front. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(names);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(TableText::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to write CSV in memory", e);
        }
        return text.toString();
    }

    /** Returns a JSON array of objects, empty cells null. */
    public String json() {
        ArrayNode array = JSON.createArrayNode();
        for (List<String> row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < names.size(); i++) {
                if (row.get(i).isEmpty()) {
                    object.putNull(names.get(i));
                } else {
                    object.put(names.get(i), row.get(i));
                }
            }
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(lines)
                                    .withArrayIndenter(lines))
                            .writeValueAsString(array)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Expecting to write JSON in memory", e);
        }
    }
}
