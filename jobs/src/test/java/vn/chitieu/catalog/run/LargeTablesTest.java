package vn.chitieu.catalog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.chitieu.catalog.run.SamplePublication.BUDGET;
import static vn.chitieu.catalog.run.SamplePublication.FIRST_DAY;
import static vn.chitieu.catalog.run.SamplePublication.SECOND_DAY;
import static vn.chitieu.catalog.run.SamplePublication.TRADE;
import static vn.chitieu.catalog.run.SamplePublication.identity;
import static vn.chitieu.catalog.run.SamplePublication.night;
import static vn.chitieu.catalog.run.SamplePublication.runId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.OrderedRows;
import vn.chitieu.catalog.table.TableFile;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.catalog.table.TableSpec;

/** Runs whose tables of 50 rows lie in files of 20, 20 and 10. */
@NullUnmarked // the test runner fills the field
class LargeTablesTest {

    private static final TableFiles TWENTY_ROWS = new TableFiles(20);

    @TempDir
    private Path directory;

    private Path root;
    private Warehouse warehouse;

    @BeforeEach
    void inAFreshDirectory() {
        root = directory.resolve("warehouse");
        warehouse = Warehouse.at(root, TWENTY_ROWS);
    }

    @Test
    void theManifestListsEachFileAndOnlyThenIsOfTheLayoutThatListsThem() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);

        PublishedTable trade = run.table("trade").orElseThrow();
        assertThat(trade.files().stream().map(TableFile::rows)).containsExactly(20L, 20L, 10L);
        assertThat(trade.rows()).isEqualTo(50);
        TableFile second = trade.files().get(1);
        assertThat(Files.readString(run.directory().resolve("manifest.json")))
                .startsWith("{\n  \"manifest_version\" : 3,\n")
                .contains("      \"name\" : \"trade\",\n      \"files\" : [\n        {\n          \"file\" : \"trade-")
                .contains("          \"file\" : \"" + second.file() + "\",\n          \"rows\" : 20,\n"
                        + "          \"sha256\" : \"" + second.sha256() + "\",\n          \"bytes\" : "
                        + second.bytes());
        assertThat(Warehouse.at(root).current().orElseThrow().manifest()).isEqualTo(run.manifest());
        assertThat(night(Warehouse.at(directory.resolve("other")), FIRST_DAY)
                        .manifest()
                        .manifestVersion())
                .isEqualTo(2);
    }

    @Test
    void aRunIsReadAcrossItsFiles() {
        PublishedRun run = night(warehouse, FIRST_DAY);

        List<Object> areas = new ArrayList<>();
        assertThat(run.scan(TRADE, row -> areas.add(row[0])).rows()).isEqualTo(50);
        assertThat(areas).isSorted().startsWith("VN-100").endsWith("VN-149").hasSize(50);
        assertThat(run.read(TRADE).rows()).hasSize(50);
        assertThat(run.files("trade")).hasSize(3).allSatisfy(file -> assertThat(file)
                .exists());
        run.verify();
    }

    @Test
    void aFileThatIsGoneChangedOrOfAnotherRunIsNamed() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        PublishedRun other = night(Warehouse.at(directory.resolve("other"), TWENTY_ROWS), SECOND_DAY);
        Path second = run.files("trade").get(1);
        String name = second.getFileName().toString();
        byte[] sound = Files.readAllBytes(second);

        byte[] rotten = sound.clone();
        rotten[100] ^= 1;
        Files.write(second, rotten);
        assertDamaged(run, name);

        Files.copy(other.files("trade").get(1), second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertDamaged(run, name);

        Files.delete(second);
        assertDamaged(run, name);
        assertThatExceptionOfType(DamagedRunException.class)
                .isThrownBy(() -> warehouse.current())
                .withMessageContaining("Expecting file " + name + " of run " + run.runId())
                .withMessageContaining("but found none");

        try (RunLock lock = warehouse.lock("force");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            SamplePublication.write(again, FIRST_DAY);
            assertThat(again.compareWith(run)).containsExactly(name);
        }
        assertThat(Files.readAllBytes(second)).isEqualTo(sound);
        assertThat(warehouse.isWhole(run.runId())).isTrue();
    }

    private void assertDamaged(PublishedRun run, String name) {
        assertThatExceptionOfType(DamagedRunException.class)
                .isThrownBy(() -> run.read(TRADE))
                .withMessageContaining("but " + name + " in " + run.directory() + " changed since");
        assertThatExceptionOfType(DamagedRunException.class)
                .isThrownBy(() -> run.scan(TRADE, row -> {
                    throw new IllegalStateException("a row before the sums were compared");
                }));
        assertThat(run.damagedFiles()).containsExactly(name);
        assertThat(warehouse.passedOver(Set.of(), 10L << 20))
                .containsExactly(new DamagedRun(run.runId(), List.of(name)));
        assertThat(run.read(BUDGET).rows()).hasSize(50);
    }

    @Test
    void aStagedFileThatChangedIsNamedAndNotPublished() throws IOException {
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            SamplePublication.write(staged, FIRST_DAY);
            Path stage;
            try (Stream<Path> runs = Files.list(root.resolve("runs"))) {
                stage = runs.findFirst().orElseThrow();
            }
            Path third = TableFiles.in(stage, "trade").get(2);
            Files.write(third, new byte[100]);

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> SamplePublication.publish(staged))
                    .withMessageStartingWith(
                            "Expecting file " + third.getFileName() + " of run " + runId(FIRST_DAY) + " to read back");
        }
        assertThat(warehouse.current()).isEmpty();
    }

    @Test
    void aTableIsWrittenOnce() {
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(
                            () -> staged.write(List.of(TRADE, BUDGET, TRADE), spec -> 50, LargeTablesTest::firstDay))
                    .withMessage("Expecting each table of run " + runId(FIRST_DAY) + " once but found again trade");
            SamplePublication.write(staged, FIRST_DAY);

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> staged.write(SamplePublication.table(TRADE, SECOND_DAY)))
                    .withMessage("Expecting each table of run " + runId(FIRST_DAY) + " once but found again trade");
        }
    }

    @Test
    void tablesWrittenAtOnceAreListedAsNamedAndAreThoseWrittenOneByOne() {
        List<PublishedTable> atOnce;
        List<PublishedTable> oneByOne;
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            atOnce = staged.write(
                    List.of(TRADE, BUDGET), spec -> spec.equals(TRADE) ? 1 : 50, LargeTablesTest::firstDay);
            staged.verify();
        }
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            oneByOne = List.of(
                    staged.write(SamplePublication.table(TRADE, FIRST_DAY)),
                    staged.write(SamplePublication.table(BUDGET, FIRST_DAY)));
        }
        assertThat(atOnce.stream().map(PublishedTable::name)).containsExactly("trade", "budget");
        assertThat(atOnce).isEqualTo(oneByOne);
    }

    @Test
    void ofTablesWrittenAtOnceTheFirstThatBreaksItsContractIsToldAndNothingIsListed() {
        try (RunLock lock = warehouse.lock("test");
                StagedRun staged = warehouse.stage(lock, identity(FIRST_DAY))) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> staged.write(
                            List.of(TRADE, BUDGET),
                            spec -> 50,
                            spec -> spec.equals(TRADE)
                                    ? firstDay(TRADE)
                                    : OrderedRows.of(
                                            spec,
                                            Stream.of(new Object[] {"VN-1", 1.0, "r"}, new Object[] {"VN-1", 2.0, "r"})
                                                    .iterator())))
                    .withMessageContaining("budget")
                    .withMessageContaining("VN-1");

            assertThat(staged.write(SamplePublication.table(BUDGET, FIRST_DAY)).rows())
                    .isEqualTo(50);
        }
    }

    private static OrderedRows firstDay(TableSpec spec) {
        return OrderedRows.of(SamplePublication.table(spec, FIRST_DAY));
    }

    @Test
    void aRunThatDoesNotReproduceIsRefusedByTheNamesOfItsFiles() throws IOException {
        PublishedRun published = night(warehouse, FIRST_DAY);

        try (RunLock lock = warehouse.lock("force");
                StagedRun again = warehouse.stage(lock, identity(FIRST_DAY))) {
            again.write(SamplePublication.table(BUDGET, FIRST_DAY));
            PublishedTable trade = again.write(SamplePublication.table(TRADE, SECOND_DAY));
            assertThatExceptionOfType(NotReproducibleException.class)
                    .isThrownBy(() -> again.compareWith(published))
                    .withMessageContaining(trade.files().get(0).file())
                    .withMessageContaining(
                            published.files("trade").get(2).getFileName().toString())
                    .withMessageNotContaining("budget");
        }
    }

    @Test
    void theCopiesGrowAndShrinkWithTheTables() throws IOException {
        night(Warehouse.at(root), FIRST_DAY);
        assertThat(martNames()).containsExactly("budget.parquet", "trade.parquet", "views.sql");

        PublishedRun grown = night(warehouse, SECOND_DAY);
        List<String> several =
                grown.manifest().allFiles().stream().map(PublishedFile::file).toList();
        assertThat(martNames()).hasSize(7).containsExactlyInAnyOrderElementsOf(several);
        assertThat(warehouse.strayCopies(grown)).isEmpty();

        night(Warehouse.at(root, new TableFiles(30)), SECOND_DAY.plusDays(1));
        assertThat(martNames()).hasSize(5);
        assertThat(TableFiles.read(warehouse.mart(), TRADE).rows()).hasSize(50);

        night(Warehouse.at(root), SECOND_DAY.plusDays(2));
        assertThat(martNames()).containsExactly("budget.parquet", "trade.parquet", "views.sql");
        Files.createFile(warehouse.mart().resolve(several.get(0)));
        assertThat(warehouse.strayCopies(warehouse.current().orElseThrow())).containsExactly(several.get(0));
    }

    @Test
    void whoeverReadsTheCopiesMeanwhileSeesATableOfOneRun() {
        Set<String> seen = new TreeSet<>();
        for (int rows : List.of(20, 20, 30, 50, 10)) {
            Warehouse watched = new Warehouse(root, new TableFiles(rows), step -> {
                if (!TableFiles.in(root.resolve("mart"), "trade").isEmpty()) {
                    seen.add(runIdInMart());
                }
            });
            night(watched, FIRST_DAY.plusDays(rows + seen.size()));
        }
        assertThat(seen).hasSize(5);
    }

    private String runIdInMart() {
        Set<Object> ids = new TreeSet<>();
        assertThat(TableFiles.scan(TableFiles.in(root.resolve("mart"), "trade"), TRADE, row -> ids.add(row[2]))
                        .rows())
                .isEqualTo(50);
        assertThat(ids).hasSize(1);
        return ids.iterator().next().toString();
    }

    @Test
    void aDamagedCopyAloneIsWrittenAgain() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Path copy = warehouse.mart().resolve(run.files("trade").get(1).getFileName());
        Files.write(copy, new byte[10]);
        assertThat(warehouse.strayCopies(run))
                .containsExactly(copy.getFileName().toString());

        try (RunLock lock = warehouse.lock("test")) {
            assertThat(warehouse.cleanUp(lock).repaired())
                    .containsExactly(copy.getFileName().toString());
        }
        assertThat(copy).hasSameBinaryContentAs(run.files("trade").get(1));
    }

    @Test
    void aPublicationThatFailsAnywhereLeavesTheOldStateOrTheNewAndTheNextNightMends() throws IOException {
        Path undisturbed = directory.resolve("undisturbed");
        night(Warehouse.at(undisturbed), FIRST_DAY);
        AtomicInteger steps = new AtomicInteger();
        night(new Warehouse(undisturbed, TWENTY_ROWS, step -> steps.incrementAndGet()), SECOND_DAY);
        for (int failing = 1; failing <= steps.get(); failing++) {
            Path place = directory.resolve("warehouse-" + failing);
            night(Warehouse.at(place), FIRST_DAY);
            AtomicInteger left = new AtomicInteger(failing);
            Warehouse full = new Warehouse(place, TWENTY_ROWS, step -> {
                if (left.decrementAndGet() == 0) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            });

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> night(full, SECOND_DAY))
                    .withMessageContaining("No space left on device");
            Warehouse.at(place).current().orElseThrow().verify();
            assertThat(TableFiles.read(place.resolve("mart"), TRADE).rows()).hasSize(50);

            night(Warehouse.at(place, TWENTY_ROWS), SECOND_DAY);
            assertThat(content(place)).isEqualTo(content(undisturbed));
        }
        assertThat(steps.get())
                .isEqualTo(3 + 1 + 1 + 7 + 1 + 7 + 1); // 3 files staged, a table being one; 7 laid, then put in place
    }

    @Test
    void whatADeadRunWasCopyingIsRemoved() throws IOException {
        night(warehouse, FIRST_DAY);
        Path copies = Files.createDirectory(warehouse.mart().resolve(".copies.tmp"));
        Files.writeString(copies.resolve("trade-0123456789ab-00001-of-00002.parquet"), "half");

        try (RunLock lock = warehouse.lock("test")) {
            assertThat(warehouse.cleanUp(lock).repaired()).containsExactly(".copies.tmp");
        }
        assertThat(copies).doesNotExist();
    }

    @Test
    void aTableOfATruncatedFileIsReadFromNoFolder() throws IOException {
        PublishedRun run = night(warehouse, FIRST_DAY);
        Path third = run.files("trade").get(2);
        Files.write(third, new byte[] {'P', 'A', 'R', '1'});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFiles.read(run.directory(), TRADE))
                .withMessageContaining("Expecting a complete Parquet file of table trade at " + third);
    }

    private List<String> martNames() throws IOException {
        try (Stream<Path> entries = Files.list(warehouse.mart())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static SortedMap<String, String> content(Path root) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Sha256.ofFile(file));
            }
        }
        return content;
    }
}
