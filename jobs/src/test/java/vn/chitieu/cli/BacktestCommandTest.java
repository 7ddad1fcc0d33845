package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.night.BacktestStore;

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
    void tellsAccuracyBesideTheRulesAndWhereTheResultIs() {
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("Backtest on past years:")
                .contains("years 2022–2024")
                .contains("VN · Exports of goods")
                .containsPattern("Not tested: \\d+ series of which no complete year from 2022 on .* VN-HG \\d+")
                .contains("2025-07-09.parquet (the next nightly run publishes it)");
    }

    @Test
    void errorsAreOutturnLessForecastAndIntervalsHoldAsTheyAreSaidTo() throws SQLException {
        String file = warehouse.resolve("backtest/2025-07-09.parquet").toString();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = duckDb.createStatement()
                        .executeQuery("SELECT count(*) AS n, max(abs(value_outturn - value - forecast_error)) AS error,"
                                + " count(*) FILTER (source = 'chitieu' AND is_covered_80 <> (value_outturn BETWEEN"
                                + " p10 AND p90)) AS wrong, min(vintage_date) AS first,"
                                + " count(*) FILTER (vintage_date >= date) AS late,"
                                + " count(DISTINCT source) AS sources FROM '" + file + "'")) {
            row.next();
            assertThat(row.getInt("n")).isGreaterThan(900);
            assertThat(row.getDouble("error")).isZero();
            assertThat(row.getInt("wrong")).isZero();
            assertThat(row.getDate("first").toLocalDate()).isAfterOrEqualTo(LocalDate.of(2021, 12, 31));
            assertThat(row.getInt("late")).isZero();
            assertThat(row.getInt("sources")).isEqualTo(3);
        }
    }

    @Test
    void aNightPublishesNoBacktestThatKnowsMoreThanItself() {
        BacktestStore store = BacktestStore.of(Warehouse.at(warehouse));

        assertThat(store.latest(LocalDate.of(2025, 7, 8))).isEmpty();
        assertThat(store.latest(LocalDate.of(2025, 7, 9)))
                .hasValueSatisfying(stored -> assertThat(stored.evaluatedOn()).isEqualTo(LocalDate.of(2025, 7, 9)));
    }

    @Test
    void aBacktestOfAnotherVersionIsLeftAlone(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("backtest"));
        Files.writeString(other.resolve("backtest/2025-01-01.parquet"), "not a table");
        Files.writeString(other.resolve("backtest/.2025-02-01.parquet.tmp"), "unfinished");

        assertThat(BacktestStore.of(Warehouse.at(other)).latest(LocalDate.of(2025, 7, 9)))
                .isEmpty();
    }

    /** Without the national figures the province's are tested, and the reader is told what is missing. */
    @Test
    void aDeliveryThatIsRefusedIsTold(@TempDir Path other) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(other.resolve("datasets"));
        Files.writeString(
                datasets.resolve("source/published-viet-nam/2025-07-15/vietnam_national.csv"), "area,indicator\n");

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
                .contains("No series is long enough to be projected again from 2030 as known on 2025-07-09");
    }

    @Test
    void refusesATablesFolderThatIsNotThere() {
        CommandRun missing = CommandRun.of(
                "backtest", "--tables-out", warehouse.resolve("nowhere").toString(), "--lang", "en");

        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("Expecting an existing folder for --tables-out but found no");
    }
}
