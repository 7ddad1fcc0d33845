package vn.chitieu.projection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PanelJobTest {

    @RegisterExtension
    static final SparkOfClass SPARK = new SparkOfClass();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofTooManySeriesTheSameFewAreTakenWhateverTheOrderOfRows() throws IOException {
        List<String> values = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (int s = 0; s < 20; s++) {
            values.add("s%s,2024-Q1,%s".formatted(s, s + 1));
            cases.add("c%s,s%s,Q,sum,2024,2024-Q1,".formatted(s, s));
        }
        List<String> taken = sampled(values, cases, 5);
        List<String> all = sampled(values, cases, 20);
        Collections.reverse(values);
        Collections.reverse(cases);

        assertThat(taken).hasSize(5).isSubsetOf(all);
        assertThat(sampled(values, cases, 5)).containsExactlyElementsOf(reversed(taken));
        assertThat(all).hasSize(20).startsWith("c0", "c1", "c2").endsWith("c19");
    }

    @Test
    void valuesOfASeriesThatStandApartComeTogether() throws IOException {
        List<String> values = new ArrayList<>();
        for (int quarter = 1; quarter <= 3; quarter++) {
            for (String series : List.of("a", "b")) {
                values.add("%s,2024-Q%s,%s".formatted(series, quarter, quarter));
            }
        }

        try (PanelJob data = data(values, List.of("c,b,Q,sum,2024,2024-Q3,"))) {
            assertThat(data.sampled(1)).singleElement().satisfies(question -> assertThat(
                            question.series().values().values())
                    .containsExactly(1.0, 2.0, 3.0));
        }
    }

    @Test
    void refusalsComeInTheOrderOfTheirFileAndAreAllCounted() throws IOException {
        List<String> values = new ArrayList<>(List.of("s,2024-Q1,1"));
        for (int i = 0; i < PanelJob.MOST_TOLD + 5; i++) {
            values.add("s,2024-Q2,x" + i);
        }

        try (PanelJob data = data(values, List.of("c,s,Q,sum,2024,2024-Q1,"))) {
            Refusals refusals = data.refusals();
            assertThat(refusals.count()).isEqualTo(PanelJob.MOST_TOLD + 5);
            assertThat(refusals.first()).hasSize(PanelJob.MOST_TOLD);
            assertThat(refusals.first().get(0).en()).contains("series.csv:3: ").endsWith("found 'x0'");
        }
    }

    private List<String> sampled(List<String> values, List<String> cases, int most) throws IOException {
        try (PanelJob data = data(values, cases)) {
            return data.sampled(most).stream().map(EvaluationCase::caseId).toList();
        }
    }

    private PanelJob data(List<String> values, List<String> cases) throws IOException {
        Path series = Files.writeString(
                folder.resolve("series.csv"), "series_id,period,value\n" + String.join("\n", values) + "\n");
        Path questions = Files.writeString(
                folder.resolve("cases.csv"),
                "case_id,series_id,frequency,agg,year,cutoff_period,target\n" + String.join("\n", cases) + "\n");
        return PanelJob.read(SPARK.session(), series, questions, false);
    }

    private static List<String> reversed(List<String> texts) {
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        return reversed;
    }
}
