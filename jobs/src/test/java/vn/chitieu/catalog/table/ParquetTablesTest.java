package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.mart.MartTables;

@NullUnmarked // the test runner fills the field; class files keep no @Nullable inside generics
class ParquetTablesTest {

    private static final TableSpec SPEC = new TableSpec(
            "sample",
            List.of(
                    Column.required("area_code", ColumnType.TEXT),
                    Column.required("year", ColumnType.INTEGER),
                    Column.optional("name_vi", ColumnType.TEXT),
                    Column.optional("published_date", ColumnType.DATE),
                    Column.optional("rows", ColumnType.BIGINT),
                    Column.optional("value_billion_vnd", ColumnType.DECIMAL),
                    Column.optional("growth_pct", ColumnType.DOUBLE),
                    Column.optional("is_known", ColumnType.BOOLEAN)),
            List.of("area_code", "year"));

    private static final Object[] HAU_GIANG = {
        "VN-HG",
        2025,
        "Tổng sản phẩm trên địa bàn tỉnh Hậu Giang",
        LocalDate.of(2025, 6, 30),
        3_000_000_000L,
        new BigDecimal("-1234.5"),
        8.74,
        true
    };

    private static final Object[] EMPTY = {"VN", 2025, null, null, null, null, null, null};

    @TempDir
    private Path directory;

