package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.cli.console.ExitCode;

/**
 * Nights and intakes of the packaged program given a SIGKILL at seeded moments, while a reader that goes by files and
 * sums alone compares every one. It takes the better part of an hour and runs only when asked for: {@code mvn -Pfull
 * -Dtest=CrashSuiteTest -Dchitieu.kills=200 verify}; {@code -Dchitieu.launcher=/opt/chitieu/bin/chitieu} tries an
 * installed one, which must have made its archive of classes, for else a kill strikes the launcher alone.
 */
@NullUnmarked // the test runner fills the field
@Tag("full")
@EnabledIfSystemProperty(named = "chitieu.kills", matches = "\\d+")
class CrashSuiteTest {

    private static final int KILLS_OF_A_WAREHOUSE = 20;

    private static final Path HOME = Path.of(System.getProperty("chitieu.home"));

    private static final String HEADER =
            "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,source_url\n";

    /** What is killed. */
    private enum Killed {
        NIGHT,
        NIGHT_AGAIN,
        INTAKE,
        BULK_INTAKE,
        WITHDRAWAL
    }

    @TempDir
    private Path folder;

    /** How long each takes undisturbed, in milliseconds. */
    private final Map<Killed, Long> durations = new EnumMap<>(Killed.class);

    private final Map<Killed, Integer> struck = new EnumMap<>(Killed.class);

    private int late;

    private long reads;

    private final List<String> wrong = new ArrayList<>();

    private String withdrawn = "";

