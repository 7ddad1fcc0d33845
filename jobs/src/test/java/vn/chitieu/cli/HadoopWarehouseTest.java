package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.ipc.RemoteException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.process.StoredFolder;
import vn.chitieu.source.workbook.WorkbookFile;

/** A night whose data and warehouse lie on HDFS, served by a name node and a data node in this process. */
@NullUnmarked // the test runner fills the fields
@Tag("full")
class HadoopWarehouseTest {

    /** What HDFS gives the owner of a file before another may take it over, and what it keeps it for at most. */
    private static final long SOFT_LIMIT_MILLIS = 60_000;

    private static final long HARD_LIMIT_MILLIS = 1_200_000;

    private static final int KILLS = 5;

    @TempDir
    private static Path disk;

    private static MiniDFSCluster cluster;

    @TempDir
    private Path folder;

    private LaidDownOffice local;
    private LaidDownOffice office;

    @BeforeAll
    static void startCluster() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        cluster.waitActive();
    }

    @AfterAll
    static void stopCluster() {
        cluster.shutdown(true);
    }

    @BeforeEach
    void layDownTheSameOfficeTwice() throws IOException {
        local = LaidDownOffice.in(folder);
        Path root = StoredFolder.named(cluster.getURI() + "/srv/" + folder.getFileName());
        Files.createDirectories(root);
        copy(local.datasets(), root.resolve("data"));
        office = new LaidDownOffice(root.resolve("data"), root.resolve("warehouse"));
    }

    @AfterEach
    void wait60SecondsForASilentOwner() {
        cluster.setLeasePeriod(SOFT_LIMIT_MILLIS, HARD_LIMIT_MILLIS);
    }

    @Test
    void aNightOnHdfsPublishesTheBytesOfANightOnTheDisk() throws Exception {
        local.good("nightly");
        office.good("nightly");

        assertThat(withoutClock(office, "runs"))
                .isEqualTo(withoutClock(local, "runs"))
                .hasSizeGreaterThan(30);
        assertThat(office.sums("mart")).isEqualTo(local.sums("mart"));
        assertThat(withoutClock(office, "export"))
                .isEqualTo(withoutClock(local, "export"))
                .hasSizeGreaterThan(10);
        assertThat(office.good("nightly").out()).contains("Nothing new");
        assertThat(office.good("status").out()).contains("Whole runs                 1");
        office.good("verify", "--all");
    }

    /** An older run, a file that is received, figures that are shown, pages written again, old runs removed. */
    @Test
    void theCommandsOfAnOperatorWorkOnHdfsAsOnADisk() throws Exception {
        office.good("nightly", "--as-of", "2026-01-31");
        String before = current().runId().text();
        office.good("nightly");
        String after = current().runId().text();

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
    void whatLiesInAnInboxOfHdfsIsReceivedOnceAndListed() throws IOException {
        Path inbox = Files.createDirectories(office.datasets().resolve("inbox/tidy"));
        Files.writeString(inbox.resolve("exports.csv"), """
                area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url
                vn_bl,exports,total,A,2021,period,na,1000,million_usd,final,2022-01-20,https://example.org/exports
                """);
        Files.writeString(inbox.resolve("empty.csv"), "");

        CommandRun received = ingest("--sender", "A");

        assertThat(received.err()).contains("empty.csv: Expecting 1 byte to 32 MB");
        assertThat(received.out()).contains("Registered exports.csv as tidy-");
        assertThat(ingest("--sender", "A").out()).contains("exports.csv was received before");
        assertThat(ingest("--list", "--format", "csv").out()).contains(",used,1,0,");
        office.good("verify");
    }

    @Test
    void aWorkbookOfHdfsReadsAsOneOfTheDisk() throws IOException {
        Path here = folder.resolve("figures.xlsx");
        try (OutputStream out = Files.newOutputStream(here);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Figures");
            sheet.value(0, 0, "Exports");
            sheet.value(0, 1, 1000);
        }
        Path there = office.datasets().resolve("figures.xlsx");
        Files.copy(here, there);

        assertThat(WorkbookFile.read("figures.xlsx", there))
                .usingRecursiveComparison()
                .isEqualTo(WorkbookFile.read("figures.xlsx", here));
    }

    private CommandRun ingest(String... options) {
        List<String> all = new ArrayList<>(
                List.of("ingest", "--datasets", office.datasets().toString()));
        all.addAll(List.of("--warehouse", office.warehouse().toString(), "--lang", "en"));
        all.addAll(List.of(options));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void ofTwoRunsAtOnceOneIsRefusedAndToldWhoHoldsTheWarehouse() throws Exception {
        office.good("nightly");
        try (RunLock held = Warehouse.at(office.warehouse()).lock("a test")) {
            CommandRun second = office.command("nightly", "--force");

            assertThat(second.code()).isEqualTo(ExitCode.LOCKED);
            assertThat(second.err())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("a test")
                    .contains("a minute after that process ended");
            held.requireHeld(office.warehouse());
        }
        office.good("nightly", "--force");
    }

    /** Whoever was silent for so long that another took over writes no more. */
    @Test
    void anOwnerThatWasTakenForDeadFindsOutBeforeItPublishes() throws Exception {
        Warehouse warehouse = Warehouse.at(office.warehouse());
        RunLock lost = warehouse.lock("silent");
        lost.requireHeld(warehouse.root());
        cluster.setLeasePeriod(1, HARD_LIMIT_MILLIS);
        TimeUnit.MILLISECONDS.sleep(10);

        try (FSDataOutputStream takenOver = takeOver(warehouse.root().resolve("lock"))) {
            takenOver.hsync();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> lost.requireHeld(warehouse.root()))
                    .withMessageContaining("to stay in its place while a run holds it");
        }
    }

    /** Takes the file of a lock as another process would, which is refused while its last block is being closed. */
    private static FSDataOutputStream takeOver(Path lock) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return cluster.getFileSystem().append(new org.apache.hadoop.fs.Path(lock.toUri()));
            } catch (RemoteException e) {
                assertThat(e.getClassName()).endsWith("RecoveryInProgressException");
                assertThat(tries).isLessThan(100);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /**
     * Wherever a night is killed, readers see a whole run, and the next night gives the bytes of an undisturbed one.
     */
    @Test
    void killsAtRandomMomentsLeaveTheOldRunOrTheNew() throws Exception {
        LaidDownOffice killed = new LaidDownOffice(local.datasets(), office.warehouse());
        killed.good("nightly");
        String before = current().runId().text();
        killed.good("nightly", "--as-of", "2026-01-31");
        String after = current().runId().text();
        SortedMap<String, String> tables = killed.sums("runs/" + after);
        killed.good("publish", "--run", before);
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
            Process night = killed.start("nightly", "--force", "--as-of", kill % 2 == 0 ? "2026-01-31" : "2026-04-06");
            boolean hasEnded = night.waitFor(4000 + moments.nextInt(12000), TimeUnit.MILLISECONDS);
            struck += hasEnded ? 0 : 1;
            night.destroyForcibly().waitFor();

            assertThat(current().runId().text()).isIn(before, after);
            cluster.setLeasePeriod(1, HARD_LIMIT_MILLIS);
            TimeUnit.MILLISECONDS.sleep(10);
            try (RunLock freed = Warehouse.at(office.warehouse()).lock("a test", Duration.ofSeconds(30))) {
                cluster.setLeasePeriod(SOFT_LIMIT_MILLIS, HARD_LIMIT_MILLIS);
                freed.requireHeld(office.warehouse());
            }
        }
        isOver.set(true);
        reader.join();
        assertThat(struck).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(seen).hasSizeGreaterThan(100).isSubsetOf(before, after);

        killed.good("nightly", "--force", "--as-of", "2026-01-31");

        assertThat(killed.sums("runs/" + after)).isEqualTo(tables);
        try (Stream<Path> entries = Files.list(office.warehouse().resolve("runs"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder(before, after);
        }
        killed.good("verify", "--all");
    }

    @Test
    void aWarehouseThatNobodyServesIsNotTakenForAnEmptyOne() {
        CommandRun run = CommandRun.of("status", "--warehouse", "hdfs://localhost:1/srv/warehouse", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.err()).contains("hdfs://localhost:1/srv/warehouse");
    }

    private PublishedRun current() {
        return Warehouse.at(office.warehouse()).current().orElseThrow();
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
