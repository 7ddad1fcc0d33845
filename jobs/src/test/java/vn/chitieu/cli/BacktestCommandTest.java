package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

@NullUnmarked
class BacktestCommandTest {

    @TempDir
    private static Path warehouse;

    private static CommandRun run;

    @BeforeAll
    static void projectTheYearsFrom2022Again() {
        run = CommandRun.of("backtest", "--from", "2022", "--warehouse", warehouse.toString(), "--lang", "en");
    }

    @Test
    void tellsAccuracyBesideTheRulesAndKeepsNothing() {
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("Past years:")
                .contains("years 2022–2024")
                .contains("VN · Exports of goods")
                .containsPattern("Not tested: \\d+ series of which no complete year from 2022 on .* VN-HG \\d+")
                .doesNotContain("parquet");
        assertThat(warehouse.resolve("backtest")).doesNotExist();
    }

    /** Without the national figures the province's are tested, and the reader is told what is missing. */
    @Test
    void aDeliveryThatIsRefusedIsTold(@TempDir Path other) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(other.resolve("datasets"));
        Files.writeString(
                datasets.resolve("source/published-viet-nam/2025-07-15/vietnam_national.csv"), "area,indicator\n");
        Files.writeString(
                datasets.resolve("source/published-viet-nam/2025-08-07/vietnam_second.csv"), "area,indicator\n");

        CommandRun broken = CommandRun.of(
                "backtest",
                "--from",
                "2024",
                "--datasets",
                datasets.toString(),
                "--warehouse",
                other.resolve("warehouse").toString(),
                "--lang",
                "en");

        assertThat(broken.code()).as(broken.err()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(broken.err()).contains("delivery published-viet-nam/2025-07-15 was refused whole", "(truncated)");
        assertThat(broken.out()).contains("VN-HG · ").doesNotContain("VN · ");
    }

    @Test
    void saysWhatItNeedsWhenNoSeriesIsLongEnough(@TempDir Path other) {
        CommandRun late = CommandRun.of("backtest", "--from", "2030", "--warehouse", other.toString(), "--lang", "en");

        assertThat(late.code()).isEqualTo(ExitCode.USAGE);
        assertThat(late.err())
                .contains("No series is long enough to be projected again from 2030 as known on 2025-08-07");
    }

    @Test
    void refusesATablesFolderThatIsNotThere() {
        CommandRun missing = CommandRun.of(
                "backtest", "--tables-out", warehouse.resolve("nowhere").toString(), "--lang", "en");

        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("Expecting an existing folder for --tables-out but found no");
    }
}
