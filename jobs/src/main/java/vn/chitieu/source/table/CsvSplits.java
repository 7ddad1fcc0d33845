package vn.chitieu.source.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.Utf8Bytes;
import vn.chitieu.text.Words;

/**
 * A CSV of any size in pieces that can be read side by side, in the dialect of {@link TidyCsv}: RFC 4180, UTF-8,
 * columns by name in any order, a first line {@code sep=}.
 *
 * <p>The file is looked through once for the ends of its rows, so that no piece begins inside quotes.
 */
public final class CsvSplits {

    private static final Words WORDS = Words.of("source");
    private static final int SPLIT = 16 << 20;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int BUFFER = 1 << 18;
    private static final char QUOTE = '"';

    /**
     * Some rows of a file that stand together.
     *
     * @param where the file, in messages
     * @param from the first byte
     * @param bytes how many
     * @param places where each wanted column stands in a row
     * @param least how few fields a row may have
     * @param most how many
     */
    public record Split(
            String where, String file, long from, long bytes, char delimiter, List<Integer> places, int least, int most)
            implements Serializable {

        public Split {
            places = List.copyOf(places);
        }
    }

    /**
     * One row: the wanted fields, or the text of what is no row of the table.
     *
     * @param broken null for a row
     */
    public record Row(List<String> fields, @Nullable String broken) {}

    private final String where;
    private final Path file;
    private final List<String> columns;
    private final List<Split> splits = new ArrayList<>();

    private CsvSplits(String where, Path file, List<String> columns) {
        this.where = where;
        this.file = file;
        this.columns = columns;
    }

