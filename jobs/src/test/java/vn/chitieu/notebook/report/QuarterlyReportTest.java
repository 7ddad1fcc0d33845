package vn.chitieu.notebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.report.WordTemplate.Item;

class QuarterlyReportTest {

    private static final Path TEMPLATES = Path.of(System.getProperty("chitieu.home"), "datasets/template");

    @Test
    void writesReportAndAnnexOfEachProgrammeInBothLanguages(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);

        assertThat(files)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "mau-2025/report.vi.docx",
                        "mau-2025/annex.vi.xlsx",
                        "mau-2025/report.en.docx",
                        "mau-2025/annex.en.xlsx");
        assertThat(words(files.get(0)))
                .contains("BÁO CÁO", "PHỤ LỤC 1. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "Ước cả năm (khoảng 80%)")
                .contains("Đánh giá lần cuối trước sắp xếp đơn vị hành chính (30/6/2025)")
                .contains("Sở Tài chính", "8.400", "+3,4%", "12%", "+15,2% (12% số năm trước đạt)", "-2,5% (4 năm)")
                .contains("Nguyên nhân: Thu tiền sử dụng đất chậm. Giải pháp: Đấu giá trong quý IV.")
                .doesNotContain("{{");
        assertThat(words(files.get(2)))
                .contains("ANNEX 1. RESULTS AGAINST EACH TARGET")
                .doesNotContain("{{");
    }

    @Test
    void findingsNameIndicatorAndPeriodInTheAnnexAndATableOfNothingIsLeftOut(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(files.get(3)));
        String cells = new String(annex.get("xl/sharedStrings.xml"), StandardCharsets.UTF_8);

        assertThat(cells).contains("Statistical indicator", "Domestic revenue", "June 2025", "contradiction");
        assertThat(words(QuarterlyReport.write(SampleProgramme.small(), TEMPLATES, folder.resolve("small"))
                        .get(0)))
                .contains("V. THẨM ĐỊNH SỐ ƯỚC CỦA CÁC ĐƠN VỊ")
                .doesNotContain("Ai đặt, ngày");
    }

    @Test
    void theSameTablesGiveTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path folder) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<Path> first = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder.resolve("a"));
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            List<Path> second = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder.resolve("b"));

            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("vn.chitieu.notebook.HostileLabels#all")
    void labelsStayTextAndNoCellIsAFormula(String label, @TempDir Path folder) throws Exception {
        List<Path> files = QuarterlyReport.write(LabelledMarts.of(label), TEMPLATES, folder);

        for (Path file : files) {
            for (Map.Entry<String, byte[]> part :
                    StableZip.parts(Files.readAllBytes(file)).entrySet()) {
                if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels")) {
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(part.getValue()));
                    String pageNumber = "<w:fldSimple w:instr=\"PAGE\">"; // of the template, the only field
                    String xml = new String(part.getValue(), StandardCharsets.UTF_8).replace(pageNumber, "");
                    assertThat(xml)
                            .as(part.getKey())
                            .doesNotContain("<f>", "<f ", "<w:fldSimple", "instrText", "TargetMode=\"External\"");
                }
            }
        }
    }

    @Test
    void aFieldIsReplacedOnceAlsoWhereWordCutItApart(@TempDir Path folder) throws IOException {
        Path template = template(folder, run("Thu {{na") + run("me}} và {{b}}, {") + run("{name}}."));

        String words = words(WordTemplate.fill(template, Map.of("name", "{{b}}", "b", "2"), Map.of()));

        assertThat(words).isEqualTo("Thu {{b}} và 2, {{b}}.");
    }

    @Test
    void aParagraphOfAListIsRepeatedAndAnEmptyListLeavesNone(@TempDir Path folder) throws IOException {
        Path template = template(folder, run("{{#met}}{{no}}. {{text}};"));
        Item one = new Item("", Map.of("text", "a {{text}}"));
        Item two = new Item("", Map.of("text", "b"));

        assertThat(words(WordTemplate.fill(template, Map.of("no", "1"), Map.of("met", List.of(one, two)))))
                .isEqualTo("1. a {{text}};1. b;");
        assertThat(words(WordTemplate.fill(template, Map.of("no", "1"), Map.of("met", List.of()))))
                .isEmpty();
    }

    @Test
    void aFieldThatThereIsNotIsNamedWithThoseThereAre(@TempDir Path folder) throws IOException {
        Path template = template(folder, run("{{naem}}"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordTemplate.fill(template, Map.of("name", "x", "area", "y"), Map.of()))
                .withMessage("Expecting the fields of " + template
                        + " to be among area, name but found {{naem}}; correct it in Word");
    }

    @Test
    void aTemplateThatIsMissingOrNoWordDocumentIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("quarterly-report.vi.docx");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordTemplate.fill(file, Map.of(), Map.of()))
                .withMessageStartingWith("Expecting the template of the report in " + file + " but found none");
        Files.writeString(file, "no zip");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordTemplate.fill(file, Map.of(), Map.of()))
                .withMessageStartingWith("Expecting " + file + " to be a Word document (.docx) but was not: ")
                .withMessageEndingWith("; save it again as .docx");
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static Path template(Path folder, String runs) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        parts.put(
                "word/document.xml",
                ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                                + runs + "</w:p></w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
        return Files.write(
                folder.resolve("template.docx"), StableZip.of(parts, "a template", LocalDate.of(2025, 6, 30)));
    }

    private static String words(Path docx) throws IOException {
        return words(StableZip.parts(Files.readAllBytes(docx)));
    }

    private static String words(SortedMap<String, byte[]> parts) {
        return new String(parts.get("word/document.xml"), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
    }
}