    @Test
    void whereverTheProgramIsKilledReadersSeeAWholeRunAndTheNextNightIsThatOfAnUndisturbedOffice() throws Exception {
        int kills = Integer.getInteger("chitieu.kills");
        Random random = new Random(20261130);
        Path base = folder.resolve("base");
        begin(base);
        Path undisturbed = copied(base, "undisturbed");
        SortedMap<String, String> expected = completed(undisturbed);

        for (int warehouse = 0; sum() < kills; warehouse++) {
            Path disturbed = copied(base, "disturbed-" + warehouse);
            disturb(disturbed, random, Math.min(KILLS_OF_A_WAREHOUSE, kills - sum()));
            assertThat(completed(disturbed)).isEqualTo(expected);
            System.out.printf("killed %s, too late %d, reads %d%n", struck, late, reads);
            try (Stream<Path> all = Files.walk(disturbed)) {
                assertThat(all.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.startsWith(".stage-")
                                || name.startsWith(".work-")
                                || name.startsWith(".discarded-")
                                || name.startsWith(".unfinished-")
                                || name.endsWith(".tmp"));
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Kills commands on one warehouse, all that is left by one being found by the next. */
    private void disturb(Path warehouse, Random random, int kills) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread reader = new Thread(() -> read(warehouse, isOver), "reader");
        reader.start();
        int until = sum() + kills;
        String first = pointed(warehouse);
        while (sum() < until) {
            Killed killed =
                    Killed.values()[List.of(0, 0, 0, 0, 1, 2, 2, 3, 4, 4).get(random.nextInt(10))];
            long longest = Objects.requireNonNull(durations.get(killed));
            Process process = start(warehouse, command(killed, warehouse));
            boolean hasEnded = process.waitFor(300 + random.nextInt((int) longest), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (hasEnded) {
                late++;
            } else {
                struck.merge(killed, 1, Integer::sum);
            }
            if (!Files.isDirectory(warehouse.resolve("runs").resolve(first))) {
                wrong.add("lost " + first);
            }
            if (killed == Killed.NIGHT && hasEnded) {
                good(warehouse, "publish", "--run", first);
                remove(warehouse, first);
            }
        }
        isOver.set(true);
        reader.join();
    }

    /** Removes what was published since, so that the next night is one with news. */
    private static void remove(Path warehouse, String first) throws IOException {
        try (Stream<Path> runs = Files.list(warehouse.resolve("runs"))) {
            for (Path run : runs.filter(path -> !path.endsWith(first)).toList()) {
                DurableFiles.deleteTree(run);
            }
        }
    }

    private String[] command(Killed killed, Path warehouse) throws Exception {
        return switch (killed) {
            case NIGHT -> new String[] {"nightly"};
            case NIGHT_AGAIN -> new String[] {"nightly", "--force", "--as-of", "2026-02-28"};
            case INTAKE -> intake("tidy.csv", "2026-04-05");
            case BULK_INTAKE ->
                new String[] {
                    "ingest",
                    "--bulk",
                    folder.resolve("bulk.csv").toString(),
                    "--sender",
                    "office",
                    "--published",
                    "2026-01-15"
                };
            case WITHDRAWAL ->
                isWithdrawn(warehouse)
                        ? new String[] {"ingest", "--restore", withdrawn}
                        : new String[] {"ingest", "--withdraw", withdrawn, "--reason", "twice"};
        };
    }

    private String[] intake(String file, String published) {
        return new String[] {
            "ingest", folder.resolve(file).toString(), "--form", "tidy", "--sender", "office", "--published", published
        };
    }

    /** Lays down the office with one delivery that is used and one night. */
    private void begin(Path warehouse) throws Exception {
        LaidDownOffice.in(folder);
        write("first.csv", figure("2026-01", "118.5"));
        write("tidy.csv", figure("2026-03", "119.5"));
        write("bulk.csv", figure("2025-11", "101.5") + figure("2025-12", "102.5"));
        good(warehouse, intake("first.csv", "2026-02-06"));
        good(warehouse, "nightly", "--as-of", "2026-02-28");
        String list = good(warehouse, "ingest", "--list", "--format", "csv");
        withdrawn = list.lines().skip(1).findFirst().orElseThrow().split(",", 2)[0];
    }

    /** Does all there is to do, undisturbed, and returns the sum of what is published. */
    private SortedMap<String, String> completed(Path warehouse) throws Exception {
        time(Killed.INTAKE, warehouse);
        time(Killed.BULK_INTAKE, warehouse);
        if (!isWithdrawn(warehouse)) {
            time(Killed.WITHDRAWAL, warehouse);
        }
        good(warehouse, "nightly", "--force", "--as-of", "2026-02-28"); // the end of the chain, whatever was published
        String february = pointed(warehouse);
        good(warehouse, "publish", "--run", february);
        remove(warehouse, february);
        time(Killed.NIGHT, warehouse);
        durations.putIfAbsent(Killed.NIGHT_AGAIN, durations.get(Killed.NIGHT));
        good(warehouse, "verify", "--all");
        SortedMap<String, String> sums = new TreeMap<>();
        sums.putAll(sums(warehouse, "runs/" + pointed(warehouse)));
        sums.putAll(sums(warehouse, "mart"));
        sums.putAll(sums(warehouse, "export"));
        return sums;
    }

    private void time(Killed killed, Path warehouse) throws Exception {
        long begun = System.nanoTime();
        good(warehouse, command(killed, warehouse));
        durations.putIfAbsent(killed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private boolean isWithdrawn(Path warehouse) throws Exception {
        return good(warehouse, "ingest", "--list", "--format", "csv")
                .lines()
                .anyMatch(line -> line.startsWith(withdrawn + ",") && line.contains("withdrawn"));
    }

    /** Reads what the pointer names again and again, by files and sums alone. */
    private void read(Path warehouse, AtomicBoolean isOver) {
        ObjectMapper json = new ObjectMapper();
        while (!isOver.get()) {
            try {
                JsonNode pointer = json.readTree(Files.readAllBytes(warehouse.resolve("current.json")));
                Path run =
                        warehouse.resolve("runs").resolve(pointer.path("run_id").asText());
                byte[] manifest = Files.readAllBytes(run.resolve("manifest.json"));
                require(Sha256.of(manifest), pointer.path("manifest_sha256").asText(), run + "/manifest.json");
                JsonNode listed = json.readTree(manifest);
                for (String kind : List.of("tables", "files")) {
                    for (JsonNode file : listed.path(kind)) {
                        Path path = run.resolve(file.path("file").asText());
                        require(Sha256.ofFile(path), file.path("sha256").asText(), path.toString());
                    }
                }
                reads++;
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (IOException | RuntimeException e) {
                wrong.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void require(String found, String expected, String what) {
        if (!found.equals(expected)) {
            wrong.add("mixed " + what);
        }
    }

    private int sum() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String pointed(Path warehouse) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readAllBytes(warehouse.resolve("current.json")))
                .path("run_id")
                .asText();
    }

    private Path copied(Path base, String name) throws Exception {
        Path copy = folder.resolve(name);
        Process copying = new ProcessBuilder("cp", "-r", base.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        return copy;
    }

    private static SortedMap<String, String> sums(Path warehouse, String below) throws IOException {
        try (Stream<Path> files = Files.walk(warehouse.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !new TreeSet<>(List.of("manifest.json", "manifest.sha256", ".made-of"))
                            .contains(file.getFileName().toString())) // clock times
                    .collect(Collectors.toMap(
                            file -> warehouse.relativize(file).toString(),
                            file -> Sha256.ofFile(file),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String figure(String period, String value) {
        return "vn_bl,exports,total,M," + period + ",period,current," + value
                + ",million_usd,estimate,,https://example.org\n";
    }

    private void write(String file, String rows) throws IOException {
        Files.writeString(folder.resolve(file), HEADER + rows);
    }

    private String good(Path warehouse, String... args) throws Exception {
        Process process = start(warehouse, args);
        int code = process.waitFor();
        String output = Files.readString(folder.resolve("output.txt"));
        assertThat(code).as(String.join(" ", args) + ": " + output).isEqualTo(ExitCode.OK);
        return output;
    }

    private Process start(Path warehouse, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty(
                "chitieu.launcher", HOME.resolve("bin/chitieu").toString())));
        command.addAll(List.of(args));
        if (!List.of("verify", "runs").contains(args[0])) {
            command.addAll(List.of("--datasets", folder.resolve("data").toString()));
        }
        command.addAll(List.of("--warehouse", warehouse.toString(), "--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("CHITIEU_STATE", folder.resolve("state").toString());
        return builder.start();
    }
}
