package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.RunLock;
import vn.chitieu.catalog.run.SamplePublication;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;

@NullUnmarked // the test runner fills the fields
class OperatorCommandsTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 31);
    private static final LocalDate JUNE_10 = LocalDate.of(2025, 6, 10);
    private static final LocalDate JUNE_20 = LocalDate.of(2025, 6, 20);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 5);

    @TempDir
    private Path folder;

    private Path root;
    private final List<String> runs = new ArrayList<>();

    @BeforeEach
    void publishFourRuns() {
        root = folder.resolve("warehouse");
        for (LocalDate asOf : List.of(MAY, JUNE_10, JUNE_20, JULY)) {
            runs.add(SamplePublication.night(root, asOf).runId().text());
        }
    }

    @Test
    void runsAreListedTheNewestFirstWithTheirState() throws IOException {
        Files.delete(root.resolve("runs").resolve(runs.get(1)).resolve("trade.parquet"));

        List<String> lines = command("runs", "--format", "csv").out().lines().toList();

        assertThat(lines.get(0)).isEqualTo("run_id,as_of_date,state,finished_at,bytes,predecessor");
        assertThat(lines.get(1)).startsWith(runs.get(3) + ",2025-07-05,current,2025-10-06T17:01:30Z,");
        assertThat(lines.get(2)).startsWith(runs.get(2) + ",2025-06-20,whole,");
        assertThat(lines.get(3)).startsWith(runs.get(0) + ",2025-05-31,whole,");
        assertThat(lines.get(4)).startsWith(runs.get(1) + ",2025-06-10,damaged,");
    }

    @Test
    void runsFitATerminalOf80ColumnsWithoutTheHourTheyFinished() {
        for (String language : List.of("vi", "en")) {
            String narrow = CommandRun.at(80, "runs", "--warehouse", root.toString(), "--lang", language)
                    .out();

            assertThat(narrow).contains(runs).doesNotContain("2025-10-06T17:01:30Z");
            assertThat(narrow.lines()).allMatch(line -> line.length() <= 80);
        }
        assertThat(command("runs").out()).contains("2025-10-06T17:01:30Z");
    }

    @Test
    void aSoundWarehouseIsWhole() {
        CommandRun current = command("verify");
        CommandRun all = command("verify", "--all");

        assertThat(current).as(current.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(current.out()).contains("run " + runs.get(3) + " is whole", "All whole: 1 run, mart/");
        assertThat(all.out()).contains("All whole: 4 runs");
    }

    @Test
    void everyKindOfDamageEndsWith50AndNamesTheWayOut() throws IOException {
        Path current = root.resolve("runs").resolve(runs.get(3));
        for (String damaged : List.of(
                current.resolve("trade.parquet").toString(),
                current.resolve("views.sql").toString(),
                current.resolve("manifest.json").toString(),
                current.resolve("manifest.sha256").toString(),
                root.resolve("mart/budget.parquet").toString(),
                root.resolve("current.json").toString())) {
            Path file = Path.of(damaged);
            byte[] sound = Files.readAllBytes(file);
            byte[] rotten = sound.clone();
            rotten[sound.length / 2] ^= 0x10;
            Files.write(file, rotten);
            assertThat(command("verify")).as(damaged).satisfies(OperatorCommandsTest::isDamage);
            Files.delete(file);
            assertThat(command("verify")).as(damaged).satisfies(OperatorCommandsTest::isDamage);
            Files.write(file, sound);
            assertThat(command("verify")).as(damaged).returns(ExitCode.OK, CommandRun::code);
        }
    }

    @Test
    void aFileThatCannotBeReadIsDamageAndTheOthersAreReadAllTheSame() throws IOException {
        Path manifest = root.resolve("runs").resolve(runs.get(0)).resolve("manifest.json");
        Files.delete(manifest);
        Files.createSymbolicLink(manifest, Path.of("/proc/self/mem")); // a regular file that answers with an error
        Files.delete(root.resolve("mart/budget.parquet"));

        CommandRun all = command("verify", "--all");
        Files.delete(manifest);

        assertThat(all.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(all.err())
                .contains("cannot be read: Expecting to read " + manifest, "budget.parquet")
                .contains("an administrator looks at the disk and at the rights of the file");
        assertThat(all.out()).contains("run " + runs.get(1) + " is whole", "run " + runs.get(3) + " is whole");
    }

    @Test
    void aCopyThatCannotBeReadLeavesTheCurrentRunToBeRead() throws IOException {
        Path copy = root.resolve("mart/budget.parquet");
        Files.delete(copy);
        Files.createSymbolicLink(copy, Path.of("/proc/self/mem"));

        CommandRun run = command("verify");
        Files.delete(copy);

        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.out()).contains("run " + runs.get(3) + " is whole");
    }

    private static void isDamage(CommandRun run) {
        assertThat(run.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(run.err()).contains("chitieu nightly", "chitieu publish --run");
    }

    @Test
    void anOlderRunIsDamagedWithoutTheCurrentOneBeing() throws IOException {
        Path table = root.resolve("runs").resolve(runs.get(0)).resolve("trade.parquet");
        byte[] content = Files.readAllBytes(table);
        content[100] ^= 1;
        Files.write(table, content);

        assertThat(command("verify").code()).isEqualTo(ExitCode.OK);
        CommandRun all = command("verify", "--all");
        assertThat(all.code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(all.err()).contains("trade.parquet", "chitieu nightly --as-of 2025-05-31 --force");
    }

    @Test
    void goingBackMovesThePointerAndTheCopiesAndSaysWhatPagesCannotShow() {
        CommandRun back = command("publish", "--run", runs.get(0));

        assertThat(back.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS); // the sample has no table of a page
        assertThat(back.out()).contains("Run " + runs.get(0) + " is the current one.");
        assertThat(back.err()).contains("the pages could not be written again from run " + runs.get(0));
        Warehouse warehouse = Warehouse.at(root);
        PublishedRun current = warehouse.current().orElseThrow();
        assertThat(current.runId()).hasToString(runs.get(0));
        assertThat(warehouse.mart().resolve("views.sql")).hasContent("-- 2025-05-31\n");
        assertThat(command("verify").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void nobodyGoesBackToADamagedOrUnknownRunOrWhileAnotherHoldsTheWarehouse() throws IOException {
        Files.delete(root.resolve("runs").resolve(runs.get(0)).resolve("trade.parquet"));

        assertThat(command("publish", "--run", runs.get(0)).code()).isEqualTo(ExitCode.INFRASTRUCTURE);
        CommandRun unknown = command("publish", "--run", "20250101-000000000000");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("there is no run '20250101-000000000000'; the runs are " + runs.get(3));
        try (RunLock lock = Warehouse.at(root).lock("nightly")) {
            assertThat(lock).isNotNull();
            assertThat(command("publish", "--run", runs.get(1)).code()).isEqualTo(ExitCode.LOCKED);
        }
        assertThat(Warehouse.at(root).current().orElseThrow().runId()).hasToString(runs.get(3));
    }

    @Test
    void pruningKeepsTheNewestTheMonthsAndTheCurrentOne() throws IOException {
        command("publish", "--run", runs.get(1));

        CommandRun would = command("prune", "--keep", "1", "--keep-monthly", "--dry-run");
        assertThat(would.out())
                .contains("Would remove 0 runs"); // July, June 20 and May end a month, June 10 is current

        command("publish", "--run", runs.get(3));
        CommandRun monthly = command("prune", "--keep", "1", "--keep-monthly");
        assertThat(monthly.out()).contains("  " + runs.get(1), "Removed 1 runs", "3 are left");
        assertThat(names()).containsExactly(runs.get(0), runs.get(2), runs.get(3));

        CommandRun pruned = command("prune", "--keep", "1");
        assertThat(pruned.out()).contains("Removed 2 runs");
        assertThat(names()).containsExactly(runs.get(3));
        assertThat(command("verify", "--all").code()).isEqualTo(ExitCode.OK);
        assertThat(command("prune", "--keep", "0").err()).contains("Expecting --keep to be at least 1 but was 0");
    }

    @Test
    void damagedRunsGoOnlyWhenAskedForAndNeverTheCurrentOne() throws IOException {
        Files.delete(root.resolve("runs").resolve(runs.get(0)).resolve("trade.parquet"));
        Files.delete(root.resolve("runs").resolve(runs.get(3)).resolve("trade.parquet"));

        command("prune", "--keep", "9");
        assertThat(names()).hasSize(4);
        command("prune", "--keep", "9", "--damaged");
        assertThat(names()).containsExactly(runs.get(1), runs.get(2), runs.get(3));
    }

    @Test
    void theStatusNamesTheRunItsDayAndTheStateOfTheWarehouse() {
        CommandRun status = command("status", "--format", "csv");

        assertThat(status).as(status.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(status.out())
                .contains("run_id," + runs.get(3), "as_of_date,2025-07-05", "runs,4", "damaged_runs,0")
                .containsPattern("age_days,[0-9]+");
        assertThat(command("status").out()).contains("Age of the figures (days)");
    }

    @Test
    void whoReadsMakesNothingOfANameThatWasMistyped() {
        String mistyped = folder.resolve("warehuose").toString();

        for (List<String> reading : List.of(
                List.of("status"),
                List.of("runs"),
                List.of("verify"),
                List.of("show", "attainment"),
                List.of("export"))) {
            List<String> all = new ArrayList<>(reading);
            all.addAll(List.of("--warehouse", mistyped));
            CommandRun.of(all.toArray(String[]::new));

            assertThat(Path.of(mistyped)).as(reading.get(0)).doesNotExist();
        }
    }

    @Test
    void aSpanThatIsNoneIsRefused() {
        CommandRun run = command("publish", "--run", runs.get(0), "--wait", "soon");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Expecting a span such as 90s, 30m or 2h but was 'soon'");
    }

    @Test
    void everySettingIsShown() {
        CommandRun shown = CommandRun.of("config", "show", "--format", "csv", "--lang", "en");

        assertThat(shown).as(shown.err()).returns(ExitCode.OK, CommandRun::code);
        String datasets =
                Path.of(System.getProperty("chitieu.home"), "datasets").toString();
        assertThat(shown.out())
                .contains(
                        "key,value,origin",
                        "datasets," + datasets + ",default",
                        "warehouse," + datasets + "/warehouse,default",
                        "export," + datasets + "/warehouse/export,default",
                        "lang,vi,default",
                        "max-runtime,,");
        assertThat(CommandRun.of("config", "list", "--lang", "en").err())
                .contains("Expecting 'config show' but was 'list'");
    }

    /** A name that was mistyped in a timetable is no warehouse that is whole, and nothing is made of it. */
    @Test
    void whereNoWarehouseEverWasNothingIsWholeAndNothingIsMade() {
        Path mistyped = folder.resolve("wharehouse");
        for (List<String> asked :
                List.of(List.of("verify"), List.of("prune", "--keep", "3"), List.of("publish", "--run", "x"))) {
            List<String> all = new ArrayList<>(asked);
            all.addAll(List.of("--warehouse", mistyped.toString(), "--lang", "en"));

            CommandRun run = CommandRun.of(all.toArray(String[]::new));

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("nothing is published in " + mistyped + " yet");
            assertThat(mistyped).doesNotExist();
        }
    }

    @Test
    void anOptionThatSaysNothingOfATableIsRefused() {
        assertThat(command("show", "attainment", "--area", "VN").err())
                .contains("--area does not choose rows of table attainment");
        assertThat(command("show", "findings", "--area", "VN").code()).isEqualTo(ExitCode.USAGE);
        assertThat(command("show", "revenue", "--programme", "viet-nam-2025").err())
                .contains("--programme does not choose rows of table revenue");
    }

    private CommandRun command(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--warehouse", root.toString(), "--lang", "en"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(root.resolve("runs"))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
