package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;

/** Nights in processes of their own that something ends. */
@NullUnmarked // the test runner fills the field
@Tag("full")
class EndOfProcessTest {

    private static final int KILLS = 20;
    private static final int SIGNALS = 5;

    @TempDir
    private Path folder;

    @Test
    void aNightThatTakesTooLongEndsWith50AndTellsSo() throws Exception {
        LaidDownOffice office = LaidDownOffice.in(folder);
        office.good("nightly");
        String success = result(office).path("last_success_at").asText();

        Process night = office.start("nightly", "--force", "--max-runtime", "2s");

        assertThat(night.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(night.exitValue()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(folder.resolve("output.txt")).content().contains("ran longer than 2s: ended");
        JsonNode result = result(office);
        assertThat(result.path("exit_code").asInt()).isEqualTo(ExitCode.INFRASTRUCTURE);
        assertThat(result.path("failure").asText()).startsWith("TimeoutException: ");
        assertThat(result.path("last_success_at").asText()).isEqualTo(success);
        assertThat(office.warehouse().resolve("metrics/chitieu.prom")).content().contains("chitieu_night_exit_code 50");
        assertThat(office.warehouse().resolve("log/chitieu.jsonl"))
                .content()
                .contains("night failed with exit code 50");
        office.good("verify", "--all");
    }

    @Test
    void aLimitIsForgottenWhenTheCallIsOver() {
        LaidDownOffice office = LaidDownOffice.in(folder);

        office.good("nightly", "--max-runtime", "1h");

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("max-runtime");
    }

    /** Also a session that is still being opened, whose folders Spark itself does not know yet. */
    @Test
    void aSignalLeavesNoTemporaryFiles() throws Exception {
        for (int moment = 0; moment < SIGNALS; moment++) {
            LaidDownOffice office = LaidDownOffice.in(Files.createDirectory(folder.resolve("office-" + moment)));
            Process night = office.start("nightly");
            for (int tries = 0; tries < 6000 && temporary(office).isEmpty(); tries++) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(temporary(office)).isNotEmpty();
            TimeUnit.MILLISECONDS.sleep(150L * moment);

            night.destroy();

            assertThat(night.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(night.exitValue()).isEqualTo(ExitCode.INFRASTRUCTURE);
            assertThat(temporary(office)).isEmpty();
        }
    }

    /**
     * Wherever a night is killed, readers see a whole run, and the next night gives the bytes of an undisturbed one.
     */
    @Test
    void killsAtRandomMomentsLeaveTheOldRunOrTheNew() throws Exception {
        LaidDownOffice office = LaidDownOffice.in(folder);
        office.good("nightly");
        String before = current(office).runId().text();
        office.good("nightly", "--as-of", "2026-01-31");
        String after = current(office).runId().text();
        SortedMap<String, String> tables = office.sums("runs/" + after);
        office.good("publish", "--run", before);
        Random moments = new Random(20260415);
        int struck = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process night = office.start("nightly", "--force", "--as-of", kill % 2 == 0 ? "2026-01-31" : "2026-04-06");
            boolean hasEnded = night.waitFor(500 + moments.nextInt(8000), TimeUnit.MILLISECONDS);
            struck += hasEnded ? 0 : 1;
            night.destroyForcibly().waitFor();

            assertThat(current(office).runId().text()).isIn(before, after);
            office.good("verify", "--all");
        }
        assertThat(struck).isGreaterThan(KILLS / 2);

        office.good("nightly", "--force", "--as-of", "2026-01-31");

        assertThat(office.sums("runs/" + after)).isEqualTo(tables);
        try (Stream<Path> entries = Files.list(office.warehouse().resolve("runs"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder(before, after);
        }
    }

    private static PublishedRun current(LaidDownOffice office) {
        return Warehouse.at(office.warehouse()).current().orElseThrow();
    }

    private static JsonNode result(LaidDownOffice office) throws IOException {
        return new ObjectMapper()
                .readTree(office.warehouse().resolve("run_results.json").toFile());
    }

    private static List<Path> temporary(LaidDownOffice office) throws IOException {
        if (!Files.isDirectory(office.warehouse())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(office.warehouse())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(".work-"))
                    .toList();
        }
    }
}
