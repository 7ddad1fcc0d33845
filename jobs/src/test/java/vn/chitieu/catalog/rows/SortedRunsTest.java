package vn.chitieu.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.HeldFolder;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.TableSpec;

@NullUnmarked // the test runner fills the field; class files keep no @Nullable inside generics
class SortedRunsTest {

    private static final TableSpec SPEC = spec("sample");

    private static final TableSpec OTHER = spec("other");

    @TempDir
    private Path directory;

    private static TableSpec spec(String name) {
        return new TableSpec(
                name,
                List.of(
                        Column.required("area_code", ColumnType.TEXT),
                        Column.required("year", ColumnType.INTEGER),
                        Column.optional("name_vi", ColumnType.TEXT),
                        Column.optional("growth_pct", ColumnType.DOUBLE)),
                List.of("area_code", "year"));
    }

    private static Object[] row(String area, int year) {
        return new Object[] {area, year, null, null};
    }

    private SortedRuns open() throws IOException {
        HeldFolder folder = HeldFolder.in(directory, "runs-");
        return SortedRuns.open(folder, folder.path().resolve("rows"));
    }

    private static List<Object[]> all(Iterator<Object[]> rows) {
        List<Object[]> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    /** Rows of 20 areas, made area by area, of which every third pack holds keys that lie among those of another. */
    private static List<PackedRows> packs(Random random, List<Object[]> whole) {
        List<List<Object[]>> parts = new ArrayList<>();
        for (int part = 0; part < 30; part++) {
            parts.add(new ArrayList<>());
        }
        for (int area = 0; area < 20; area++) {
            for (int year = -100; year < 100; year++) {
                int part = random.nextInt(3) == 0 ? 20 + random.nextInt(10) : area;
                String name = random.nextInt(4) == 0 ? null : "Chỉ tiêu " + random.nextInt(40);
                Object[] row = {"VN-" + area, year, name, random.nextInt(4) == 0 ? null : random.nextGaussian()};
                parts.get(part).add(row);
                whole.add(row);
            }
        }
        whole.sort((a, b) -> a[0].equals(b[0])
                ? Integer.compare((Integer) a[1], (Integer) b[1])
                : ((String) a[0]).compareTo((String) b[0]));
        return new ArrayList<>(
                parts.stream().map(part -> PackedRows.of(SPEC, part)).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void packsPutInAnyOrderComeBackAsTheSortedWhole(long seed) throws IOException {
        Random random = new Random(seed);
        List<Object[]> whole = new ArrayList<>();
        List<PackedRows> packs = packs(random, whole);
        Collections.shuffle(packs, random);
        try (SortedRuns runs = open()) {
            packs.parallelStream().forEach(pack -> runs.put("VN", pack));

            assertThat(runs.size(SPEC)).isEqualTo(20 * 200);
            assertThat(all(runs.rows(SPEC))).containsExactlyElementsOf(whole);
            assertThat(all(runs.rows(SPEC))).containsExactlyElementsOf(whole); // as often as it is asked for
        }
    }

    @Test
    void twoThousandPacksComeBackAsTheSortedWhole() throws IOException {
        List<PackedRows> packs = new ArrayList<>(IntStream.range(0, 2000)
                .mapToObj(i -> PackedRows.of(
                        SPEC,
                        IntStream.range(0, 10)
                                .mapToObj(j -> row("VN-" + (1000 + i / 2), 2 * j + i % 2))
                                .toList()))
                .toList());
        Collections.shuffle(packs, new Random(1));
        try (SortedRuns runs = open()) {
            packs.forEach(pack -> runs.put("VN", pack));

            Iterator<Object[]> rows = runs.rows(SPEC);
            for (int i = 0; i < 20_000; i++) {
                assertThat(rows.next()).containsExactly(row("VN-" + (1000 + i / 20), i % 20));
            }
            assertThat(rows).isExhausted();
        }
    }

    @Test
    void eachTableHasItsOwnRows() throws IOException {
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(row("VN-2", 2025))));
            runs.put("VN", PackedRows.of(OTHER, List.<Object[]>of(row("VN", 2024))));
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(row("VN-1", 2025))));