    /**
     * Returns the pieces of a file that has exactly some columns.
     *
     * @throws DataException if the header is another, a byte is not of UTF-8, a line is longer than any row or a quote
     *     is never closed; the message names file and line
     */
    public static List<Split> of(String deliveryId, Path file, List<String> columns) {
        CsvSplits splits = new CsvSplits("source/" + deliveryId + "/" + file.getFileName(), file, columns);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            splits.look(bytes);
        } catch (IOException e) {
            throw new DataException(WORDS.text("delivered.unreadable", splits.where), e);
        }
        return splits.splits;
    }

    private void look(InputStream bytes) throws IOException {
        Scan scan = new Scan(bytes);
        scan.skipMark();
        String first = scan.row();
        boolean hasSeparator = first.startsWith("sep=") && first.strip().length() == 5;
        char delimiter = hasSeparator ? first.charAt(4) : ',';
        CsvTable.refuseImpossible(where, delimiter, QUOTE);
        scan.delimiter = delimiter;
        String head = hasSeparator ? first + scan.row() : first;
        List<String> header = header(head);
        List<Integer> places = columns.stream().map(header::indexOf).toList();
        int least = header.size();
        while (CsvTable.isNameless(header.get(least - 1))) {
            least--;
        }
        long from = scan.at;
        while (scan.skipTo(from + SPLIT)) {
            splits.add(
                    new Split(where, file.toString(), from, scan.at - from, delimiter, places, least, header.size()));
            from = scan.at;
        }
    }

    private List<String> header(String head) {
        CsvTable table = CsvTable.read(
                where,
                "",
                "",
                head.getBytes(StandardCharsets.UTF_8),
                Declaration.TIDY,
                columns,
                UnaryOperator.identity());
        long named = table.header().stream()
                .filter(column -> !CsvTable.isNameless(column))
                .count();
        if (named != columns.size() || !table.header().containsAll(columns)) {
            throw CsvTable.otherHeader(where, table.headerLine(), table.written(), columns);
        }
        return table.header();
    }

    /** Returns the rows of a piece, one after the other; the file is open until the last was taken. */
    public static Iterator<Row> rows(Split split) {
        try {
            InputStream bytes = new Bounded(Files.newInputStream(Path.of(split.file())), split.from(), split.bytes());
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(split.delimiter())
                    .quoteCharacter(QUOTE)
                    .commentCharacter('\0')
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return new Rows(split, reader.iterator());
        } catch (IOException e) {
            throw new DataException(WORDS.text("delivered.unreadable", split.where()), e);
        }
    }

    private record Rows(Split split, Iterator<CsvRecord> records) implements Iterator<Row> {

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException e) {
                throw refused(e);
            } catch (UncheckedIOException e) {
                throw new DataException(WORDS.text("delivered.unreadable", split.where()), e);
            }
        }

        @Override
        public Row next() {
            CsvRecord csv;
            try {
                csv = records.next();
            } catch (CsvParseException e) {
                throw refused(e);
            }
            int count = csv.getFieldCount();
            boolean isRow = count >= split.least() && count <= split.most();
            for (int i = split.least(); i < count && isRow; i++) {
                isRow = csv.getField(i).isEmpty();
            }
            if (!isRow) {
                return new Row(List.of(), String.join(Character.toString(split.delimiter()), csv.getFields()));
            }
            String[] fields = new String[split.places().size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = csv.getField(split.places().get(i));
            }
            return new Row(List.of(fields), null);
        }

        private DataException refused(CsvParseException e) {
            String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
            return new DataException(
                    WORDS.text("csv.fields", split.where(), split.delimiter(), e.getMessage(), cause), e);
        }
    }

    /** The bytes of a piece. */
    private static final class Bounded extends InputStream {

        private final InputStream whole;
        private long left;

        Bounded(InputStream whole, long from, long bytes) throws IOException {
            this.whole = whole;
            this.left = bytes;
            whole.skipNBytes(from);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left == 0) {
                close();
                return -1;
            }
            int count = whole.read(target, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }

    /** Goes through the bytes of a file and knows where rows end; quotes are those of {@link CsvText}. */
    private final class Scan {

        private final InputStream bytes;
        private final byte[] buffer = new byte[BUFFER];
        private int size;
        private int next;
        private long at;
        private long line = 1;
        private long lineStart;
        private char delimiter = ',';
        private final Utf8Bytes characters = new Utf8Bytes();

        Scan(InputStream bytes) {
            this.bytes = bytes;
        }

        private int peek() throws IOException {
            if (next == size) {
                size = bytes.read(buffer);
                next = 0;
            }
            return size < 0 ? -1 : buffer[next] & 0xFF;
        }

        private int read() throws IOException {
            int c = peek();
            if (c >= 0) {
                next++;
                at++;
            }
            return c;
        }

        /** Skips a byte order mark of UTF-8 and refuses those of other encodings. */
        void skipMark() throws IOException {
            int first = peek();
            if (first != 0xFE && first != 0xFF && first != 0xEF) {
                return;
            }
            byte[] start = new byte[] {(byte) read(), (byte) read()};
            boolean isUtf16 = first != 0xEF && ((start[0] ^ start[1]) & 0xFF) == 1;
            if (isUtf16 || first != 0xEF || (start[1] & 0xFF) != 0xBB || read() != 0xBF) {
                String found =
                        isUtf16 ? "UTF-16" : "0x" + Integer.toHexString(first).toUpperCase(Locale.ROOT);
                throw new DataException(WORDS.text("csv.bulk_encoding", where, found));
            }
            lineStart = at;
        }

        /** Returns the text of one row with its line break; empty at the end of the file. */
        String row() throws IOException {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            pass(row, at + 1);
            return row.toString(StandardCharsets.UTF_8);
        }

        /** Goes to the first end of a row at or behind a byte and returns whether anything was passed. */
        boolean skipTo(long least) throws IOException {
            long before = at;
            pass(null, least);
            return at > before;
        }

        private void pass(@Nullable OutputStream target, long least) throws IOException {
            boolean inQuotes = false;
            boolean atFieldStart = true;
            boolean afterQuote = false;
            long openingLine = 0;
            for (int c = read(); c >= 0; c = read()) {
                if (target != null) {
                    target.write(c);
                }
                if (!characters.takes(c)) {
                    throw otherEncoding();
                }
                if (at - lineStart > LONGEST_LINE) {
                    throw new DataException(WORDS.text("csv.long_line", where, line, LONGEST_LINE));
                }
                if (c == QUOTE && (inQuotes || atFieldStart)) {
                    openingLine = inQuotes || afterQuote ? openingLine : line;
                    inQuotes = !inQuotes;
                }
                afterQuote = c == QUOTE;
                atFieldStart = c == delimiter || c == '\r' || c == '\n' || (c == QUOTE && !inQuotes);
                if (c == '\n' || (c == '\r' && peek() != '\n')) {
                    line++;
                    lineStart = at;
                    if (!inQuotes && at >= least) {
                        return;
                    }
                }
            }
            if (!characters.isWhole()) {
                throw otherEncoding();
            }
            if (inQuotes) {
                throw new DataException(WORDS.text("csv.open_quote", where, openingLine));
            }
        }

        private DataException otherEncoding() {
            long first = at - characters.ofLast() + 1;
            return new DataException(WORDS.text("csv.encoding", where, line, StandardCharsets.UTF_8, first));
        }
    }
}
