package vn.chitieu.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Rows of a CSV file, UTF-8, plain or gzipped by its name, columns found by their names. */
public final class CsvFile {

    private static final Words WORDS = Words.of("catalog");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    /** The largest number in size that sums and squares of it stay finite for. */
    public static final double LARGEST = 1e150;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvFile() {}

    /**
     * One row below the header.
     *
     * @param line where it starts, from 1
     * @param texts as many as the header has, or not
     */
    public record Row(Path file, long line, List<String> header, List<String> texts) {

        public String text(String column) {
            return texts.get(header.indexOf(column));
        }

        /**
         * Returns the number in a column, or nothing if the field is empty.
         *
         * @throws DataException if there is something else than a decimal number that a series can hold
         */
        public OptionalDouble number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (!NUMBER.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > LARGEST) {
                throw refused(column, WORDS.text("csv.decimal_number"));
            }
            return OptionalDouble.of(Double.parseDouble(text));
        }

        /**
         * Refuses a row with another number of fields than the header.
         *
         * @throws DataException if it has
         */
        public void requireAllFields() {
            if (texts.size() != header.size()) {
                throw new DataException(WORDS.text("csv.fields", file, line, header.size(), texts.size(), texts));
            }
        }

        /** Returns the refusal of the field in a column, to be thrown. */
        public DataException refused(String column, LocalizedText expected) {
            return new DataException(WORDS.text("csv.field", file, line, column, expected, text(column)));
        }
    }

    /**
     * Hands on every row.
     *
     * @param columns that the header must have; it may have others
     * @throws DataException if the file is missing, broken, or lacks a column
     */
    public static void forEach(Path file, List<String> columns, Consumer<Row> consumer) {
        forEach(file, columns, consumer, refused -> {
            throw refused;
        });
    }

    /**
     * Hands on every row that has as many fields as the header, and goes on after one that is refused.
     *
     * @param columns that the header must have; it may have others
     * @param consumer may throw a {@link DataException} to refuse the row
     * @param refused takes what was wrong with a row
     * @throws DataException if the file is missing, broken, or lacks a column
     */
    public static void forEach(
            Path file, List<String> columns, Consumer<Row> consumer, Consumer<DataException> refused) {
        try (Rows rows = open(file, columns)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                try {
                    row.requireAllFields();
                    consumer.accept(row);
                } catch (DataException e) {
                    refused.accept(e);
                }
            }
        }
    }

    /**
     * Opens a file to be read row by row.
     *
     * @param columns that the header must have; it may have others
     * @throws DataException if the file is missing, broken, or lacks a column
     */
    public static Rows open(Path file, List<String> columns) {
        boolean isGzip = isGzip(file);
        try {
            CsvReader<CsvRecord> reader = reader(Files.newInputStream(file), isGzip);
            Rows rows = new Rows(file, reader);
            try {
                rows.readHeader(columns);
            } catch (DataException e) {
                rows.close();
                throw e;
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw new DataException(WORDS.text("csv.missing", file), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in, boolean isGzip) throws IOException {
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(isGzip ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8.newDecoder()));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(reader);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The rows of an open file, one after the other; those with too few or too many fields are among them. */
    public static final class Rows implements Iterator<Row>, AutoCloseable {

        private final Path file;
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private List<String> header = List.of();

        private Rows(Path file, CsvReader<CsvRecord> reader) {
            this.file = file;
            this.reader = reader;
            this.records = reader.iterator();
        }

        private void readHeader(List<String> columns) {
            if (!hasNext()) {
                throw new DataException(WORDS.text("csv.empty", file, columns));
            }
            header = next().texts();
            for (String column : columns) {
                if (header.indexOf(column) < 0 || header.indexOf(column) != header.lastIndexOf(column)) {
                    throw new DataException(WORDS.text("csv.header", file, column, header));
                }
            }
        }

        /**
         * Returns whether there is another row.
         *
         * @throws DataException if the file is broken from here on
         */
        @Override
        public boolean hasNext() {
            return reading(records::hasNext);
        }

        /**
         * Returns the next row.
         *
         * @throws DataException if the file is broken from here on
         */
        @Override
        public Row next() {
            CsvRecord fields = reading(records::next);
            return new Row(file, fields.getStartingLineNumber(), header, List.copyOf(fields.getFields()));
        }

        private <T> T reading(Supplier<T> step) {
            try {
                return step.get();
            } catch (UncheckedIOException | CsvParseException e) {
                throw e.getCause() instanceof IOException cause
                        ? unreadable(file, cause)
                        : new DataException(WORDS.text("csv.other_form", file, e.getMessage()), e);
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
    }

    /**
     * Returns whether the name ends in {@code .csv.gz}.
     *
     * @throws DataException if it ends neither in that nor in {@code .csv}
     */
    public static boolean isGzip(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
            throw new DataException(WORDS.text("csv.name", file));
        }
        return name.endsWith(".gz");
    }

    private static DataException unreadable(Path file, IOException e) {
        boolean isCutOrBroken = e instanceof EOFException || e instanceof ZipException;
        boolean isOtherEncoding = e instanceof CharacterCodingException;
        String key = isCutOrBroken ? "csv.gzip" : isOtherEncoding ? "csv.encoding" : "csv.unreadable";
        return new DataException(WORDS.text(key, file, e.getMessage()), e);
    }
}
