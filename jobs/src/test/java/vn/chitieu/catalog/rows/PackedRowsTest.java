package vn.chitieu.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;

@NullUnmarked // class files keep no @Nullable inside generics
class PackedRowsTest {

    private static final TableSpec SPEC = new TableSpec(
            "sample",
            List.of(
                    Column.required("area_code", ColumnType.TEXT),
                    Column.required("year", ColumnType.INTEGER),
                    Column.optional("name_vi", ColumnType.TEXT),
                    Column.optional("published_date", ColumnType.DATE),
                    Column.optional("rows", ColumnType.BIGINT),
                    Column.optional("value_million", ColumnType.DECIMAL),
                    Column.optional("growth_pct", ColumnType.DOUBLE),
                    Column.optional("is_known", ColumnType.BOOLEAN)),
            List.of("area_code", "year"));

    private static Object[] row(String area, int year, Object... others) {
        Object[] row = new Object[8];
        row[0] = area;
        row[1] = year;
        System.arraycopy(others, 0, row, 2, others.length);
        return row;
    }

    private static List<Object[]> unpacked(PackedRows rows) {
        List<Object[]> unpacked = new ArrayList<>();
        rows.rows(SPEC).forEachRemaining(unpacked::add);
        return unpacked;
    }

    /** A table of one text column, the key, and another. */
    private static TableSpec ofTexts() {
        return new TableSpec(
                "text",
                List.of(Column.required("year", ColumnType.INTEGER), Column.required("name", ColumnType.TEXT)),
                List.of("year"));
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                        texts("", " ", "GRDP", "Hậu Giang", "\u0000", "\u007f\u0080\u07ff\u0800\uffff", "𠀋 𝒳 😀"),
                        cells(3, LocalDate.EPOCH, LocalDate.of(1969, 12, 31), LocalDate.of(1, 1, 1)),
                        cells(3, LocalDate.MIN, LocalDate.MAX, LocalDate.of(2024, 2, 29)),
                        cells(4, 0L, -1L, 63L, 64L, -64L, -65L, Long.MIN_VALUE, Long.MAX_VALUE),
                        cells(5, new BigDecimal("0.0000"), new BigDecimal("-0.0001"), new BigDecimal("-1234.5000")),
                        cells(5, new BigDecimal("99999999999999.9999"), new BigDecimal("-99999999999999.9999")),
                        cells(6, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, Math.nextUp(8.74)),
                        cells(7, true, false))
                .flatMap(edges -> edges);
    }

    private static Stream<Arguments> texts(String... texts) {
        return cells(2, (Object[]) texts);
    }

    private static Stream<Arguments> cells(int column, Object... cells) {
        return Arrays.stream(cells).map(cell -> Arguments.of(column, cell));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void aCellComesBackEqual(int column, Object cell) {
        Object[] filled = row("VN", 2025);
        filled[column] = cell;
        Object[] empty = row("VN", 2026);
        Object[] again = row("VN", 2027);
        again[column] = cell;

        assertThat(unpacked(PackedRows.of(SPEC, List.of(filled, empty, again)))).containsExactly(filled, empty, again);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE})
    void aWholeNumberComesBackEqual(int year) {
        assertThat(unpacked(PackedRows.of(SPEC, List.<Object[]>of(row("VN", year)))))
                .containsExactly(row("VN", year));
    }

    @Test
    void cellsComeBackInTheirOneStoredForm() {
        Object[] row = row("VN", 2025, null, null, null, new BigDecimal("-1.5"), -0.0);

        assertThat(unpacked(PackedRows.of(SPEC, List.<Object[]>of(row))))
                .containsExactly(row("VN", 2025, null, null, null, new BigDecimal("-1.5000"), 0.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {8191, 8192, 8193, 70_000, 300_000})
    void aLongTextComesBackEqual(int length) {
        Object[] first = row("VN", 2025, "ộ".repeat(length));
        Object[] second = row("VN", 2026, "ồ".repeat(length));
        Object[] third = row("VN", 2027, "ộ".repeat(length));

        assertThat(unpacked(PackedRows.of(SPEC, List.of(first, second, third)))).containsExactly(first, second, third);
    }

    @Test
    void noRowsAreNoBytes() {
        PackedRows none = PackedRows.of(SPEC, List.of());

        assertThat(none.size()).isZero();
        assertThat(none.bytes()).isZero();
        assertThat(none.rows(SPEC)).isExhausted();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> none.rows(SPEC).next());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rowsInAnotherOrderAreTheSameBytes(long seed) {
        Random random = new Random(seed);
        List<Object[]> rows = new ArrayList<>(randomRows(random, 3000));
        rows.add(row("VN-0", 9999, "one"));
        rows.add(row("VN-0", 9999, "two")); // a key given twice has an order too
        PackedRows packed = PackedRows.of(SPEC, rows);

        Collections.shuffle(rows, random);

        assertThat(PackedRows.of(SPEC, rows).packed()).isEqualTo(packed.packed());
        assertThat(unpacked(packed)).containsExactlyElementsOf(sorted(rows));
    }

    private static List<Object[]> randomRows(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> row(
                        "VN-" + random.nextInt(7),
                        i,
                        random.nextInt(3) == 0 ? null : "Chỉ tiêu " + random.nextInt(50),
                        random.nextInt(3) == 0 ? null : LocalDate.EPOCH.plusDays(random.nextInt(-30_000, 30_000)),
                        random.nextInt(3) == 0 ? null : random.nextLong() >> random.nextInt(64),
                        random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(), 4),
                        random.nextInt(3) == 0 ? null : random.nextGaussian(),
                        random.nextInt(3) == 0 ? null : random.nextBoolean()))
                .toList();
    }

    private static List<Object[]> sorted(List<Object[]> rows) {
        return rows.stream()
                .sorted((a, b) -> {
                    int byArea = ((String) a[0]).compareTo((String) b[0]);
                    int byYear = Integer.compare((Integer) a[1], (Integer) b[1]);
                    return byArea != 0 ? byArea : byYear != 0 ? byYear : ((String) a[2]).compareTo((String) b[2]);
                })
                .toList();
    }

    @Test
    void aRowThatItsReaderChangesLeavesTheNextAsItWas() {
        PackedRows packed = PackedRows.of(SPEC, List.of(row("VN", 2025, "GRDP"), row("VN", 2026, "GRDP")));

        Iterator<Object[]> rows = packed.rows(SPEC);
        Arrays.fill(rows.next(), null);

        assertThat(rows.next()).containsExactly(row("VN", 2026, "GRDP"));
    }

    /** A byte that says which cells are new, two for the year, and nothing for what stands in the row above too. */
    @Test
    void whatStandsInTheRowAboveCostsNothing() {
        List<Object[]> rows = IntStream.range(2000, 2100)
                .mapToObj(year -> row("VN", year, "Tổng sản phẩm", LocalDate.EPOCH, 1L, null, 8.74, true))
                .toList();

        int first = PackedRows.of(SPEC, rows.subList(0, 1)).bytes();

        assertThat(PackedRows.of(SPEC, rows).bytes()).isEqualTo(first + 99 * (1 + 2));
    }

    /** A byte that says which cells are new, two for the year, and one for the text, however long it is. */
    @Test
    void aTextThatTheColumnHadBeforeCostsAByte() {
        List<Object[]> rows = IntStream.range(2000, 2100)
                .mapToObj(year -> new Object[] {year, (year % 2 == 0 ? "a" : "b").repeat(1000)})
                .toList();

        int first = PackedRows.of(ofTexts(), rows.subList(0, 2)).bytes();

        assertThat(first).isEqualTo(2 * (1 + 2 + 1 + 2 + 1000)); // new: that it is, its length and itself
        assertThat(PackedRows.of(ofTexts(), rows).bytes()).isEqualTo(first + 98 * (1 + 2 + 1));
    }

    /** 100 texts of 4,001 characters: no more than 32 of them are known at a time, and all come back. */
    @Test
    void textsThatAreTooManyToBeKnownAreWrittenAgain() {
        List<Object[]> rows = IntStream.range(2000, 2200)
                .mapToObj(year -> new Object[] {year, (char) ('0' + year % 100) + "x".repeat(4000)})
                .toList();

        PackedRows packed = PackedRows.of(ofTexts(), rows);

        assertThat(packed.bytes()).isGreaterThan(200 * 4001).isLessThan(200 * 4010);
        assertThat(packed.rows(ofTexts())).toIterable().containsExactlyElementsOf(rows);
    }

    @Test
    void anEmptyCellOfARequiredColumnIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> PackedRows.of(SPEC, List.of(row("VN", 2025), row(null, 2026))))
                .withMessage("Expecting a filled cell in column area_code of table sample, row (area_code=(empty),"
                        + " year=2026) but was empty");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        PackedRows.of(SPEC, List.<Object[]>of(row("VN", 2025, null, null, null, null, Double.NaN))))
                .withMessage("Expecting a finite number, or an empty cell where none is known, in column growth_pct of"
                        + " table sample, row (area_code=VN, year=2025) but was NaN");
    }

    @Test
    void rowsAreNotReadAsThoseOfAnotherTable() {
        PackedRows packed = PackedRows.of(SPEC, List.<Object[]>of(row("VN", 2025)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> packed.rows(ofTexts()))
                .withMessage("Expecting rows of table text but was given rows of table sample");
    }

    @Test
    void theyTravelFromOneMachineToAnother() throws IOException, ClassNotFoundException {
        PackedRows packed = PackedRows.of(SPEC, randomRows(new Random(1), 100));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
            out.writeObject(packed);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
            PackedRows arrived = (PackedRows) in.readObject();
            assertThat(arrived.table()).isEqualTo("sample");
            assertThat(arrived.size()).isEqualTo(100);
            assertThat(unpacked(arrived)).containsExactlyElementsOf(unpacked(packed));
        }
        assertThat(wire.size()).isLessThan(packed.bytes() + 200);
    }
}
