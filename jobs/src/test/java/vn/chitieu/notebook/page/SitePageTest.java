package vn.chitieu.notebook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.programme.PastReports;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.text.PlainText;

class SitePageTest {

    private static String page(MartReader marts) {
        List<ProgrammeAttainment> programmes = List.of(ProgrammeAttainment.of(marts, SampleMarts.PROGRAMME));
        return SitePage.of(programmes, List.of("1-overview.ipynb"), PastReports.of(marts, programmes));
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring("<!DOCTYPE html>".length()))));
    }

    @Test
    void leadsToThePageTheReportAndEveryTargetInBothLanguages() throws Exception {
        String page = page(SampleProgramme.provincial());

        assertThat(page)
                .contains("Chương trình công tác năm 2025 của Tỉnh ủy Mẫu", "Programme of work for 2025")
                .contains("href=\"mau-2025/index.html#vi\"", "href=\"mau-2025/index.html#en\"")
                .contains("href=\"mau-2025/report.en.docx\"", "href=\"mau-2025/annex.vi.xlsx\"")
                .contains("href=\"mau-2025/vi/1-overview.ipynb\"", "href=\"queries.html#vi\"")
                .contains("Tính theo 9 dòng chỉ tiêu", "Figures known by");
        NodeList rows = parsed(page).getElementsByTagName("li");
        assertThat(rows.getLength()).isEqualTo(2 * 9);
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void aLabelIsShownLetterByLetterWhateverItIs(String label) throws Exception {
        Document page = parsed(page(LabelledMarts.of(label)));

        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains(PlainText.cut(PlainText.oneLine(label), 240));
    }
}
