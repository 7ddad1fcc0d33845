package vn.chitieu.notebook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.NotebookExport;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.notebook.text.Resources;

class AttainmentPageTest {

    private static final String PAGE = page(SampleProgramme.provincial());
    private static final String LIBRARY = Resources.text("plotly-basic.min.js");
    private static final String PLOTLY_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba";

    @Test
    void saysWhatAProvinceAsksFirstInBothLanguages() {
        assertThat(PAGE)
                .contains("<h2>Đánh giá lần cuối trước sắp xếp đơn vị hành chính (30/6/2025)</h2>")
                .contains("<h2>Last evaluation before the reorganisation of administrative units (30 June 2025)</h2>")
                .contains("1/6 chỉ tiêu đạt và vượt, 0 không đạt, 3 đang thực hiện, 2 chưa đủ cơ sở đánh giá.")
                .contains("1 of 6 target groups met or exceeded, 0 missed, 3 still open, 2 not evaluable yet.")
                .contains("Tính theo 9 dòng chỉ tiêu: 1 đã vượt, 1 đã đạt, 1 nhiều khả năng đạt, 2 chưa chắc chắn,"
                        + " 1 khó đạt, 3 chưa đủ cơ sở đánh giá.")
                .contains("Chỉ dùng số liệu công bố đến 30/6/2025, ngày chương trình khép lại (kho số liệu có đến"
                        + " 15/7/2025)")
                .contains(
                        "can be tested on past years at this point of the year: intervals and probabilities rest on what")
                .doesNotContain("bin/chitieu backtest")
                .contains("3f7a9c3f7a9c");
    }

    @Test
    void everyTargetHasAPageAndEveryProjectedOneDrawingsWithTheirFigures() {
        List<String> pages = parts(PAGE, "<article ", "</article>");

        assertThat(pages).hasSize(2 * 9);
        assertThat(pages).allSatisfy(page -> assertThat(page).contains("class=\"said\"", "class=\"sentence\""));
        assertThat(pages)
                .filteredOn(page -> page.contains("class=\"card\""))
                .hasSize(2 * 4)
                .allSatisfy(page -> assertThat(page)
                        .contains("<svg viewBox")
                        .contains("class=\"band80\"")
                        .contains("class=\"goal\"")
                        .contains("<details>")
                        .contains("<caption>")
                        .contains("class=\"method\""));
    }

    @Test
    void everyDrawingHasItsSentenceAndItsTable() {
        for (String exhibit : parts(PAGE, "<section class=\"exhibit", "</section>")) {
            assertThat(exhibit).containsPattern("<p id=\"[^\"]+-s\" class=\"sentence\">[^<]+</p>");
            if (exhibit.contains("<svg")) {
                assertThat(exhibit).contains("role=\"img\" aria-labelledby=\"", "<table ");
            }
        }
    }

    @Test
    void everyChapterIsInTheContentsEvenWithoutFigures() {
        assertThat(PAGE)
                .contains("<a href=\"#vi-accuracy\">", "<a href=\"#en-revisions\">", "<a href=\"#vi-grdp\">")
                .contains("Sửa số liệu và phát hiện</h2>")
                .contains("can be projected again with the figures at hand: nothing here has been tested.");
    }

