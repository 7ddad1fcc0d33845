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
class ReportsOfThePastTest {

    private final SampleMarts marts = new SampleMarts();

    private void night(String day, int runNo, double probability, String evaluatedOn) {
        SampleTargets.night(marts, day, runNo, probability, evaluatedOn, "billion_vnd");
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
                .contains("href=\"past/2025-05-31.html#en-p-mau-2025\"", "31 May 2025: ", "href=\"glossary.html#vi\"")
                .contains("The history holds no run of these months, so there is no report of them: June 2025.")
                .contains("không có báo cáo: tháng 6/2025.");
        assertThat(Files.readString(folder.resolve("past/2025-04-30.html")))
                .contains("Report with the figures known by 30 April 2025</h1>", "href=\"../index.html#en\"")
                .contains(
                        "id=\"en-p-mau-2025\"",
                        "<tr class=\"target\" id=\"en-p-mau-2025-0\">",
                        "2a",
                        ">40%</td>",
                        "8,100 <small>7,900 – 8,300</small>",
                        "3,200");
    }

    /** The run before was of a program that kept no history. */
    @Test
    void aHistoryThatBeganAnewIsSaidOnTheFirstPage(@TempDir Path folder) throws Exception {
        SampleTargets.revenue(marts);
        night("2025-07-15", 1, 0.4, "2025-06-29");
        Map<String, @Nullable Object> finding = new HashMap<>();
        finding.put("finding_id", "f1");
        finding.put("rule_code", "history_begins_anew");
        finding.put("severity_code", "warning");
        finding.put("message_vi", "Lịch sử <b>bắt đầu lại</b>");
        finding.put("message_en", "The history begins anew");
        marts.add(MartTables.FINDING, finding);

        NotebookExport.write(marts.reader(), folder, PageScripts.BESIDE);

        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("<h2>Past reports</h2>", "The history begins anew.</p>")
                .contains("Lịch sử &lt;b&gt;bắt đầu lại&lt;/b&gt;.</p>")
                .doesNotContain("holds no run of these months");
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void aLabelStaysTextOnThePagesOfThePast(String label, @TempDir Path folder) throws Exception {
        marts.target(1, "1", 1, label, label, Map.of("programme_name_vi", label, "programme_name_en", label));
        marts.attainment("1", SampleTargets.revenueRow());
        SampleTargets.night(marts, "2025-04-30", 1, 0.4, "2025-04-30", label);

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