            assertThat(all(runs.rows(SPEC))).containsExactly(row("VN-1", 2025), row("VN-2", 2025));
            assertThat(all(runs.rows(OTHER))).containsExactly(row("VN", 2024));
            assertThat(runs.size(OTHER)).isEqualTo(1);
        }
    }

    /** Two packs of VN-1, the later years first, and one of VN-10, whose code begins alike. */
    @Test
    void eachAreaHasItsOwnRowsOfEachTable() throws IOException {
        try (SortedRuns runs = open()) {
            runs.put("VN-1", PackedRows.of(SPEC, List.<Object[]>of(row("VN-1", 2025))));
            runs.put("VN-10", PackedRows.of(SPEC, List.<Object[]>of(row("VN-10", 2025))));
            runs.put("VN-1", PackedRows.of(SPEC, List.of(row("VN-1", 2024), row("VN-1", 2023))));
            runs.put("VN-2", PackedRows.of(OTHER, List.<Object[]>of(row("VN-2", 2025))));

            assertThat(runs.areas(SPEC)).containsExactly("VN-1", "VN-10");
            assertThat(runs.areas(OTHER)).containsExactly("VN-2");
            assertThat(all(runs.rows(SPEC, "VN-1")))
                    .containsExactly(row("VN-1", 2023), row("VN-1", 2024), row("VN-1", 2025));
            assertThat(runs.rows(SPEC, "VN-2")).isExhausted();
            assertThat(runs.size(SPEC)).isEqualTo(4);
        }
    }

    @Test
    void aTableThatNobodyPutHasNoRows() throws IOException {
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.of()));

            assertThat(runs.size(SPEC)).isZero();
            assertThat(runs.rows(SPEC)).isExhausted();
            assertThat(runs.rows(OTHER)).isExhausted();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> runs.rows(OTHER).next());
        }
    }

    /** 3 bytes a character: each text is read in more than 20 parts. */
    @Test
    void aTextLongerThanWhatIsReadAtOnceComesBack() throws IOException {
        Object[] first = {"VN", 2025, "ộ".repeat(60_000), 8.74};
        Object[] second = {"VN", 2026, "ồ".repeat(60_000), -8.74};
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.of(first, second)));

            assertThat(all(runs.rows(SPEC))).containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKeyOfTwoPacksComesTwiceAndIsRefusedByTheWriter(boolean otherFirst) throws IOException {
        Object[] grdp = {"VN", 2025, "GRDP", 8.74};
        Object[] again = {"VN", 2025, "GRDP", 8.75};
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(otherFirst ? again : grdp)));
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(otherFirst ? grdp : again)));

            assertThat(all(runs.rows(SPEC))).containsExactly(grdp, again);
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> ParquetTables.write(SPEC, runs.rows(SPEC), directory.resolve("sample.parquet")))
                    .withMessage("Expecting each key of table sample once but found again (area_code=VN, year=2025)");
        }
    }

    @Test
    void whatIsWrittenFromThemIsWhatWasPut() throws IOException {
        List<Object[]> whole = new ArrayList<>();
        List<PackedRows> packs = packs(new Random(1), whole);
        Path file = directory.resolve("sample.parquet");
        try (SortedRuns runs = open()) {
            packs.forEach(pack -> runs.put("VN", pack));
            ParquetTables.write(SPEC, runs.rows(SPEC), file);
        }

        assertThat(ParquetTables.read(file, SPEC).rows()).containsExactlyElementsOf(whole);
    }

    @Test
    void closingLeavesNothingBehind() throws IOException {
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(row("VN", 2025))));
            assertThat(directory).isNotEmptyDirectory();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileThatWasCutShortIsNamed() throws IOException {
        try (SortedRuns runs = open()) {
            runs.put("VN", PackedRows.of(SPEC, List.<Object[]>of(row("VN", 2025))));
            Path file = heldFile();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> runs.rows(SPEC))
                    .withMessage("Expecting rows of table sample at byte 0 of " + file
                            + " but was java.io.EOFException: the end of the file");
        }
    }

    private Path heldFile() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith("rows")).findFirst().orElseThrow();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which has a file that is always full
    void aFullDiskIsNamedWithWhatToDo() throws IOException {
        PackedRows rows = PackedRows.of(SPEC, List.<Object[]>of(row("VN", 2025)));
        try (SortedRuns runs = SortedRuns.open(HeldFolder.in(directory, "runs-"), Path.of("/dev/full"))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> runs.put("VN", rows))
                    .withMessageStartingWith("Expecting room for " + rows.bytes()
                            + " bytes of table sample after 0 bytes in /dev/full but was java.io.IOException: ")
                    .withMessageEndingWith(
                            "; free some there, or choose another folder by CHITIEU_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
            assertThat(runs.size(SPEC)).isZero();
        }
    }
}