    @Test
    void everyTypeComesBackAsItWasWritten() {
        Path file = directory.resolve("sample.parquet");

        TableTotals written = ParquetTables.write(table(HAU_GIANG, EMPTY), file);

        Table read = ParquetTables.read(file, SPEC);
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(0)).containsExactly(EMPTY);
        assertThat(read.rows().get(1))
                .containsExactly(
                        "VN-HG",
                        2025,
                        "Tổng sản phẩm trên địa bàn tỉnh Hậu Giang",
                        LocalDate.of(2025, 6, 30),
                        3_000_000_000L,
                        new BigDecimal("-1234.5000"),
                        8.74,
                        true);
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.sums())
                .containsExactly(
                        entry("growth_pct", 8.74),
                        entry("rows", 3e9),
                        entry("value_billion_vnd", -1234.5),
                        entry("year", 4050.0));
        assertThat(ParquetTables.scan(file, SPEC, row -> {})).isEqualTo(written);
    }

    @Test
    void onlyTheFileItselfIsLeftInTheDirectory() throws IOException {
        ParquetTables.write(table(HAU_GIANG), directory.resolve("sample.parquet"));
        ParquetTables.write(table(EMPTY), directory.resolve("sample.parquet"));

        assertThat(names(directory)).containsExactly("sample.parquet");
        assertThat(ParquetTables.read(directory.resolve("sample.parquet"), SPEC).rows())
                .hasSize(1);
    }

    @Test
    void duckDbSeesTheTypesAndValues() throws SQLException {
        Path file = directory.resolve("sample.parquet");
        ParquetTables.write(table(HAU_GIANG, EMPTY), file);

        assertThat(duckDbTypes(file))
                .containsExactly(
                        entry("area_code", "VARCHAR"),
                        entry("year", "INTEGER"),
                        entry("name_vi", "VARCHAR"),
                        entry("published_date", "DATE"),
                        entry("rows", "BIGINT"),
                        entry("value_billion_vnd", "DECIMAL(18,4)"),
                        entry("growth_pct", "DOUBLE"),
                        entry("is_known", "BOOLEAN"));
        assertThat(duckDb("SELECT * FROM '" + file + "'"))
                .containsExactly(
                        "VN|2025|null|null|null|null|null|null",
                        "VN-HG|2025|Tổng sản phẩm trên địa bàn tỉnh Hậu Giang|2025-06-30|3000000000|-1234.5000|8.74|true");
        assertThat(duckDb("SELECT compression, count(*) FROM parquet_metadata('" + file + "') GROUP BY 1"))
                .containsExactly("ZSTD|8");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rowsInAnotherOrderGiveTheSameBytes(long seed) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(new Object[] {
                "VN-" + i % 7,
                i,
                i % 5 == 0 ? null : "Chỉ tiêu " + i,
                null,
                1L * i,
                new BigDecimal(i),
                i / 7.0,
                i % 2 == 0
            });
        }
        Path first = directory.resolve("first.parquet");
        ParquetTables.write(new Table(SPEC, rows), first);
        Collections.shuffle(rows, new Random(seed));
        Path second = directory.resolve("second.parquet");
        ParquetTables.write(new Table(SPEC, rows), second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void equalNumbersGiveTheSameBytesHoweverTheyAreHeld() {
        Path plain = directory.resolve("plain.parquet");
        Path odd = directory.resolve("odd.parquet");
        ParquetTables.write(table(row("VN", 2025, null, null, null, new BigDecimal("100"), 0.0, null)), plain);
        ParquetTables.write(table(row("VN", 2025, null, null, null, new BigDecimal("1.0E+2"), -0.0, null)), odd);

        assertThat(odd).hasSameBinaryContentAs(plain);
    }

    @Test
    void aStreamInKeyOrderGivesTheSameBytesAsATable() {
        Path table = directory.resolve("table.parquet");
        Path stream = directory.resolve("stream.parquet");
        ParquetTables.write(table(HAU_GIANG, EMPTY), table);
        ParquetTables.write(SPEC, List.of(EMPTY, HAU_GIANG).iterator(), stream);

        assertThat(stream).hasSameBinaryContentAs(table);
    }

    @Test
    void refusesAStreamOutOfOrder() {
        assertRefused(
                () -> ParquetTables.write(SPEC, List.of(HAU_GIANG, EMPTY).iterator(), directory.resolve("x.parquet")),
                "Expecting rows of table sample in key order but was (area_code=VN, year=2025)"
                        + " after (area_code=VN-HG, year=2025)");
    }

    @Test
    void refusesAKeyGivenTwiceAndLeavesTheOldFile() throws IOException {
        Path file = directory.resolve("sample.parquet");
        ParquetTables.write(table(EMPTY), file);
        byte[] before = Files.readAllBytes(file);

        assertRefused(
                () -> ParquetTables.write(table(EMPTY, HAU_GIANG, EMPTY), file),
                "Expecting each key of table sample once but found again (area_code=VN, year=2025)");
        assertThat(file).hasBinaryContent(before);
        assertThat(names(directory)).containsExactly("sample.parquet");
    }

    static Stream<Arguments> refusedRows() {
        return Stream.of(
                refused(
                        row("VN", 2025, null, null, null, null, Double.NaN, null),
                        "Expecting a finite number, or an empty cell where none is known, in column growth_pct of table"
                                + " sample, row (area_code=VN, year=2025) but was NaN"),
                refused(
                        row("VN", 2025, null, null, null, null, Double.NEGATIVE_INFINITY, null),
                        "Expecting a finite number, or an empty cell where none is known, in column growth_pct of table"
                                + " sample, row (area_code=VN, year=2025) but was -Infinity"),
                refused(
                        row("VN", null, null, null, null, null, null, null),
                        "Expecting a filled cell in column year of table sample, row (area_code=VN, year=(empty))"
                                + " but was empty"),
                refused(
                        row("VN", 2025, null, null, null, null, 5, null),
                        "Expecting DOUBLE as a Double in column growth_pct of table sample,"
                                + " row (area_code=VN, year=2025) but was Integer 5"),
                refused(
                        row("VN", 2025, null, null, null, new BigDecimal("0.12345"), null, null),
                        "Expecting at most 14 digits before and 4 after the decimal point; round before writing; in"
                                + " column value_billion_vnd of table sample, row (area_code=VN, year=2025)"
                                + " but was 0.12345"),
                refused(
                        row("VN", 2025, null, null, null, new BigDecimal("123456789012345"), null, null),
                        "Expecting at most 14 digits before and 4 after the decimal point; round before writing; in"
                                + " column value_billion_vnd of table sample, row (area_code=VN, year=2025)"
                                + " but was 123456789012345"),
                refused(
                        row("VN", 2025, "a\uD800", null, null, null, null, null),
                        "Expecting text that UTF-8 can hold in column name_vi of table sample,"
                                + " row (area_code=VN, year=2025) but was half a surrogate pair at position 1"),
                refused(row("VN", 2025), "Expecting 8 cells in each row of table sample but was 2: [VN, 2025]"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedRows")
    void refusesARowThatBreaksTheContract(Object[] row, String message) throws IOException {
        Path file = directory.resolve("sample.parquet");

        assertRefused(() -> ParquetTables.write(table(row), file), message);
        assertRefused(
                () -> ParquetTables.write(SPEC, List.of(EMPTY_OF_2024, row).iterator(), file), message);
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void acceptsTheLargestDecimal() {
        Path file = directory.resolve("sample.parquet");
        BigDecimal largest = new BigDecimal("99999999999999.9999");

        ParquetTables.write(table(row("VN", 2025, "😀", null, null, largest, Double.MAX_VALUE, null)), file);

        assertThat(ParquetTables.read(file, SPEC).rows().get(0))
                .containsExactly("VN", 2025, "😀", null, null, largest, Double.MAX_VALUE, null);
    }

    @Test
    void saysThatAFileIsMissing() {
        Path file = directory.resolve("none.parquet");

        assertRefused(
                () -> ParquetTables.read(file, SPEC),
                "Expecting table sample in file " + file + " but found no such file");
    }

    @ParameterizedTest(name = "cut to {0} %")
    @ValueSource(ints = {0, 1, 50, 99})
    void saysThatAFileIsCutShort(int percent) throws IOException {
        Path file = directory.resolve("sample.parquet");
        ParquetTables.write(table(HAU_GIANG, EMPTY), file);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(content.length() * percent / 100);
        }

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ParquetTables.read(file, SPEC))
                .withMessageStartingWith(
                        "Expecting a complete Parquet file of table sample at " + file + " but was unreadable (");
    }

    @Test
    void saysThatAFileWasChangedInTheMiddle() throws IOException {
        Path file = directory.resolve("sample.parquet");
        ParquetTables.write(table(HAU_GIANG, EMPTY), file);
        byte[] content = Files.readAllBytes(file);
        for (int i = 40; i < 60; i++) {
            content[i] ^= 0x55;
        }
        Files.write(file, content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ParquetTables.read(file, SPEC))
                .withMessageStartingWith("Expecting a complete Parquet file of table sample at " + file);
    }

    @Test
    void saysThatAFileIsOfAnotherTable() {
        Path file = directory.resolve("sample.parquet");
        ParquetTables.write(table(HAU_GIANG), file);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ParquetTables.read(file, MartTables.DIM_AREA))
                .withMessageStartingWith(
                        "Expecting table dim_area with the columns [required binary area_code (STRING)");
    }

    static Stream<TableSpec> martTables() {
        return MartTables.all().stream();
    }

    @ParameterizedTest
    @MethodSource("martTables")
    void everyPublishedTableCanBeEmpty(TableSpec spec) throws SQLException {
        Path file = directory.resolve(spec.name() + ".parquet");

        assertThat(ParquetTables.write(new Table(spec, List.of()), file).rows()).isZero();

        assertThat(ParquetTables.read(file, spec).rows()).isEmpty();
        assertThat(duckDbTypes(file).keySet())
                .containsExactlyElementsOf(
                        spec.columns().stream().map(Column::name).toList());
        assertThat(duckDb("SELECT count(*) FROM '" + file + "'")).containsExactly("0");
    }

    @Test
    void largeTablesComeBackWhole() {
        Path file = directory.resolve("large.parquet");
        int count = 200_000;

        TableTotals written = ParquetTables.write(
                SPEC,
                IntStream.range(0, count)
                        .mapToObj(i -> row("VN", i, "Chỉ tiêu số " + i, null, 1L * i, null, Math.sqrt(i), null))
                        .iterator(),
                file);

        assertThat(written.rows()).isEqualTo(count);
        assertThat(written.sums()).containsEntry("rows", 1.0 * count * (count - 1) / 2);
        assertThat(ParquetTables.scan(file, SPEC, row -> {})).isEqualTo(written);
    }

    private static final Object[] EMPTY_OF_2024 = {"VN", 2024, null, null, null, null, null, null};

    private static Arguments refused(Object[] row, String message) {
        return Arguments.of(row, message);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private static Table table(Object[]... rows) {
        return new Table(SPEC, List.of(rows));
    }

    private static void assertRefused(Runnable action, String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(action::run).withMessage(message);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> duckDbTypes(Path file) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : duckDb("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + file + "')")) {
            types.put(column.substring(0, column.indexOf('|')), column.substring(column.indexOf('|') + 1));
        }
        return types;
    }

    private static List<String> duckDb(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}
