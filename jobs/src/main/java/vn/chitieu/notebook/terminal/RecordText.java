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
import java.math.BigDecimal;
import java.util.List;

/**
 * Records for other programs: CSV (RFC 4180) and JSON. A cell is a number, a truth or a text; an empty text is none.
 */
final class RecordText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private RecordText() {}

    /**
     * Returns records as CSV: numbers with a point and without grouping. A text that a spreadsheet would take for a
     * formula gets an apostrophe in front; numbers never do.
     */
    static String csv(List<String> names, List<List<Object>> records) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(names);
            records.forEach(record ->
                    csv.writeRecord(record.stream().map(RecordText::csvCell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to write CSV in memory", e);
        }
        return text.toString();
    }

    /** Returns records as a JSON array of objects, members in the order of the columns, empty cells null. */
    static String json(List<String> names, List<List<Object>> records) {
        ArrayNode array = JSON.createArrayNode();
        for (List<Object> record : records) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < names.size(); i++) {
                Object cell = record.get(i);
                if (cell instanceof BigDecimal number) {
                    object.put(names.get(i), number);
                } else if (cell instanceof Boolean truth) {
                    object.put(names.get(i), truth);
                } else {
                    object.put(names.get(i), cell.equals("") ? null : cell.toString());
                }
            }
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(array) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Expecting to write JSON in memory", e);
        }
    }

    private static String csvCell(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : guarded(cell.toString());
    }

    /** Returns a text that no spreadsheet takes for a formula. */
    private static String guarded(String text) {
        String start = text.strip();
        boolean isFormula = !text.isEmpty()
                && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0));
        return isFormula ? "'" + text : text;
    }
}
