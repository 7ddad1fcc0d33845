package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;

/** One bit flipped in each kind of file of a warehouse, each kind of file deleted: what is said, and what leads out. */
@NullUnmarked // the test runner fills the fields
@Tag("full")
class DamagedWarehouseTest {

    @TempDir
    private static Path folder;

    private static LaidDownOffice office;

    /** What a file is to its warehouse. */
    private enum Kind {
        /** Part of the run that readers see: found by verify, mended by the night computed again. */
        RUN,
        /** Found by verify, made anew by the next night. */
        FOUND,
        /** Of no number: every night writes it anew, so that verify does not read it. */
        WRITTEN_ANEW,
        /** Grows, and is read by nobody here. */
        JOURNAL
    }

    @BeforeAll
    static void publish() {
        office = LaidDownOffice.in(folder);
        office.good("nightly", "--as-of", "2026-01-31");
        office.good("nightly");
    }

    @TestFactory
    Stream<DynamicTest> everyDamageIsToldAndACommandLeadsOut() throws IOException {
        return kinds().entrySet().stream().flatMap(kind -> Stream.of(true, false)
                .map(isFlipped -> DynamicTest.dynamicTest(
                        (isFlipped ? "a bit of " : "without ") + kind.getKey(),
                        () -> damageAndMend(kind.getValue(), isFlipped))));
    }

    private static void damageAndMend(Path file, boolean isFlipped) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        if (isFlipped && sound.length > 0) {
            byte[] rotten = sound.clone();
            rotten[sound.length / 2] ^= 0x10;
            Files.write(file, rotten);
        } else {
            Files.delete(file);
        }
        Kind kind = kind(file);

        CommandRun verify = office.command("verify");

        if (kind == Kind.RUN || kind == Kind.FOUND) {
            assertThat(verify).as(verify.out()).returns(ExitCode.INFRASTRUCTURE, CommandRun::code);
            assertThat(verify.err()).contains("✗").containsAnyOf("chitieu nightly", "chitieu ingest", "chitieu export");
        } else {
            assertThat(verify).as(verify.err()).returns(ExitCode.OK, CommandRun::code);
        }
        office.good(kind == Kind.RUN ? new String[] {"nightly", "--force"} : new String[] {"nightly"});
        office.good("verify", "--all");
        if (kind != Kind.JOURNAL) {
            assertThat(file).exists();
        }
        boolean hasTimes = file.toString()
                .matches(
                        ".*(manifest\\.\\w+|current\\.json|folder\\.json|chitieu\\.prom|run_results\\.json|\\.made-of|lock)");
        if (!hasTimes && kind != Kind.JOURNAL) {
            assertThat(file).hasBinaryContent(sound);
        }
    }

    /** Returns one file of each kind, by what it is. */
    private static Map<String, Path> kinds() throws IOException {
        String run =
                Warehouse.at(office.warehouse()).current().orElseThrow().runId().text();
        Map<String, Path> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.walk(office.warehouse())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = office.warehouse().relativize(file).toString();
                if (name.startsWith("runs/") && !name.startsWith("runs/" + run)) {
                    continue; // verify --all and the tests of operators look at older runs
                }
                String kind = name.replaceAll("[0-9a-f]{64}", "<sum>")
                        .replace(run, "<run>")
                        .replaceAll("[^/]+\\.parquet", "<table>.parquet")
                        .replaceAll("(export/)(.*?)([^/.]+)(\\.\\w+)*(\\.\\w+)$", "$1<page>$5");
                kinds.putIfAbsent(kind, file);
            }
        }
        assertThat(kinds).hasSizeBetween(12, 40);
        return new LinkedHashMap<>(kinds);
    }

    private static Kind kind(Path file) {
        String name = office.warehouse().relativize(file).toString();
        if (name.startsWith("runs/")) {
            return Kind.RUN;
        }
        if (name.startsWith("log/")) {
            return Kind.JOURNAL;
        }
        return name.startsWith("metrics/")
                        || name.equals("run_results.json")
                        || name.equals("known_night.json")
                        || name.equals("lock")
                ? Kind.WRITTEN_ANEW
                : Kind.FOUND;
    }
}
