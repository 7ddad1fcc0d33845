package vn.chitieu.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.chitieu.catalog.DataException;

/**
 * A strict reader of one table in CSV (RFC 4180, UTF-8, a header line, fields between commas).
 *
 * <p>What makes the whole file doubtful is refused: another encoding, another header, a quote that is never closed. A
 * row that is not a row of the table is set aside and the others are read. Columns are found by name, in any order.
 */
public final class TidyCsv {

    private static final String ADVICE_VI = "Sửa dòng này trong tệp gốc và gửi lại thành một lần giao mới.";
    private static final String ADVICE_EN = "Correct the row and deliver the file again, as a new delivery.";

    private TidyCsv() {}

    /**
     * Returns the rows of a file whose header has exactly the given columns, in any order.
     *
     * @param file name used in messages and rows
     * @throws DataException if the file as a whole cannot be read; the message names file and line
     */
    public static CsvRows read(String deliveryId, String file, byte[] content, List<String> columns) {
        return read("source/" + deliveryId + "/" + file, deliveryId, file, content, columns, false);
    }

    /**
     * Returns the rows of a code list, whose header has at least the given columns and whose rows must all be right.
     *
     * @throws DataException if the file as a whole or a row cannot be read; the message names file and line
     */
    public static List<SourceRow> readCodelist(String file, byte[] content, List<String> columns) {
        CsvRows csv = read("codelist/" + file, "codelist", file, content, columns, true);
        for (QuarantinedRow row : csv.quarantined()) {
            throw new DataException("codelist/" + file + ", line " + row.sourceLine() + ": Expecting "
                    + row.expectedEn() + " but was " + row.found() + ". Correct the code list.");
        }
        return csv.rows();
    }

    private static CsvRows read(
            String where,
            String deliveryId,
            String file,
            byte[] content,
            List<String> columns,
            boolean otherColumnsAllowed) {
        String text = decode(where, content);
        refuseUnclosedQuote(where, text);
        List<CsvRecord> records = records(where, text);
        if (records.isEmpty()) {
            throw new DataException(where + ", line 1: Expecting the header " + String.join(",", columns)
                    + " but the file is empty. Deliver it again.");
        }
        List<String> header = records.get(0).getFields();
        checkHeader(where, header, columns, otherColumnsAllowed);
        Lines lines = new Lines(text);
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            CsvRecord csv = records.get(i);
            int line = Math.toIntExact(csv.getStartingLineNumber());
            int next = i + 1 < records.size()
                    ? Math.toIntExact(records.get(i + 1).getStartingLineNumber())
                    : Integer.MAX_VALUE;
            String rawText = lines.between(line, next);
            if (csv.getFieldCount() != header.size()) {
                quarantined.add(new QuarantinedRow(
                        deliveryId,
                        file,
                        line,
                        "row_width",
                        header.size() + " ô như dòng tiêu đề",
                        header.size() + " fields as in the header",
                        Integer.toString(csv.getFieldCount()),
                        ADVICE_VI,
                        ADVICE_EN,
                        rawText));
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            String withControlCharacter = "";
            for (int column = 0; column < header.size(); column++) {
                String field = csv.getField(column);
                fields.put(header.get(column), field);
                if (withControlCharacter.isEmpty() && ControlCharacters.isIn(field)) {
                    withControlCharacter = header.get(column) + " = '" + field + "'";
                }
            }
            if (withControlCharacter.isEmpty()) {
                rows.add(new SourceRow(file, line, fields, rawText));
            } else {
                quarantined.add(new QuarantinedRow(
                        deliveryId,
                        file,
                        line,
                        "control_character",
                        "văn bản không có ký tự điều khiển",
                        "text without control characters",
                        withControlCharacter,
                        ADVICE_VI,
                        ADVICE_EN,
                        rawText));
            }
        }
        return new CsvRows(rows, quarantined);
    }

    private static List<CsvRecord> records(String where, String text) {
        List<CsvRecord> records = new ArrayList<>();
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
        try {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
            throw new DataException(
                    where + ": Expecting fields between commas, each wholly in quotes or without, but was not so: "
                            + e.getMessage() + cause + ". Correct that line and deliver the file again.",
                    e);
        }
        return records;
    }

    private static void checkHeader(
            String where, List<String> header, List<String> columns, boolean otherColumnsAllowed) {
        boolean once = new TreeSet<>(header).size() == header.size();
        boolean complete = header.containsAll(columns);
        if (!once || !complete || (!otherColumnsAllowed && header.size() != columns.size())) {
            throw new DataException(where + ", line 1: Expecting the header " + String.join(",", columns)
                    + " but was " + String.join(",", header) + difference(header, columns)
                    + ". Correct the header and deliver the file again.");
        }
    }

    private static String difference(List<String> header, List<String> columns) {
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(header);
        List<String> other = new ArrayList<>(header);
        columns.forEach(other::remove);
        return (missing.isEmpty() ? "" : "; missing: " + String.join(",", missing))
                + (other.isEmpty() ? "" : "; unknown or repeated: " + String.join(",", other));
    }

    private static String decode(String where, byte[] content) {
        if (content.length >= 2 && isUtf16Mark(content[0], content[1])) {
            throw new DataException(where + ", line 1: Expecting UTF-8 but was UTF-16. Save the file as CSV UTF-8 and"
                    + " deliver it again.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        chars.flip();
        if (result.isError()) {
            long line = 1 + chars.chars().filter(c -> c == '\n').count();
            throw new DataException(where + ", line " + line + ": Expecting UTF-8 but was a byte that is none, byte "
                    + (bytes.position() + 1)
                    + " of the file (windows-1258, TCVN3 or VNI?). Save the file as CSV UTF-8 and deliver it again.");
        }
        String text = chars.toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isUtf16Mark(byte first, byte second) {
        return (first == (byte) 0xFF && second == (byte) 0xFE) || (first == (byte) 0xFE && second == (byte) 0xFF);
    }

    /** Refuses what the parser would forgive: a quote that is still open where the file ends. */
    private static void refuseUnclosedQuote(String where, String text) {
        boolean inQuotes = false;
        boolean atFieldStart = true;
        int line = 1;
        int openingLine = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (c == '"' && (inQuotes || atFieldStart)) {
                boolean reopens = !inQuotes && i > 0 && text.charAt(i - 1) == '"';
                openingLine = inQuotes || reopens ? openingLine : line;
                inQuotes = !inQuotes;
            }
            // After a closing quote another one follows only as the second half of a doubled quote, which reopens.
            atFieldStart = c == ',' || c == '\r' || c == '\n' || (c == '"' && !inQuotes);
            if (endsLine) {
                line++;
            }
        }
        if (inQuotes) {
            throw new DataException(where + ", line " + openingLine + ": Expecting a closing quote but the file ends"
                    + " inside the field that this line opens. Close the quote and deliver the file again.");
        }
    }

    /** The physical lines of a text, ended by LF, CR LF or CR. */
    private static final class Lines {

        private final String text;
        private final List<Integer> starts = new ArrayList<>();

        Lines(String text) {
            this.text = text;
            starts.add(0);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                    starts.add(i + 1);
                }
            }
        }

        /** Returns the text from the first line to the one before the last, from 1, without the final line break. */
        String between(int first, int last) {
            int end = last <= starts.size() ? starts.get(last - 1) : text.length();
            return text.substring(starts.get(first - 1), end).stripTrailing();
        }
    }
}
