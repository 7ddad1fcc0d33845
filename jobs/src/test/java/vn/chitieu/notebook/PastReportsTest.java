package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.programme.PastReport;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.rows.MartReader;

/** The programme closed on 30 June; the present run is of 15 July 2025. */
class PastReportsTest {

    private final SampleMarts marts = new SampleMarts();

    private void night(String day, int runNo, double probability, String evaluatedOn) {
        night(day, runNo, probability, evaluatedOn, "billion_vnd");
    }

    private void night(String day, int runNo, double probability, String evaluatedOn, String unit) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("programme_id", SampleMarts.PROGRAMME);
        row.put(
                "target_id",
                ProgrammeAttainment.of(marts.reader(), SampleMarts.PROGRAMME)
                        .targets()
                        .get(0)
                        .id());
        row.put("as_of_date", LocalDate.parse(day));
        row.put("evaluated_on", LocalDate.parse(evaluatedOn));
        row.put("run_no", runNo);
        row.put("unit_code", unit);
        row.put("target_value", 8300.0);
        row.put("actual_to_date", 3200.0);
        row.put("actual_period", "2025-05");
        row.put("point", 8100.0);
        row.put("p10", 7900.0);
        row.put("p90", 8300.0);
        row.put("p_attain", probability);
        row.put("verdict_code", "uncertain");
        marts.add(MartTables.TARGET_HISTORY, row);
    }

    @Test
    void ofEachMonthBeforeTheLastReportIsKeptAndARepetitionIsNone() {
        SampleTargets.revenue(marts);
        night("2025-04-29", 1, 0.2, "2025-04-29");
        night("2025-04-30", 2, 0.3, "2025-04-30");
        night("2025-04-30", 3, 0.4, "2025-04-30");
        night("2025-05-31", 4, 0.5, "2025-05-31");
        night("2025-07-03", 5, 0.6, "2025-06-29"); // of the month of the present run
        MartReader reader = marts.reader();
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, SampleMarts.PROGRAMME);

        List<PastReport> reports = PastReport.of(reader, programme);

        assertThat(reports)
                .extracting(PastReport::asOf)
                .containsExactly(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 4, 30));
        assertThat(reports.get(1).judged().values()).singleElement().satisfies(row -> assertThat(row.number("p_attain"))
                .hasValue(0.4));
        night(
                "2025-06-30",
                6,
                0.6,
                programme.evaluatedOn().orElse(programme.asOf()).toString());
        assertThat(PastReport.of(marts.reader(), programme)).hasSize(2);
    }

    @Test
    void theFirstPageLeadsToThePageOfEachDay(@TempDir Path folder) throws Exception {
        SampleTargets.revenue(marts);
        night("2025-04-30", 1, 0.4, "2025-04-30");
        night("2025-05-31", 2, 0.5, "2025-05-31");

        List<Path> files = NotebookExport.write(marts.reader(), folder, PageScripts.BESIDE);

        assertThat(files)
                .contains(
                        folder.resolve("past/2025-05-31.html"),
                        folder.resolve("past/2025-04-30.html"),
                        folder.resolve("glossary.html"));
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("href=\"past/2025-05-31.html#en-p-mau-2025\"", "31 May 2025: ", "href=\"glossary.html#vi\"");
        assertThat(Files.readString(folder.resolve("past/2025-04-30.html")))
                .contains("Report with the figures known by 30 April 2025</h1>", "href=\"../index.html#en\"")
                .contains("id=\"en-p-mau-2025\"", "2a", ">40%</td>", "8,100 <small>7,900 – 8,300</small>", "3,200");
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void aLabelStaysTextOnThePagesOfThePast(String label, @TempDir Path folder) throws Exception {
        marts.target(1, "1", 1, label, label, Map.of("programme_name_vi", label, "programme_name_en", label));
        marts.attainment("1", SampleTargets.revenueRow());
        night("2025-04-30", 1, 0.4, "2025-04-30", label);

        NotebookExport.write(marts.reader(), folder, PageScripts.BESIDE);

        String page = Files.readString(folder.resolve("past/2025-04-30.html"));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(
                                page.substring("<!DOCTYPE html>".length()).getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("script")
                        .getLength())
                .isEqualTo(1);
    }
}
