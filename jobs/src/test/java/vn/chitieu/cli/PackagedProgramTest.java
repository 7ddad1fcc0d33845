package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;

/** The packaged program, started by its launcher as a user would. */
@NullUnmarked // fields are filled by JUnit; javac 17 loses @Nullable inside generics of class files
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedProgramTest {

    private static final Path HOME = Path.of(System.getProperty("chitieu.home"));

    @TempDir
    private static Path folder;

    private record Ended(int code, String output) {}

    @Test
    @Order(1)
    void theFirstNightPublishesTheSecondFindsNothingNewAndForceReproduces() throws Exception {
        Ended first = chitieu(Map.of(), "nightly", "--warehouse", warehouse());
        Ended second = chitieu(Map.of(), "nightly", "--warehouse", warehouse());
        Ended forced = chitieu(Map.of(), "nightly", "--force", "--warehouse", warehouse());

        assertThat(first).as(first.output()).returns(ExitCode.OK, Ended::code);
        assertThat(second).as(second.output()).returns(ExitCode.OK, Ended::code);
        assertThat(second.output()).contains("Không có gì mới");
        assertThat(forced).as(forced.output()).returns(ExitCode.OK, Ended::code);
        assertThat(forced.output()).contains("giống hệt từng byte");
    }

    @Test
    @Order(2)
    void showReadsTheCurrentRunWithoutSpark() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Ended show = chitieu(
                Map.of("CHITIEU_JAVA_OPTS", "-Xlog:class+load:file=" + loaded),
                "show",
                "attainment",
                "--lang",
                "en",
                "--warehouse",
                warehouse());

        assertThat(show).as(show.output()).returns(ExitCode.OK, Ended::code);
        assertThat(show.output()).contains("GDP growth");
        assertThat(Files.readString(loaded))
                .contains("vn.chitieu.cli.ShowCommand")
                .doesNotContain("SparkSession");
    }

    @Test
    @Order(3)
    void localeTimeZoneAndCoresDoNotChangeAByte() throws Exception {
        Path other = folder.resolve("other");
        Ended run = chitieu(
                Map.of(
                        "LC_ALL",
                        "C",
                        "CHITIEU_JAVA_OPTS",
                        "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Ho_Chi_Minh"
                                + " -Dspark.master=local[1]"),
                "nightly",
                "--warehouse",
                other.toString());

        assertThat(run).as(run.output()).returns(ExitCode.OK, Ended::code);
        assertThat(tables(other)).isEqualTo(tables(Path.of(warehouse())));
        assertThat(pages(other)).isEqualTo(pages(Path.of(warehouse())));
    }

    @Test
    @Order(4)
    void anotherRunMeetsTheLock() throws Exception {
        try (RunLock lock = Warehouse.at(Path.of(warehouse())).lock("a test")) {
            Ended run = chitieu(Map.of(), "nightly", "--force", "--warehouse", warehouse());

            assertThat(lock).isNotNull();
            assertThat(run).as(run.output()).returns(ExitCode.LOCKED, Ended::code);
            assertThat(run.output())
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    @Order(5)
    void aNightKilledAtAnyTimeLeavesWhatWasPublished() throws Exception {
        Map<String, String> before = tables(Path.of(warehouse()));
        for (int seconds : new int[] {2, 4, 7}) {
            Process process = start(Map.of(), "nightly", "--as-of", "2025-03-31", "--warehouse", warehouse());
            process.waitFor(seconds, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            if (runId(Path.of(warehouse())).startsWith("20250709")) {
                assertThat(tables(Path.of(warehouse()))).isEqualTo(before);
            }
        }
        Ended next = chitieu(Map.of(), "nightly", "--warehouse", warehouse());

        assertThat(next).as(next.output()).returns(ExitCode.OK, Ended::code);
        assertThat(tables(Path.of(warehouse()))).isEqualTo(before);
        try (Stream<Path> runs = Files.list(Path.of(warehouse(), "runs"))) {
            assertThat(runs.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    @Order(6)
    void helpTeachesInBothLanguages() throws Exception {
        assertThat(chitieu(Map.of(), "--help").output()).contains("nightly", "Mã kết thúc", "Cách gọi");
        assertThat(chitieu(Map.of(), "nightly", "--help", "--lang", "en").output())
                .contains("--as-of", "Use only what was known on this day");
    }

    /** The workers have Spark's jars alone and get the program from the driver; one is killed while it works. */
    @Test
    @Order(7)
    void aClusterThatLosesAWorkerGivesTheSameBytes() throws Exception {
        Path other = folder.resolve("clustered");
        try (StandaloneCluster cluster = StandaloneCluster.of(
                HOME.resolve("jobs/target"), Files.createDirectory(folder.resolve("cluster")), 2)) {
            Process night =
                    start(Map.of("CHITIEU_JAVA_OPTS", cluster.options()), "nightly", "--warehouse", other.toString());
            while (night.isAlive() && !(cluster.isWorking(1) && cluster.isWorking(2))) {
                Thread.sleep(50);
            }
            cluster.kill(2);
            assertThat(night.waitFor(5, TimeUnit.MINUTES)).isTrue();

            assertThat(night.exitValue())
                    .as(Files.readString(folder.resolve("output.txt")))
                    .isEqualTo(ExitCode.OK);
            assertThat(Files.readString(other.resolve("log/chitieu.jsonl"))).contains("Lost executor");
            assertThat(tables(other)).isEqualTo(tables(Path.of(warehouse())));
            assertThat(pages(other)).isEqualTo(pages(Path.of(warehouse())));
        }
    }

    private static String warehouse() {
        return folder.resolve("warehouse").toString();
    }

    private static Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/chitieu").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended chitieu(Map<String, String> environment, String... args) throws Exception {
        Process process = start(environment, args);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8));
    }

    private static String runId(Path warehouse) throws IOException {
        return new ObjectMapper()
                .readTree(warehouse.resolve("current.json").toFile())
                .path("run_id")
                .asText();
    }

    private static Map<String, String> tables(Path warehouse) throws IOException {
        return sums(warehouse.resolve("runs").resolve(runId(warehouse)), ".parquet");
    }

    private static Map<String, String> pages(Path warehouse) throws IOException {
        return sums(warehouse.resolve("export"), ".html");
    }

    private static Map<String, String> sums(Path root, String ending) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                sums.put(root.relativize(file).toString(), Sha256.ofFile(file));
            }
        }
        assertThat(sums).isNotEmpty();
        return sums;
    }
}
