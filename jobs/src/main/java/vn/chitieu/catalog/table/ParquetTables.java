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
import java.util.function.Consumer;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;

/**
 * Tables as Parquet files, one file a table, written and read by this process alone, without Spark.
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
        RowContract contract = new RowContract(table.spec());
        List<@Nullable Object[]> rows = new ArrayList<>(table.rows().size());
        for (@Nullable Object[] row : table.rows()) {
            rows.add(contract.checked(row));
        }
        rows.sort(contract.byKey());
        return writeWhole(contract, rows.iterator(), file);
    }

    /**
     * Writes a table whose rows come in key order already, holding one row at a time, and returns its totals.
     *
     * @param rows in the order of the key, text by UTF-16 code units as {@link String#compareTo} does
     * @throws DataException as {@link #write(Table, Path)}, and if a row comes before its turn
     * @throws UncheckedIOException if the file cannot be written
     */
    public static TableTotals write(TableSpec spec, Iterator<@Nullable Object[]> rows, Path file) {
        RowContract contract = new RowContract(spec);
        Iterator<@Nullable Object[]> checked = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return contract.checked(rows.next());
            }
        };
        return writeWhole(contract, checked, file);
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
    public static TableTotals scan(Path file, TableSpec spec, Consumer<@Nullable Object[]> reader) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("Expecting table " + spec.name() + " in file " + file + " but found no such file");
        }
        TableTotals.Counter counter = new TableTotals.Counter(spec);
        try (ParquetReader<@Nullable Object[]> rows = ParquetRows.reader(file, spec)) {
            for (Optional<@Nullable Object[]> row = next(rows, file, spec);
                    row.isPresent();
                    row = next(rows, file, spec)) {
                counter.add(row.get());
                reader.accept(row.get());
            }
        } catch (IOException e) {
            throw unreadable(file, spec, e);
        }
        return counter.totals();
    }

    private static TableTotals writeWhole(RowContract contract, Iterator<@Nullable Object[]> rows, Path file) {
        Path unfinished = DurableFiles.unfinished(file);
        try {
            if (DurableFiles.isOfThisMachine(file)) {
                Files.deleteIfExists(unfinished);
                TableTotals totals = writeOrdered(contract, rows, unfinished);
                DurableFiles.force(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                return totals;
            }
            return writeElsewhere(contract, rows, file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting to write table " + contract.spec().name() + " to " + file + " but was " + e, e);
        } finally {
            DurableFiles.deleteLeftOver(unfinished);
        }
    }

    /** Writes on this machine first, because the footer is changed in place, which a distributed file is not. */
    private static TableTotals writeElsewhere(RowContract contract, Iterator<@Nullable Object[]> rows, Path file)
            throws IOException {
        try (HeldFolder folder = HeldFolder.temporary()) {
            Path here = folder.path().resolve("table.parquet");
            TableTotals totals = writeOrdered(contract, rows, here);
            DurableFiles.replaceByCopy(file, here);
            return totals;
        }
    }

    private static TableTotals writeOrdered(RowContract contract, Iterator<@Nullable Object[]> rows, Path file)
            throws IOException {
        TableTotals totals = writeRows(contract, rows, file);
        ParquetFooter.putInOrder(file);
        return totals;
    }

    private static TableTotals writeRows(RowContract contract, Iterator<@Nullable Object[]> rows, Path file)
            throws IOException {
        TableTotals.Counter counter = new TableTotals.Counter(contract.spec());
        try (ParquetWriter<@Nullable Object[]> writer = ParquetRows.writer(file, contract.spec())) {
            @Nullable Object @Nullable [] previous = null;
            while (rows.hasNext()) {
                @Nullable Object[] row = rows.next();
                if (previous != null) {
                    requireAfter(contract, previous, row);
                }
                counter.add(row);
                writer.write(row);
                previous = row;
            }
        }
        return counter.totals();
    }

    private static void requireAfter(RowContract contract, @Nullable Object[] previous, @Nullable Object[] row) {
        int order = contract.byKey().compare(previous, row);
        if (order == 0) {
            throw new DataException("Expecting each key of table "
                    + contract.spec().name() + " once but found again " + contract.keyOf(row));
        }
        if (order > 0) {
            throw new DataException("Expecting rows of table " + contract.spec().name() + " in key order but was "
                    + contract.keyOf(row) + " after " + contract.keyOf(previous));
        }
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
