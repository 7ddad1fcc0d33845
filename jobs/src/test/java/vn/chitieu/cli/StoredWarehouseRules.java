package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.TableFiles;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.source.workbook.WorkbookFile;

/**
 * What holds wherever data and warehouse lie. Every test finds two runs, of 31 January and of the day of the data, and
 * leaves both whole.
 */
@NullUnmarked // the test runner fills the fields
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredWarehouseRules {

    private static final int KILLS = 5;

    private static final String JANUARY = "2026-01-31";

    private static final String APRIL = "2026-04-06";

    private Path folder;
    private LaidDownOffice local;
    private LaidDownOffice office;
    private String before;
    private String after;

    /** Starts what serves the store, which keeps what it holds in a folder. */
    abstract void serve(Path disk) throws Exception;

    /** Ends it. */
    abstract void end() throws Exception;

    /** Returns a folder where the data are stored, which nothing lies in yet. */
    abstract Path stored(String name);

    /** Takes the lock of a warehouse whose owner was killed. */
    abstract RunLock takeOver(Warehouse warehouse) throws Exception;

    @BeforeAll
    void publishTwoRuns(@TempDir Path empty) throws Exception {
        folder = empty;
        serve(Files.createDirectory(folder.resolve("served")));
        local = LaidDownOffice.in(folder);
        Path root = Files.createDirectories(stored("office"));
        copy(local.datasets(), root.resolve("data"));
        office = new LaidDownOffice(root.resolve("data"), root.resolve("warehouse"));
        office.good("nightly", "--as-of", JANUARY);
        before = current().runId().text();
        office.good("nightly");
        after = current().runId().text();
    }

    @AfterAll
    void endServing() throws Exception {
        end();
    }

    LaidDownOffice office() {
        return office;
    }

    /** Returns commands on the same warehouse with data of this machine. */
    LaidDownOffice fromThisMachine() {
        return new LaidDownOffice(local.datasets(), office.warehouse());
    }

    PublishedRun current() {
        return Warehouse.at(office.warehouse()).current().orElseThrow();
    }

    @Test
    void nightsPublishTheBytesOfNightsOnTheDisk() throws Exception {
        local.good("nightly", "--as-of", JANUARY);
        local.good("nightly");
        office.good("publish", "--run", after);

        assertThat(withoutClock(office, "runs"))
                .isEqualTo(withoutClock(local, "runs"))
                .hasSizeGreaterThan(60);
        assertThat(office.sums("mart")).isEqualTo(local.sums("mart"));
        assertThat(withoutClock(office, "export"))
                .isEqualTo(withoutClock(local, "export"))
                .hasSizeGreaterThan(10);
        assertThat(office.good("nightly").out()).contains("Nothing new");
        assertThat(office.good("status").out()).contains("Whole runs                 2");
        office.good("verify", "--all");
    }

    @Test
    void tablesOfSeveralFilesLieAsOnTheDiskAndGiveWayToThoseOfOne() throws Exception {
        LaidDownOffice there = new LaidDownOffice(local.datasets(), stored("parts"));
        LaidDownOffice here = new LaidDownOffice(local.datasets(), folder.resolve("parts"));
        Files.createDirectories(there.warehouse());

        PublishedRun several = RunInParts.publish(current(), there.warehouse(), 200);
        RunInParts.publish(current(), here.warehouse(), 200);

        assertThat(several.files("data_dictionary")).hasSizeGreaterThan(1);
        assertThat(there.sums("mart")).isEqualTo(here.sums("mart"));
        assertThat(there.sums("runs")).isEqualTo(here.sums("runs"));
        several.verify();

        PublishedRun single = Warehouse.at(office.warehouse()).runs().get(1); // of 31 January
        RunInParts.publish(single, there.warehouse(), TableFiles.MOST_ROWS);

        assertThat(there.sums("mart"))
                .containsKey("data_dictionary.parquet")
                .hasSize(single.specs().size() + 2);
    }

    /** An older run, figures that are shown, pages written again, old runs removed, a flipped bit. */
    @Test
    void theCommandsOfAnOperatorWorkAsOnADisk() throws Exception {
        assertThat(office.good("show", "attainment").out()).isNotEmpty();
        office.good("export");
        office.good("publish", "--run", before);
        assertThat(current().runId().text()).isEqualTo(before);
        office.good("publish", "--run", after);
        office.good("prune", "--keep", "1");
        assertThat(office.good("runs").out()).contains(before, after); // one explains the other
        Path table = current().directory().resolve("projection.parquet");
        byte[] content = Files.readAllBytes(table);
        content[content.length / 2] ^= 1;
        Files.write(table, content);
        assertThat(office.command("verify").code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        office.good("nightly", "--force");
        office.good("verify", "--all");
    }

    @Test
    void whatLiesInAnInboxIsReceivedOnceAndListed() throws IOException {
        Path root = Files.createDirectories(stored("inbox"));
        copy(local.datasets(), root.resolve("data"));
        LaidDownOffice receiving = new LaidDownOffice(root.resolve("data"), root.resolve("warehouse"));
        Path inbox = Files.createDirectories(receiving.datasets().resolve("inbox/tidy"));
        Files.writeString(inbox.resolve("exports.csv"), """
                area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url
                vn_bl,exports,total,A,2021,period,na,1000,million_usd,final,2022-01-20,https://example.org/exports
                """);
        Files.writeString(inbox.resolve("empty.csv"), "");

        CommandRun received = receiving.command("ingest", "--sender", "A");

        assertThat(received.err()).contains("empty.csv: Expecting 1 byte to 32 MB");
        assertThat(received.out()).contains("Registered exports.csv as tidy-");
        assertThat(receiving.command("ingest", "--sender", "A").out()).contains("exports.csv was received before");
        assertThat(receiving.command("ingest", "--list", "--format", "csv").out())
                .contains(",used,1,0,");
    }

    @Test
    void aStoredWorkbookReadsAsOneOfTheDisk() throws IOException {
        Path here = folder.resolve("figures.xlsx");
        try (OutputStream out = Files.newOutputStream(here);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Figures");
            sheet.value(0, 0, "Exports");
            sheet.value(0, 1, 1000);
        }
        Path there = stored("figures.xlsx");
        Files.copy(here, there);

        assertThat(WorkbookFile.read("figures.xlsx", there))
                .usingRecursiveComparison()
                .isEqualTo(WorkbookFile.read("figures.xlsx", here));
    }

    @Test
    void ofTwoRunsAtOnceOneIsRefusedAndToldWhoHoldsTheWarehouse() {
        try (RunLock held = Warehouse.at(office.warehouse()).lock("a test")) {
            CommandRun second = office.command("nightly", "--force");

            assertThat(second.code()).isEqualTo(ExitCode.LOCKED);
            assertThat(second.err())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("a test")
                    .contains("a minute after that process ended");
            held.requireHeld(office.warehouse());
        }
        office.good("publish", "--run", after);
    }

    /**
     * Wherever a night is killed, readers see a whole run, and the next night gives the bytes of an undisturbed one.
     */
    @Test
    void killsAtRandomMomentsLeaveTheOldRunOrTheNew() throws Exception {
        LaidDownOffice killed = fromThisMachine();
        SortedMap<String, String> tables = killed.sums("runs/" + before);
        List<String> seen = new ArrayList<>();
        AtomicBoolean isOver = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            while (!isOver.get()) {
                seen.add(current().runId().text());
            }
        });
        reader.start();
        Random moments = new Random(20260415);
        int struck = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process night = killed.start("nightly", "--force", "--as-of", kill % 2 == 0 ? JANUARY : APRIL);
            boolean hasEnded = night.waitFor(4000 + moments.nextInt(12000), TimeUnit.MILLISECONDS);
            struck += hasEnded ? 0 : 1;
            night.destroyForcibly().waitFor();

            assertThat(current().runId().text()).isIn(before, after);
            try (RunLock freed = takeOver(Warehouse.at(office.warehouse()))) {
                freed.requireHeld(office.warehouse());
            }
        }
        isOver.set(true);
        reader.join();
        assertThat(struck).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(seen).hasSizeGreaterThan(20).isSubsetOf(before, after);

        killed.good("nightly", "--force", "--as-of", JANUARY);

        assertThat(killed.sums("runs/" + before)).isEqualTo(tables);
        try (Stream<Path> entries = Files.list(office.warehouse().resolve("runs"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder(before, after);
        }
        killed.good("verify", "--all");
        assertThat(workFolders()).isEmpty();
    }

    /** Returns the private folders in which nights on this machine work, or worked when they were killed. */
    private static List<Path> workFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(entry -> Files.exists(entry.resolve(".held"))).toList();
        }
    }

    /** Returns the sums of all but the manifest and the stamp of pages, which tell clock times. */
    private static SortedMap<String, String> withoutClock(LaidDownOffice of, String folder) throws IOException {
        SortedMap<String, String> sums = of.sums(folder);
        sums.keySet().removeIf(name -> name.contains("/manifest.") || name.equals(".made-of"));
        return sums;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path entry : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                }
            }
        }
    }
}
