package vn.chitieu.catalog.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.HeldFolder;
import vn.chitieu.catalog.Sha256;

/**
 * Tables in a folder: of so many rows in one file, {@code <table>.parquet}; of more in numbered ones, each of which but
 * the last is full, {@code <table>-<sum>-00001-of-00003.parquet}. Rows stand in key order, in each file and from one to
 * the next, so that the rows alone decide which file holds which and under what name: the sum is that of all the files.
 * The files of two runs are therefore never taken for those of one, whoever renews a folder while another reads it.
 */
public final class TableFiles {

    /** How many rows a file of a published table takes. */
    public static final int MOST_ROWS = 1_000_000;

    private final int mostRows;

    /**
     * Makes files of at most so many rows.
     *
     * @throws IllegalArgumentException if a file could hold none
     */
    public TableFiles(int mostRows) {
        if (mostRows < 1) {
            throw new IllegalArgumentException("Expecting at least 1 row a file but was " + mostRows);
        }
        this.mostRows = mostRows;
    }

    /**
     * What was written.
     *
     * @param files in the order of the rows, at least one
     * @param totals of the whole table
     */
    public record Written(List<TableFile> files, TableTotals totals) {

        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes a table, whole or not at all, to a folder that holds no files of it, holding one row at a time. Several
     * threads may write different tables at once.
     *
     * @throws DataException if a row breaks the contract, see {@link OrderedRows#next()}
     * @throws UncheckedIOException if a file cannot be written
     */
    public Written write(OrderedRows rows, Path folder) {
        try {
            if (DurableFiles.isOfThisMachine(folder)) {
                return write(rows, folder, folder);
            }
            try (HeldFolder here = HeldFolder.temporary()) {
                return write(rows, here.path(), folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expecting to write table " + rows.spec().name() + " to " + folder + " but was " + e, e);
        }
    }

    /** Writes on this machine first, and gives the files their names and places when the last one is written. */
    private Written write(OrderedRows rows, Path work, Path folder) throws IOException {
        String table = rows.spec().name();
        List<Path> unfinished = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        try {
            do {
                Path file = DurableFiles.unfinished(
                        work.resolve(table + "-" + (unfinished.size() + 1) + NumberedName.SUFFIX));
                Files.deleteIfExists(file);
                unfinished.add(file);
                counts.add(ParquetTables.writeNew(rows, mostRows, file));
            } while (rows.hasNext());
            List<String> sums = unfinished.stream().map(Sha256::ofFile).toList();
            List<String> names = sums.size() == 1 ? List.of(single(table)) : NumberedName.of(table, sums);
            List<TableFile> files = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                files.add(new TableFile(names.get(i), counts.get(i), sums.get(i), Files.size(unfinished.get(i))));
            }
            place(unfinished, names.stream().map(folder::resolve).toList());
            return new Written(files, rows.totals());
        } finally {
            unfinished.forEach(DurableFiles::deleteLeftOver);
        }
    }

    private static void place(List<Path> written, List<Path> places) throws IOException {
        boolean isPlaced = false;
        try {
            for (int i = 0; i < places.size(); i++) {
                if (DurableFiles.isOfThisMachine(places.get(i))) {
                    DurableFiles.force(written.get(i));
                    Files.move(written.get(i), places.get(i), StandardCopyOption.ATOMIC_MOVE);
                } else {
                    DurableFiles.replaceByCopy(places.get(i), written.get(i));
                }
            }
            isPlaced = true;
        } finally {
            if (!isPlaced) {
                places.forEach(DurableFiles::deleteLeftOver);
            }
        }
    }

    /**
     * Gives each row of some files to a reader, one at a time and in key order, and returns the totals of all.
     *
     * @param files that hold the table together, in the order of its rows
     * @throws DataException if a file is missing, cut short or damaged, or is of another table, or if its rows do not
     *     follow those of the file before
     */
    public static <E extends Exception> TableTotals scan(List<Path> files, TableSpec spec, RowReader<E> reader)
            throws E {
        Across<E> across = new Across<>(spec, reader);
        for (Path file : files) {
            across.next(file);
            ParquetTables.each(file, spec, across);
        }
        return across.counter.totals();
    }

    /**
     * Returns a table from the files of it that lie in a folder.
     *
     * @throws DataException if there is none, or not every one of them, or as {@link #scan}
     */
    public static Table read(Path folder, TableSpec spec) {
        List<Path> files = in(folder, spec.name());
        return read(files.isEmpty() ? List.of(folder.resolve(single(spec.name()))) : files, spec);
    }

    /** Returns a table as it was written, from the files that hold it together. */
    public static Table read(List<Path> files, TableSpec spec) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        scan(files, spec, rows::add);
        return new Table(spec, rows);
    }

    /** Passes rows on, adds them up, and looks whether the first of a file follows the last of the one before. */
    private static final class Across<E extends Exception> implements RowReader<E> {

        private final RowContract contract;
        private final TableTotals.Counter counter;
        private final RowReader<E> reader;
        private @Nullable Object @Nullable [] last;
        private @Nullable Path begun;

        Across(TableSpec spec, RowReader<E> reader) {
            this.contract = new RowContract(spec);
            this.counter = new TableTotals.Counter(spec);
            this.reader = reader;
        }

        void next(Path file) {
            begun = file;
        }

        @Override
        public void read(@Nullable Object[] row) throws E {
            if (begun != null) {
                if (last != null) {
                    requireFollowing(begun, last, row);
                }
                begun = null;
            }
            last = row;
            counter.add(row);
            reader.read(row);
        }

        private void requireFollowing(Path file, @Nullable Object[] before, @Nullable Object[] row) {
            try {
                contract.requireAfter(before, row);
            } catch (DataException e) {
                throw new DataException(
                        "Expecting file " + file + " to follow the one before it: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Returns the files in a folder that hold a table, in the order of its rows; none if it is not there. Where a
     * folder is being renewed and two runs stand in it, they are those of one.
     *
     * @throws DataException if there are some of several files and not all
     */
    public static List<Path> in(Path folder, String table) {
        Path single = folder.resolve(single(table));
        if (Files.isRegularFile(single)) {
            return List.of(single);
        }
        SortedMap<String, List<String>> together = new TreeMap<>();
        for (String name : names(folder)) {
            NumberedName.parse(name)
                    .filter(numbered -> numbered.table().equals(table))
                    .ifPresent(numbered -> together.computeIfAbsent(
                                    numbered.first().toString(), first -> new ArrayList<>())
                            .add(name));
        }
        for (List<String> names : together.values()) {
            if (names.size() == count(names)) {
                return names.stream().map(folder::resolve).toList();
            }
        }
        if (!together.isEmpty()) {
            List<String> some = Objects.requireNonNull(together.get(together.lastKey()));
            throw new DataException("Expecting " + count(some) + " files of table " + table + " in " + folder
                    + " but found only " + String.join(", ", some));
        }
        return List.of();
    }

    private static int count(List<String> names) {
        return NumberedName.parse(names.get(0)).orElseThrow().count();
    }

    private static String single(String table) {
        return table + NumberedName.SUFFIX;
    }

    /** Returns the names of what is in a folder, in order. */
    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> Objects.toString(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to list " + folder + " but was " + e, e);
        }
    }
}