    @Test
    void thePlotLibraryIsTheOneWhoseSumIsKnown() throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(LIBRARY.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(sum)).isEqualTo(PLOTLY_SHA256);
        assertThat(parts(PAGE, LIBRARY.substring(0, 200), "\n")).hasSize(1);
        assertThat(PAGE.length()).isLessThan(6_000_000);
    }

    @Test
    void aSentenceSaysWhatTheDrawingShows() {
        assertThat(PAGE)
                .contains("Thu nội địa ước cả năm 8.120 tỷ đồng (khoảng 80%: 7.840 đến 8.410), bằng 97,8% kế hoạch;"
                        + " khả năng đạt 31%.")
                .contains("Domestic revenue: projected 8,120 billion VND for the year (80% interval: 7,840 to 8,410),"
                        + " 97.8% of plan; probability of reaching it 31%.")
                .contains(
                        "Giảm tỷ lệ hộ nghèo ước cả năm giảm 0,41 điểm phần trăm (khoảng 80%: giảm 0,71 đến giảm 0,12),"
                                + " so với kế hoạch giảm ít nhất 0,74 điểm phần trăm; khả năng đạt 9%.");
    }

    @Test
    void saysWhatTheRestOfTheYearMustBring() {
        assertThat(PAGE)
                .contains("Để đạt kế hoạch, phần còn lại của năm phải đạt thêm 3.947 tỷ đồng, cao hơn cùng kỳ năm"
                        + " trước 12,3%; mức này cao hơn 75% số năm đã qua.")
                .contains("To reach the plan, the rest of the year must grow by 8.1% on the same part of last year;"
                        + " that is more than 40% of past years brought.");
    }

    @Test
    void namesTheIssuerOfEveryOtherVersionInTheLanguageOfThePage() {
        assertThat(PAGE)
                .contains("↳ Tỉnh Mẫu: mục tiêu phấn đấu, 31/12/2024")
                .contains("↳ Sample Province: working target, 31 December 2024")
                .doesNotContain("Tỉnh Mẫu: working target");
    }

    @Test
    void aVerdictIsASymbolAndAWord() {
        assertThat(PAGE)
                .contains("<i aria-hidden=\"true\">▼</i> khó đạt")
                .contains("<i aria-hidden=\"true\">✓+</i> đã vượt");
    }

    @Test
    void aTargetThatCannotBeJudgedSaysWhy() {
        assertThat(PAGE).contains("class=\"reason\" colspan=\"6\">chưa có số liệu năm 2025</td>");
    }

    @Test
    void marksNumbersThatWereNotPublished() {
        assertThat(PAGE).contains("3,38</td>").contains("0,74<abbr title=\"suy ra\">ᵈ</abbr>");
    }

    @Test
    void allowsOnlyItsOwnStyleSheetAndScripts() throws Exception {
        String style = parts(PAGE, "<style>", "</style>").get(0).substring("<style>".length());
        List<String> scripts = parts(PAGE, "<script>", "</script>").stream()
                .map(part -> part.substring("<script>".length()))
                .toList();

        assertThat(parts(own(PAGE), "<style", ">")).hasSize(1);
        assertThat(parts(own(PAGE), "<script", ">"))
                .filteredOn(s -> !s.contains("application/json"))
                .hasSize(2);
        assertThat(scripts).hasSize(2).element(1).asString().contains(LIBRARY);
        assertThat(policy())
                .isEqualTo("default-src 'none'; style-src '" + sha256(style) + "' '" + sha256("") + "'; script-src '"
                        + sha256(scripts.get(0)) + "' '" + sha256(scripts.get(1))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void asksTheNetworkForNothing() throws Exception {
        assertThat(own(PAGE).replace("http-equiv", "")).doesNotContain("http");
        assertThat(attributes(PAGE)).noneMatch(a -> a.startsWith("src=") || a.startsWith("style="));
        assertThat(attributes(PAGE)).noneMatch(a -> a.startsWith("on"));
        assertThat(attributes(PAGE))
                .filteredOn(a -> a.startsWith("href="))
                .allMatch(a -> a.startsWith("href=#") || a.startsWith("href=../glossary.html#"));
    }

    @Test
    void everyReferenceInsideThePageHasItsPlace() throws Exception {
        Set<String> places = new HashSet<>();
        List<String> references = new ArrayList<>();
        for (String attribute : attributes(PAGE)) {
            if (attribute.startsWith("id=")) {
                assertThat(places.add(attribute.substring(3))).as(attribute).isTrue();
            }
            if (attribute.startsWith("href=#")) {
                references.add(attribute.substring(6));
            }
            if (attribute.startsWith("aria-labelledby=")) {
                references.add(attribute.substring("aria-labelledby=".length()));
            }
        }

        assertThat(places).containsAll(references).isNotEmpty();
    }

    @Test
    void coloursOfVerdictsCanBeReadOnTheirGround() {
        String style = parts(PAGE, "<style>", "</style>").get(0);
        String dark = parts(style, "(prefers-color-scheme: dark)", "* {").get(0);
        String light = style.substring(0, style.indexOf("@media"));
        for (String theme : List.of(light, dark)) {
            for (String verdict :
                    List.of("exceeded", "achieved", "likely", "uncertain", "unlikely", "missed", "none")) {
                assertThat(contrast(colour(theme, verdict + "-ink"), colour(theme, verdict + "-paper")))
                        .as(verdict)
                        .isGreaterThan(4.5);
            }
            for (String text : List.of("ink", "quiet", "accent", "goal")) {
                assertThat(contrast(colour(theme, text), colour(theme, "card")))
                        .as(text)
                        .isGreaterThan(4.5);
                assertThat(contrast(colour(theme, text), colour(theme, "paper")))
                        .as(text)
                        .isGreaterThan(4.5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void aLabelIsShownLetterByLetterWhateverItIs(String label) throws Exception {
        String page = page(LabelledMarts.of(label));

        assertThat(elements(page)).isSubsetOf(elements(PAGE));
        assertThat(attributes(page)).noneMatch(a -> a.startsWith("on") || a.startsWith("src="));
        assertThat(parts(own(page), "<script>", ">")).hasSize(2);
        assertThat(text(page)).contains(PlainText.cut(PlainText.oneLine(label), 240));
    }

    @Test
    void aVeryLongLabelIsCut() {
        String label = "dài ".repeat(2500).strip();

        assertThat(page(LabelledMarts.of(label))).doesNotContain("dài ".repeat(151));
        assertThat(page(LabelledMarts.of(label))).hasSizeLessThan(LIBRARY.length() + 200_000);
    }

    private static String page(MartReader marts) {
        return Objects.requireNonNull(NotebookExport.files(marts, SampleMarts.PROGRAMME, PageScripts.INSIDE)
                .get(NotebookExport.PAGE));
    }

    /** Returns a page without what others wrote. */
    private static String own(String page) {
        return page.replace(LIBRARY, "");
    }

    private static String policy() throws Exception {
        return attributes(PAGE).stream()
                .filter(a -> a.startsWith("content=default-src"))
                .findFirst()
                .orElseThrow()
                .substring("content=".length());
    }

    private static String sha256(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static List<String> parts(String text, String start, String end) {
        List<String> parts = new ArrayList<>();
        for (int i = text.indexOf(start); i >= 0; i = text.indexOf(start, i + 1)) {
            parts.add(text.substring(i, text.indexOf(end, i)));
        }
        return parts;
    }

    private static Set<String> elements(String page) throws Exception {
        Set<String> elements = new HashSet<>();
        XMLStreamReader reader = reader(page);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                elements.add(reader.getLocalName());
            }
        }
        return elements;
    }

    private static List<String> attributes(String page) throws Exception {
        List<String> attributes = new ArrayList<>();
        XMLStreamReader reader = reader(page);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.add(reader.getAttributeLocalName(i) + "=" + reader.getAttributeValue(i));
                }
            }
        }
        return attributes;
    }

    private static String text(String page) throws Exception {
        StringBuilder text = new StringBuilder();
        XMLStreamReader reader = reader(page);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    private static XMLStreamReader reader(String page) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new StringReader(page.substring("<!DOCTYPE html>".length())));
    }

    private static int[] colour(String theme, String name) {
        Matcher matcher = Pattern.compile("--" + name + ": #(..)(..)(..);").matcher(theme);
        assertThat(matcher.find()).as(name).isTrue();
        return new int[] {
            Integer.parseInt(matcher.group(1), 16),
            Integer.parseInt(matcher.group(2), 16),
            Integer.parseInt(matcher.group(3), 16)
        };
    }

    /** Contrast ratio of WCAG 2.2. */
    private static double contrast(int[] one, int[] other) {
        double high = Math.max(luminance(one), luminance(other));
        double low = Math.min(luminance(one), luminance(other));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(int[] colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = colour[i] / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
