package vn.chitieu.projection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;

/** Pooled tables estimated without what is judged: quarterly series of two data sets, 2005 to 2024. */
class LeaveOutTablesTest {

    @RegisterExtension
    static final SparkOfClass SPARK = new SparkOfClass();

    private static final int SERIES = 36;
    private static final int FIRST_YEAR = 2005;
    private static final int JUDGED = 2023;

    private Path seriesFile;
    private Path casesFile;
    private Path out;

    @BeforeEach
    void makeFiles(@TempDir Path folder) throws IOException {
        seriesFile = folder.resolve("series.csv");
        casesFile = folder.resolve("cases.csv");
        out = folder.resolve("out.csv");
        writePanel(1, 1, 0);
        StringBuilder cases = new StringBuilder("case_id,dataset,series_id,frequency,agg,year,cutoff_period,target\n");
        for (String dataset : List.of("a", "b")) {
            for (int s = 0; s < SERIES; s++) {
                String id = dataset + s;
                cases.append("%s,%s,%s,Q,sum,%s,%s-Q2,400\n".formatted(id, dataset, id, JUDGED, JUDGED));
            }
        }
        Files.writeString(casesFile, cases);
    }

    @Test
    void whatHappensToADataSetDoesNotChangeItsOwnTables() throws IOException {
        List<String> before = leaveOut();

        writePanel(3, 1, 0); // the errors of data set a are three times as large
        List<String> after = leaveOut();

        assertThat(width(after, "b0")).isGreaterThan(1.3 * width(before, "b0"));
        assertThat(rows(after, "b")).noneMatch(row -> row.endsWith("shipped_tables"));
    }

    @Test
    void theJudgedYearAndLaterOnesDoNotMatter() throws IOException {
        List<String> before = leaveOut();

        writePanel(1, 1, 1000); // after the cut-off
        List<String> after = leaveOut();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void seriesOfZerosBesideThemChangeNothing() throws IOException {
        List<String> before = leaveOut();
        StringBuilder zeros = new StringBuilder();
        for (int t = 0; t < 4 * 20; t++) {
            zeros.append("zero,%s-Q%s,0\n".formatted(FIRST_YEAR + t / 4, t % 4 + 1));
        }
        Files.writeString(seriesFile, Files.readString(seriesFile) + zeros);
        Files.writeString(casesFile, Files.readString(casesFile) + "zero,c,zero,Q,sum,2023,2023-Q2,400\n");

        List<String> after = leaveOut();

        assertThat(after).startsWith(before.toArray(String[]::new)).endsWith("zero,0.0,,,,,,zero,all_zero");
    }

    @Test
    void aDataSetWithNothingBesideItHasTheShippedTablesAndSaysSo() throws IOException {
        Files.writeString(casesFile, Files.readString(casesFile).replaceAll("(?m)^b.*\\n", ""));

        List<String> alone = leaveOut();
        EvaluationJob.run(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());

        assertThat(alone.get(1)).endsWith(",combination,shipped_tables");
        assertThat(alone.get(1).replace("shipped_tables", ""))
                .isEqualTo(Files.readAllLines(out).get(1));
    }

    @Test
    void anOfficesOwnTablesAreWrittenAndReadBackToTheLastDigit(@TempDir Path folder) throws IOException {
        PooledEstimate estimate = EvaluationJob.estimate(SPARK.session(), seriesFile, casesFile, PooledTables.shipped())
                .result();
        PooledTableFiles.write(folder, estimate.tables());
        PooledTables read = PooledTableFiles.read(folder, PooledTables.shipped());

        assertThat(estimate.isEstimated()).isTrue();
        assertThat(estimate.series()).isEqualTo(2 * SERIES);
        // 2009 to 2022 have four years before them: 14 years, three points, 72 series
        assertThat(estimate.rows()).isEqualTo(14 * 3 * 2 * SERIES);
        assertThat(read.scaleCoefficients()).isEqualTo(estimate.tables().scaleCoefficients());
        assertThat(read.errors()).isEqualTo(estimate.tables().errors());
    }

    private List<String> leaveOut() throws IOException {
        EvaluationOutcome outcome =
                EvaluationJob.runLeavingOut(SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        assertThat(outcome.refusals().first()).isEmpty();
        return Files.readAllLines(out);
    }

    private static List<String> rows(List<String> lines, String dataset) {
        return lines.stream().filter(line -> line.matches(dataset + "\\d.*")).toList();
    }

    /** Returns how far the 80 percent interval of a case goes, relative to its point. */
    private static double width(List<String> lines, String caseId) {
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(caseId + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        return (Double.parseDouble(cells[3]) - Double.parseDouble(cells[2])) / Double.parseDouble(cells[1]);
    }

    /** Writes quarters around 100 whose fourth one jumps by chance, so that no forecaster can know it. */
    private void writePanel(double jumpsOfA, double jumpsOfB, double afterCutoff) throws IOException {
        StringBuilder csv = new StringBuilder("series_id,period,value\n");
        for (String dataset : List.of("a", "b")) {
            for (int s = 0; s < SERIES; s++) {
                Random random = new Random(s + (dataset.equals("a") ? 0 : 1000));
                for (int t = 0; t < 4 * 20; t++) {
                    int year = FIRST_YEAR + t / 4;
                    double jump = (t % 4 == 3 ? 6 : 1) * (dataset.equals("a") ? jumpsOfA : jumpsOfB);
                    boolean isLater = year > JUDGED || (year == JUDGED && t % 4 >= 2);
                    double value = 100 + jump * random.nextGaussian() + (isLater ? afterCutoff : 0);
                    csv.append(String.format(Locale.ROOT, "%s%s,%s-Q%s,%.4f\n", dataset, s, year, t % 4 + 1, value));
                }
            }
        }
        Files.writeString(seriesFile, csv);
    }
}
