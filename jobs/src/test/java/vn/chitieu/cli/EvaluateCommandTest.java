package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final String HEADER = "case_id,series_id,frequency,agg,year,cutoff_period,target\n";

    private Path folder;
    private Path series;
    private Path cases;
    private Path out;

    @BeforeEach
    void writeFiles(@TempDir Path temporary) throws IOException {
        folder = temporary;
        series = folder.resolve("series.csv");
        cases = folder.resolve("cases.csv");
        out = folder.resolve("out.csv");
        StringBuilder csv = new StringBuilder("series_id,period,value\n");
        for (int t = 0; t < 23; t++) {
            csv.append("s,%s-Q%s,%s\n".formatted(2019 + t / 4, t % 4 + 1, 100 + t + 10 * (t % 4)));
        }
        Files.writeString(series, csv);
        Files.writeString(cases, HEADER + "a,s,Q,sum,2024,2024-Q2,500\n");
    }

    @Test
    void endsWithZeroWhenEverythingCouldBeUsed() {
        CommandRun run = evaluate("--lang", "en");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("Wrote " + out).endsWith("seconds, 1 cases\n");
    }

    @Test
    void namesABadRowComputesTheRestAndEndsWithTen() throws IOException {
        Files.writeString(cases, Files.readString(cases) + "b,t,Q,sum,2024,2024-Q2,500\n");

        CommandRun run = evaluate("--lang", "en");

        assertThat(run.code()).isEqualTo(10);
        assertThat(run.err())
                .startsWith("  to check: " + cases + ":3: Expecting one of the series given in column series_id");
        assertThat(Files.readAllLines(out)).hasSize(3);
        assertThat(evaluate().err()).startsWith("  cần xem lại: " + cases);
    }

    @Test
    void endsWithTwentyWhenNothingCanBeUsed() throws IOException {
        Files.writeString(cases, "case_id,series_id\na,s\n");
        CommandRun noColumn = evaluate("--lang", "en");
        Files.writeString(cases, HEADER + "a,s,Q,sum,2024,2023-Q2,500\n");
        CommandRun noCase = evaluate("--lang", "en");

        assertThat(noColumn.code()).isEqualTo(20);
        assertThat(noColumn.err()).contains(cases + ":1: Expecting one column frequency in the header");
        assertThat(noCase.code()).isEqualTo(20);
        assertThat(noCase.err())
                .contains("Expecting a period of the year 2024 in column cutoff_period but found '2023-Q2'")
                .endsWith("nothing in these files can be used, nothing was written\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void endsWithThirtyWhenAFileOrFolderIsNotThere() throws IOException {
        Files.delete(series);

        assertThat(evaluate("--lang", "en").code()).isEqualTo(30);
        assertThat(evaluate("--lang", "en").err()).contains("there is no file " + series);

        writeFiles(folder);
        CommandRun run = evaluate("--lang", "en", "--tables", "leaveout");
        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err()).contains("Expecting --tables to be shipped, leave-out or a folder");
    }

    @Test
    void estimatesNothingFromAPanelThatIsTooSmallAndSaysSo() {
        CommandRun run = CommandRun.of(
                "estimate",
                "--series",
                series.toString(),
                "--cases",
                cases.toString(),
                "--out",
                folder.resolve("tables").toString(),
                "--lang",
                "en");

        assertThat(run.code()).isEqualTo(20);
        assertThat(run.err()).contains("3 projections of 1 series can be used, at least 300 of 30 are needed");
        assertThat(folder.resolve("tables")).doesNotExist();
    }

    @Test
    void tablesOfAFolderTakeTheirPlace() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(
                tables.resolve("scale_coefficients.csv"),
                "k,intercept,log_spread,log_volatility,log_sigma_share,quarterly\n2,-2.3025850929940455,0,0,0,0\n");
        Files.writeString(tables.resolve("quantiles.csv"), "prob,q\n0.1,-1\n0.5,0\n0.9,1\n");

        assertThat(evaluate("--tables", tables.toString(), "--correction", "none")
                        .code())
                .isZero();

        // the scale is exp(-2.3026) = 0.1 everywhere, and a tenth of all errors lies above it
        String[] cells = Files.readAllLines(out).get(1).split(",", -1);
        assertThat(Math.log(Double.parseDouble(cells[3]) / Double.parseDouble(cells[1])))
                .isCloseTo(0.1, within(1e-9));

        Files.writeString(tables.resolve("quantiles.csv"), "prob,q\n0.1,1\n0.5,0\n");
        CommandRun run = evaluate("--lang", "en", "--tables", tables.toString());
        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err()).contains("quantiles.csv: Expecting increasing probabilities and quantiles");
    }

    @Test
    void aCorrectionOfAFileTakesThePlaceOfTheShippedOne() throws IOException {
        evaluate("--correction", "none");
        double plain = point();
        Path correction = Files.writeString(
                folder.resolve("correction.csv"), "part,content\nseries,40\nboosters,1\npoint,9\nscale,0\n");

        CommandRun run = evaluate("--correction", correction.toString());
        double moved = point();
        Files.writeString(correction, "part,content\n");
        evaluate("--correction", correction.toString());

        assertThat(run.code()).isZero();
        assertThat(moved).isGreaterThan(plain);
        assertThat(point()).isEqualTo(plain);

        Files.writeString(correction, "part,content\npoint,MOOD<1 0 0\n");
        CommandRun refused = evaluate("--lang", "en", "--correction", correction.toString());
        assertThat(refused.code()).isEqualTo(30);
        assertThat(refused.err()).contains("correction.csv").contains("MOOD");
    }

    private double point() throws IOException {
        return Double.parseDouble(Files.readAllLines(out).get(1).split(",", -1)[1]);
    }

    @Test
    void aCorrectionIsLeftOutOnlyWhereTablesAre() {
        CommandRun run = evaluate("--lang", "en", "--correction", "leave-out");

        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err()).contains("--correction leave-out needs --tables leave-out");
    }

    @Test
    void learnsNothingFromFewSeriesAndSaysSo() {
        Path correction = folder.resolve("correction.csv");
        CommandRun run = CommandRun.of(
                "learn",
                "--series",
                series.toString(),
                "--cases",
                cases.toString(),
                "--out",
                correction.toString(),
                "--lang",
                "en");

        assertThat(run.code()).isEqualTo(20);
        assertThat(run.err()).contains("at least 30 series are needed: nothing was written");
        assertThat(correction).doesNotExist();
    }

    private CommandRun evaluate(String... more) {
        String[] args = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "evaluate", "--series", series.toString(), "--cases", cases.toString(), "--out", out.toString()
                },
                0,
                args,
                0,
                7);
        System.arraycopy(more, 0, args, 7, more.length);
        return CommandRun.of(args);
    }
}
