package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.run.LockHeldException;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.process.StoredFolder;

/** Data and warehouse on an object store: no rename, no lock, but puts on a condition. */
@NullUnmarked // the test runner fills the fields
@Tag("full")
class ObjectStoreWarehouseTest extends StoredWarehouseRules {

    private static final String KEY = "the-office-itself";
    private static final String SECRET = "n0b0dy-may-read-this";

    private final List<String> given = new ArrayList<>();
    private ObjectStoreServer server;

    @Override
    void serve(Path disk) throws Exception {
        server = ObjectStoreServer.start(disk);
        set(
                "chitieu.lib.s3",
                Path.of(System.getProperty("chitieu.home"), "deploy/s3/target/lib-s3")
                        .toString());
        set("spark.hadoop.fs.s3a.endpoint", server.endpoint());
        set("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
        set("spark.hadoop.fs.s3a.path.style.access", "true");
        set("spark.hadoop.fs.s3a.access.key", KEY);
        set("spark.hadoop.fs.s3a.secret.key", SECRET);
        set("spark.hadoop.chitieu.lease.seconds", "4");
        set("spark.hadoop.fs.s3a.bucket.nowhere.endpoint", "http://127.0.0.1:1");
        set("spark.hadoop.fs.s3a.bucket.nowhere.attempts.maximum", "1");
        set("spark.hadoop.fs.s3a.bucket.nowhere.retry.limit", "1");
    }

    @Override
    void end() throws Exception {
        given.forEach(System::clearProperty);
        server.end();
    }

    private void set(String name, String value) {
        given.add(name);
        System.setProperty(name, value);
    }

    @Override
    Path stored(String name) {
        return StoredFolder.named("s3a://" + ObjectStoreServer.BUCKET + "/srv/" + name);
    }

    /** Whoever asks watches the lock for 4 seconds, in which a living owner would have renewed it. */
    @Override
    RunLock takeOver(Warehouse warehouse) {
        return warehouse.lock("a test");
    }

    /** A night that was stopped for longer than its lease finds out before it publishes. */
    @Test
    void anOwnerThatWasTakenForDeadEndsWith40AndPublishesNothing() throws Exception {
        Path root = Files.createDirectories(stored("stopped"));
        LaidDownOffice stopped = new LaidDownOffice(fromThisMachine().datasets(), root.resolve("warehouse"));
        Process night = stopped.start("nightly");
        Path lock = stopped.warehouse().resolve("lock");
        while (!Files.exists(lock) || !Files.readString(lock).contains("nightly")) {
            assertThat(night.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        signal(night, "STOP");
        try (RunLock mine = takeOver(Warehouse.at(stopped.warehouse()))) {
            signal(night, "CONT");

            assertThat(night.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(night.exitValue()).isEqualTo(ExitCode.LOCKED);
            assertThat(Files.readString(stopped.datasets().resolveSibling("output.txt")))
                    .contains("another process took it over")
                    .contains("a test");
            mine.requireHeld(stopped.warehouse());
        }
        assertThat(Warehouse.at(stopped.warehouse()).current()).isEmpty();
        assertThat(Warehouse.at(stopped.warehouse()).names()).isEmpty();
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The pointer moves on the condition that it is the one that was there when the lock was taken. */
    @Test
    void aPointerThatAnotherMovedIsLeftAlone() throws IOException {
        Warehouse warehouse = Warehouse.at(office().warehouse());
        Path pointer = warehouse.root().resolve("current.json");
        byte[] found = Files.readAllBytes(pointer);
        byte[] moved = (new String(found, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        try (RunLock lock = warehouse.lock("slow")) {
            Files.write(pointer, moved);

            assertThatExceptionOfType(LockHeldException.class)
                    .isThrownBy(() -> warehouse.makeCurrent(lock, current()))
                    .withMessageContaining("another run replaced it");
            assertThat(Files.readAllBytes(pointer)).isEqualTo(moved);
        }
        Files.write(pointer, found);
    }

    /** Until its manifest is put, nobody takes what was put for a run; who holds the lock next deletes it. */
    @Test
    void whatAKilledNightPutIsNoRunAndIsCleared() throws IOException {
        Warehouse warehouse = Warehouse.at(stored("left"));
        Path runs = warehouse.root().resolve("runs");
        Path table = runs.resolve("20260406-0123456789ab/projection.parquet");
        try (RunLock lock = warehouse.lock("a test")) {
            Files.createDirectories(table.getParent());
            Files.writeString(runs.resolve(".unfinished-20260406-0123456789ab"), "manifest.json");
            Files.writeString(table, "half a run");

            assertThat(warehouse.names()).isEmpty();
            assertThat(warehouse.cleanUp(lock).removed()).containsExactly(".unfinished-20260406-0123456789ab");
        }
        assertThat(Files.exists(table)).isFalse();
        try (Stream<Path> entries = Files.list(runs)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void aStoreThatNobodyServesIsNotTakenForAnEmptyOne() {
        CommandRun run = CommandRun.of("status", "--warehouse", "s3a://nowhere/srv/warehouse", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.err()).contains("s3a://nowhere/srv/warehouse");
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        CommandRun run = CommandRun.of("status", "--warehouse", "s3a://elsewhere/srv/warehouse", "--lang", "en");

        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.err()).contains("s3a://elsewhere/srv/warehouse");
    }

    @Test
    void keysStandNowhere() throws IOException {
        StringBuilder told = new StringBuilder();
        for (String[] command : new String[][] {{"status"}, {"runs"}}) {
            CommandRun run = office().good(command);
            told.append(run.out()).append(run.err());
        }
        told.append(CommandRun.of("config", "show", "--lang", "en").out());
        List<Path> written = new ArrayList<>();
        try (Stream<Path> here = Files.list(Path.of(System.getProperty("java.io.tmpdir")));
                Stream<Path> there = Files.walk(office().warehouse())) {
            here.filter(file -> file.toString().endsWith(".jsonl")).forEach(written::add);
            there.filter(file -> !file.toString().endsWith(".parquet") && Files.isRegularFile(file))
                    .forEach(written::add);
        }
        for (Path file : written) {
            told.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertThat(told).contains("s3a://office/srv/office/warehouse").doesNotContain(KEY, SECRET);
    }
}
