package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.mart.MartTables;

/** Three rows a file: a table of the numbers 1 to 7 lies in files of 1 to 3, 4 to 6 and 7 alone. */
@NullUnmarked // the test runner fills the field; class files keep no @Nullable inside generics
class TableFilesTest {

    private static final TableSpec SPEC = spec("projection");

    private static final TableFiles THREE_ROWS = new TableFiles(3);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} rows")
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "1|1", "3|3", "4|3 1", "6|3 3", "7|3 3 1"})
    void aFileIsFullBeforeTheNextBegins(int rows, String rowsOfFiles) {
        TableFiles.Written written = THREE_ROWS.write(OrderedRows.of(SPEC, numbers(rows)), folder);

        assertThat(written.files().stream().map(file -> String.valueOf(file.rows())))
                .containsExactly(rowsOfFiles.split(" "));
        assertThat(written.totals().rows()).isEqualTo(rows);
        assertThat(written.totals().sums()).containsEntry("value", rows * (rows + 1) / 2.0);
    }

    @Test
    void aTableOfAsManyRowsAsAFileTakesIsTheFileItWouldBeAlone() throws IOException {
        Path alone = folder.resolve("alone");
        ParquetTables.write(SPEC, numbers(3), alone);

        TableFiles.Written written = THREE_ROWS.write(OrderedRows.of(SPEC, numbers(3)), folder);

        assertThat(names()).containsExactly("alone", "projection.parquet");
        assertThat(folder.resolve("projection.parquet")).hasSameBinaryContentAs(alone);
        assertThat(written.files())
                .containsExactly(new TableFile("projection.parquet", 3, Sha256.ofFile(alone), Files.size(alone)));
    }

    @Test
    void severalFilesAreNumberedAndNamedByTheSumOfAll() throws IOException {
        TableFiles.Written written = THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), folder);

        String sums = String.join(
                "\n", written.files().stream().map(TableFile::sha256).toList());
        String sum = Sha256.of(sums).substring(0, 12);
        assertThat(names())
                .containsExactly(
                        "projection-" + sum + "-00001-of-00003.parquet",
                        "projection-" + sum + "-00002-of-00003.parquet",
                        "projection-" + sum + "-00003-of-00003.parquet");
        assertThat(numbersIn(folder.resolve(names().get(0)))).containsExactly(1, 2, 3);
        assertThat(numbersIn(folder.resolve(names().get(1)))).containsExactly(4, 5, 6);
        assertThat(numbersIn(folder.resolve(names().get(2)))).containsExactly(7);
        for (TableFile file : written.files()) {
            assertThat(Sha256.ofFile(folder.resolve(file.file()))).isEqualTo(file.sha256());
            assertThat(Files.size(folder.resolve(file.file()))).isEqualTo(file.bytes());
        }
    }

    @Test
    void whatIsReadAcrossTheFilesIsWhatWasWritten() {
        TableFiles.Written written = THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), folder);

        List<Integer> read = new ArrayList<>();
        TableTotals found =
                TableFiles.scan(TableFiles.in(folder, "projection"), SPEC, row -> read.add((Integer) row[0]));

        assertThat(read).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(found).isEqualTo(written.totals());
        assertThat(TableFiles.read(folder, SPEC).rows()).hasSize(7);
    }

    @Test
    void theFilesFollowFromTheRowsAlone() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        numbers(1000).forEachRemaining(rows::add);
        Collections.shuffle(rows, new Random(1));

        TableFiles.Written streamed = new TableFiles(300).write(OrderedRows.of(SPEC, numbers(1000)), folder);
        List<String> names = names();
        TableFiles.Written again = new TableFiles(300).write(OrderedRows.of(new Table(SPEC, rows)), folder);

        assertThat(again.files()).hasSize(4).isEqualTo(streamed.files());
        assertThat(names()).isEqualTo(names);
    }

    @Test
    void anotherCellInTheLastFileGivesEachAnotherName() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        numbers(4).forEachRemaining(rows::add);
        List<String> before = THREE_ROWS.write(OrderedRows.of(SPEC, rows.iterator()), folder).files().stream()
                .map(TableFile::file)
                .toList();
        rows.set(3, new Object[] {4, 4.5});

        TableFiles.Written after = THREE_ROWS.write(OrderedRows.of(SPEC, rows.iterator()), folder);

        assertThat(after.files().stream().map(TableFile::file)).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(folder.resolve(after.files().get(0).file())).hasSameBinaryContentAs(folder.resolve(before.get(0)));
    }

    @Test
    void aKeyThatComesAgainInTheNextFileIsRefusedAndNothingWritten() throws IOException {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> THREE_ROWS.write(OrderedRows.of(SPEC, rows(1, 2, 3, 3, 4)), folder))
                .withMessage("Expecting each key of table projection once but found again (number=3)");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> THREE_ROWS.write(OrderedRows.of(SPEC, rows(1, 2, 3, 4, 5, 6, 5)), folder))
                .withMessage("Expecting rows of table projection in key order but was (number=5) after (number=6)");
        assertThat(names()).isEmpty();
    }

    @Test
    void rowsThatEndInAFailureLeaveNothing() throws IOException {
        Iterator<Object[]> failing = RowIterators.mapped(numbers(7), row -> {
            if (row[0].equals(6)) {
                throw new IllegalStateException("no sixth row");
            }
            return row;
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> THREE_ROWS.write(OrderedRows.of(SPEC, failing), folder))
                .withMessage("no sixth row");
        assertThat(names()).isEmpty();
    }

    @Test
    void filesThatDoNotFollowEachOtherAreNotOneTable() {
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), folder);
        List<Path> files = TableFiles.in(folder, "projection");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFiles.read(List.of(files.get(0), files.get(2), files.get(1)), SPEC))
                .withMessage("Expecting file " + files.get(1) + " to follow the one before it: Expecting rows of table"
                        + " projection in key order but was (number=4) after (number=7)");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFiles.read(List.of(files.get(0), files.get(0)), SPEC))
                .withMessageEndingWith("in key order but was (number=1) after (number=3)");
    }

    @Test
    void whatAReaderThrowsIsWhatTheScanThrows() {
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(4)), folder);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TableFiles.scan(TableFiles.in(folder, "projection"), SPEC, row -> {
                    throw new IOException("the pipe is closed");
                }))
                .withMessage("the pipe is closed");
    }

    @Test
    void aFolderTellsTheFilesOfATableFromThoseOfAnother() throws IOException {
        assertThat(TableFiles.in(folder.resolve("none"), "projection")).isEmpty();
        THREE_ROWS.write(OrderedRows.of(spec("projection_history"), numbers(4)), folder);
        assertThat(TableFiles.in(folder, "projection")).isEmpty();
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), folder);

        assertThat(TableFiles.in(folder, "projection")).hasSize(3);
        assertThat(TableFiles.in(folder, "projection_history")).hasSize(2);
        try (var glob = Files.newDirectoryStream(folder, "projection-*.parquet")) {
            assertThat(glob).containsExactlyInAnyOrderElementsOf(TableFiles.in(folder, "projection"));
        }
        assertThat(MartTables.all()).allSatisfy(spec -> assertThat(spec.name()).matches("[a-z0-9_]+"));
    }

    @Test
    void aFolderThatIsBeingRenewedGivesTheFilesOfOneRun() throws IOException {
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(4)), folder);
        List<Path> old = TableFiles.in(folder, "projection");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), elsewhere);
        List<Path> renewed = TableFiles.in(elsewhere, "projection");

        for (Path file : renewed) {
            Files.copy(file, folder.resolve(file.getFileName()));
            assertThat(TableFiles.read(folder, SPEC).rows().size()).isIn(4, 7);
        }
        for (Path file : old) {
            Files.delete(file);
            assertThat(TableFiles.read(folder, SPEC).rows()).hasSize(7);
        }
        Files.delete(folder.resolve(renewed.get(1).getFileName()));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFiles.read(folder, SPEC))
                .withMessage("Expecting 3 files of table projection in " + folder + " but found only "
                        + renewed.get(0).getFileName() + ", " + renewed.get(2).getFileName());
    }

    @Test
    void aTableThatIsNotThereIsMissedByName() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFiles.read(folder, SPEC))
                .withMessage("Expecting table projection in file " + folder.resolve("projection.parquet")
                        + " but found no such file");
    }

    @Test
    void duckDbFindsTheFilesOfATableByAPattern() throws SQLException {
        THREE_ROWS.write(OrderedRows.of(SPEC, numbers(7)), folder);
        THREE_ROWS.write(OrderedRows.of(spec("projection_history"), numbers(4)), folder);

        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), sum(number), string_agg(number, ' ' ORDER BY number) FROM '"
                                + folder.resolve("projection-*.parquet") + "'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(7);
            assertThat(row.getInt(2)).isEqualTo(28);
            assertThat(row.getString(3)).isEqualTo("1 2 3 4 5 6 7");
        }
    }

    @Test
    void aFileTakesAtLeastOneRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableFiles(0))
                .withMessage("Expecting at least 1 row a file but was 0");
    }

    private static TableSpec spec(String name) {
        return new TableSpec(
                name,
                List.of(Column.required("number", ColumnType.INTEGER), Column.required("value", ColumnType.DOUBLE)),
                List.of("number"));
    }

    private static Iterator<Object[]> numbers(int count) {
        return rows(IntStream.rangeClosed(1, count).toArray());
    }

    private static Iterator<Object[]> rows(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new Object[] {number, (double) number})
                .iterator();
    }

    private static List<Integer> numbersIn(Path file) {
        List<Integer> numbers = new ArrayList<>();
        ParquetTables.scan(file, SPEC, row -> numbers.add((Integer) row[0]));
        return numbers;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
