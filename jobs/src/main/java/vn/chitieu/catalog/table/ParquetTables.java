package vn.chitieu.catalog.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;

/**
 * Tables as Parquet files, written and read by this process alone, without Spark; {@link TableFiles} are those of large
 * ones.
 *
 * <p>What is stored: TEXT as BINARY/STRING in UTF-8, DATE as INT32/DATE, INTEGER as INT32, BIGINT as INT64, DECIMAL as
 * INT64/DECIMAL(18,4), DOUBLE and BOOLEAN as such; columns that may be empty are optional, all others required.
 * Compression is Zstandard, pages carry checksums. The same rows give the same bytes, in whatever order they came and
 * whichever process writes them: rows are stored in key order, decimals with four digits, zero without a sign, and the
 * footer holds no time.
 */
public final class ParquetTables {

    private ParquetTables() {}

    /**
     * Writes a table, whole or not at all, in the place of a file that may be there already, and returns its totals.
     *
     * @throws DataException if a cell has the wrong type, a required cell is empty, a number is not finite, a decimal
     *     has more than 14 digits before or 4 after the point, or a key occurs twice
     * @throws UncheckedIOException if the file cannot be written
     */
    public static TableTotals write(Table table, Path file) {
        return writeWhole(OrderedRows.of(table), file);
    }

    /**
     * Writes a table whose rows come in key order already, holding one row at a time, and returns its totals.
     *
     * @param rows in the order of the key, text by UTF-16 code units as {@link String#compareTo} does
     * @throws DataException as {@link #write(Table, Path)}, and if a row comes before its turn
     * @throws UncheckedIOException if the file cannot be written
     */
    public static TableTotals write(TableSpec spec, Iterator<@Nullable Object[]> rows, Path file) {
        return writeWhole(OrderedRows.of(spec, rows), file);
    }

    /**
     * Returns a table as it was written: rows in key order, decimals with four digits after the point.
     *
     * @throws DataException if the file is missing, cut short or damaged, or is of another table
     */
    public static Table read(Path file, TableSpec spec) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        scan(file, spec, rows::add);
        return new Table(spec, rows);
    }

    /**
     * Gives each row of a file to a reader, one at a time and in key order, and returns the totals.
     *
     * @throws DataException if the file is missing, cut short or damaged, or is of another table
     */
    public static <E extends Exception> TableTotals scan(Path file, TableSpec spec, RowReader<E> reader) throws E {
        TableTotals.Counter counter = new TableTotals.Counter(spec);
        ParquetTables.<E>each(file, spec, row -> {
            counter.add(row);
            reader.read(row);
        });
        return counter.totals();
    }

    /** Gives each row of a file to a reader, as {@link #scan}, without adding them up. */
    static <E extends Exception> void each(Path file, TableSpec spec, RowReader<E> reader) throws E {
        if (!Files.isRegularFile(file)) {
            throw new DataException("Expecting table " + spec.name() + " in file " + file + " but found no such file");
        }
        ParquetReader<@Nullable Object[]> rows = opened(file, spec);
        try {
            for (Optional<@Nullable Object[]> row = next(rows, file, spec);
                    row.isPresent();
                    row = next(rows, file, spec)) {
                reader.read(row.get());
            }
        } finally {
            close(rows, file, spec);
        }
    }

    private static ParquetReader<@Nullable Object[]> opened(Path file, TableSpec spec) {
        try {
            return ParquetRows.reader(file, spec);
        } catch (IOException e) {
            throw unreadable(file, spec, e);
        }
    }

    private static void close(ParquetReader<@Nullable Object[]> rows, Path file, TableSpec spec) {
        try {
            rows.close();
        } catch (IOException e) {
            throw unreadable(file, spec, e);
        }
    }

    private static TableTotals writeWhole(OrderedRows rows, Path file) {
        Path unfinished = DurableFiles.unfinished(file);
        try {
            if (DurableFiles.isOfThisMachine(file)) {
                Files.deleteIfExists(unfinished);
                writeNew(rows, Long.MAX_VALUE, unfinished);
                DurableFiles.force(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                writeElsewhere(rows, file);
            }
            return rows.totals();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting to write table " + rows.spec().name() + " to " + file + " but was " + e, e);
        } finally {
            DurableFiles.deleteLeftOver(unfinished);
        }
    }

    /** Writes on this machine first, because the footer is changed in place, which a distributed file is not. */
    private static void writeElsewhere(OrderedRows rows, Path file) throws IOException {
        try (HeldFolder folder = HeldFolder.temporary()) {
            Path here = folder.path().resolve("table.parquet");
            writeNew(rows, Long.MAX_VALUE, here);
            DurableFiles.replaceByCopy(file, here);
        }
    }

    /**
     * Writes rows, as many as there are but at most some, to a file of this machine that must not exist yet.
     *
     * @return how many there were
     */
    static long writeNew(OrderedRows rows, long most, Path file) throws IOException {
        long written = 0;
        try (ParquetWriter<@Nullable Object[]> writer = ParquetRows.writer(file, rows.spec())) {
            while (written < most && rows.hasNext()) {
                writer.write(rows.next());
                written++;
            }
        }
        ParquetFooter.putInOrder(file);
        return written;
    }

    private static Optional<@Nullable Object[]> next(
            ParquetReader<@Nullable Object[]> rows, Path file, TableSpec spec) {
        try {
            return Optional.ofNullable(rows.read());
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, spec, e);
        }
    }

    private static DataException unreadable(Path file, TableSpec spec, Exception cause) {
        return new DataException(
                "Expecting a complete Parquet file of table " + spec.name() + " at " + file + " but was unreadable ("
                        + cause.getMessage() + "); use another run, or publish this one again",
                cause);
    }
}
