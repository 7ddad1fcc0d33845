package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.MartTables;

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
        /** Of no number either: what a night with news need not make again, and makes where it cannot be read. */
        REMEMBERED,
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

    /** Three nights; the oldest run rots, and the fourth, with news, goes on without it and says so. */
    @Test
    void anOlderDamagedRunIsPassedOverAndSaid(@TempDir Path other) throws IOException {
        LaidDownOffice nights = LaidDownOffice.in(other);
        nights.good("nightly", "--as-of", "2025-12-31");
        nights.good("nightly", "--as-of", "2026-01-31");
        nights.good("nightly", "--as-of", "2026-02-28");
        Warehouse warehouse = Warehouse.at(nights.warehouse());
        List<RunId> runs = warehouse.names();
        PublishedRun oldest = warehouse.find(runs.get(2)).orElseThrow();
        byte[] rotten = Files.readAllBytes(oldest.files("target_history").get(0));
        rotten[rotten.length / 2] ^= 0x10;
        Files.write(oldest.files("target_history").get(0), rotten);

        CommandRun next = nights.good("nightly", "--as-of", "2026-03-31");

        assertThat(next.err())
                .contains("chitieu: run " + oldest.runId() + ", as of 31 December 2025, is damaged on the disk"
                        + " (target_history.parquet) and was passed over. What it said of targets and series stands in"
                        + " the history");
        PublishedRun march = warehouse.current().orElseThrow();
        Table history = march.read(MartTables.TARGET_HISTORY);
        assertThat(history.rows().stream().map(row -> row[history.spec().indexOf("as_of_date")]))
                .contains(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 31));

        DurableFiles.deleteTree(oldest.directory());
        nights.good("nightly", "--as-of", "2026-03-31", "--force"); // the same bytes, whatever became of the oldest
        assertThat(march.read(MartTables.TARGET_HISTORY).rows()).hasSameSizeAs(history.rows());

        PublishedRun february = warehouse.find(runs.get(0)).orElseThrow();
        Files.delete(february.directory().resolve("manifest.json"));
        CommandRun lookBack = nights.good("nightly", "--as-of", "2026-02-01");
        assertThat(lookBack.err())
                .contains("run " + february.runId() + ", as of 28 February 2026, is damaged on the disk (manifest.json)"
                        + " and was passed over. The history of the run published now does not hold what it said");
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
        boolean isLeftAlone = kind == Kind.JOURNAL || kind == Kind.REMEMBERED; // a night without news asks for neither
        if (!isLeftAlone) {
            assertThat(file).exists();
        }
        boolean hasTimes = file.toString()
                .matches(
                        ".*(manifest\\.\\w+|current\\.json|folder\\.json|chitieu\\.prom|run_results\\.json|\\.made-of|lock)");
        if (!hasTimes && !isLeftAlone) {
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
        if (name.equals("known_areas.bin")) {
            return Kind.REMEMBERED;
        }
        return name.startsWith("metrics/")
                        || name.equals("run_results.json")
                        || name.equals("known_night.json")
                        || name.equals("lock")
                ? Kind.WRITTEN_ANEW
                : Kind.FOUND;
    }
}
