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
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.learned.CorrectionFiles;
import vn.chitieu.projection.learned.LearnedCorrection;

/** Quarterly series of three data sets of two families, 2005 to 2024, each year's third quarter in the fourth again. */
class LeaveOutCorrectionsTest {

    @RegisterExtension
    static final SparkOfClass SPARK = new SparkOfClass();

    private static final int SERIES = 30;
    private static final int JUDGED = 2023;

    private Path seriesFile;
    private Path casesFile;
    private Path out;

    @BeforeEach
    void makeFiles(@TempDir Path folder) throws IOException {
        seriesFile = folder.resolve("series.csv");
        casesFile = folder.resolve("cases.csv");
        out = folder.resolve("out.csv");
        writePanel("none", 0);
        StringBuilder cases = new StringBuilder("case_id,dataset,series_id,frequency,agg,year,cutoff_period,target\n");
        for (String dataset : List.of("a_one", "a_two", "b_one")) {
            for (int s = 0; s < SERIES; s++) {
                String id = dataset + s;
                cases.append("%s,%s,%s,Q,sum,%s,%s-Q3,400\n".formatted(id, dataset, id, JUDGED, JUDGED));
            }
        }
        Files.writeString(casesFile, cases);
    }

    @Test
    void aFamilyDoesNotTeachItself() throws IOException {
        String ofA = correction("a_one0");
        String ofB = correction("b_one0");

        writePanel("a_two", 0); // its errors are others

        assertThat(correction("a_one0")).isEqualTo(ofA);
        assertThat(correction("b_one0")).isNotEqualTo(ofB);
    }

    @Test
    void dataSetsAreOfOneFamilyUntilTheFirstUnderscore() {
        assertThat(LeaveOutCorrections.family("a_one_more")).isEqualTo("a");
        assertThat(LeaveOutCorrections.family("alone")).isEqualTo("alone");
    }

    @Test
    void theJudgedYearAndLaterOnesDoNotMatter() throws IOException {
        List<String> before = leaveOut();

        writePanel("none", 1000); // after the cut-off
        List<String> after = leaveOut();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void allCompleteYearsTeachWhatIsShipped() {
        assertThat(EvaluationJob.learn(SPARK.session(), seriesFile, casesFile, PooledTables.shipped())
                        .result())
                .isInstanceOfSatisfying(LearnedCorrection.class, correction -> assertThat(correction.series())
                        .isEqualTo(3 * SERIES));
    }

    private List<String> leaveOut() throws IOException {
        EvaluationOutcome outcome = EvaluationJob.runLeavingOutFamilies(
                SPARK.session(), seriesFile, casesFile, out, PooledTables.shipped());
        assertThat(outcome.refusals().first()).isEmpty();
        return Files.readAllLines(out);
    }

    /** Returns the text of what a case is corrected by. */
    private String correction(String caseId) throws IOException {
        PanelJob data = PanelJob.read(SPARK.session(), seriesFile, casesFile, true);
        List<EvaluationCase> cases = data.sampled(100);
        EvaluationPanel panel = new EvaluationPanel(cases, PooledTables.shipped());
        EvaluationCase asked = cases.stream()
                .filter(question -> question.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
        Path file = out.resolveSibling("correction.csv");
        CorrectionFiles.write(
                file, (LearnedCorrection) LeaveOutCorrections.of(data.judged(), panel, PooledTables.shipped())
                        .of(asked));
        return Files.readString(file);
    }

    /** Writes quarters around 100; a jump of the third one comes again in the fourth. */
    private void writePanel(String steady, double afterCutoff) throws IOException {
        StringBuilder csv = new StringBuilder("series_id,period,value\n");
        for (String dataset : List.of("a_one", "a_two", "b_one")) {
            for (int s = 0; s < SERIES; s++) {
                Random random = new Random(dataset.charAt(2) * 1000L + dataset.charAt(0) * 100L + s);
                double third = 0;
                for (int t = 0; t < 4 * 20; t++) {
                    int year = 2005 + t / 4;
                    boolean isLater = year > JUDGED || (year == JUDGED && t % 4 == 3);
                    double jump = dataset.equals(steady) ? 0.1 : t % 4 == 2 ? 5 : 1;
                    double deviation = jump * random.nextGaussian() + (t % 4 == 3 ? third : 0);
                    third = deviation;
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s%s,%s-Q%s,%.4f\n",
                            dataset,
                            s,
                            year,
                            t % 4 + 1,
                            100 + deviation + (isLater ? afterCutoff : 0)));
                }
            }
        }
        Files.writeString(seriesFile, csv);
    }
}
