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
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.SampleTargets;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartReader;

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

    /** The programme closed on 30 June 2025; the run knows figures to 15 July, which its verdicts do not rest on. */
    @Test
    void headerAndAnnexNameTheDayWhoseFiguresTheyShow(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);

        assertThat(words(files.get(0))).contains("Số liệu công bố đến ngày 30/6/2025, đánh giá tại ngày 30/6/2025");
        assertThat(words(files.get(2)))
                .contains("Figures published by 30 June 2025, judged as of 30 June 2025")
                .doesNotContain("15 July 2025");
        assertThat(cells(files.get(3)))
                .contains("figures known by 30 June 2025")
                .doesNotContain("15 July 2025");
    }

    @Test
    void aTargetSaysLevelComparisonCauseOutlookAndWhatTheRestMustBring(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);

        // 8,300 - 4,353 = 3,947
        assertThat(paragraphs(files.get(0)))
                .contains(
                        "Thu nội địa. 6 tháng 2025 đạt 4.353 tỷ đồng, bằng 52,5% kế hoạch năm, tăng 12,3% so với cùng kỳ"
                                + " năm trước. Nguyên nhân theo Sở Tài chính: thu tiền sử dụng đất chậm. Ước cả năm 8.120 tỷ đồng"
                                + " (khoảng 80%: 7.840 đến 8.410), bằng 97,8% kế hoạch (8.300 tỷ đồng); khả năng đạt kế hoạch 31%"
                                + " (chưa chắc chắn). Để đạt kế hoạch, phần còn lại của năm phải đạt thêm 3.947 tỷ đồng, cao hơn"
                                + " cùng kỳ năm trước 12,3%; mức này cao hơn 75% số năm đã qua.")
                .contains("Giảm tỷ lệ hộ nghèo. Năm 2024 giảm 0,90 điểm phần trăm; năm 2025 chưa có số liệu công bố."
                        + " Ước cả năm giảm 0,41 điểm phần trăm (khoảng 80%: giảm 0,71 đến giảm 0,12), so với kế hoạch giảm"
                        + " ít nhất 0,74 điểm phần trăm; khả năng đạt kế hoạch 9% (khó đạt).");
        assertThat(words(files.get(0)))
                .contains(
                        "Giảm tỷ lệ hộ nghèo: khả năng đạt kế hoạch 9%, khó đạt; ước cả năm giảm 0,41 điểm phần trăm, kế"
                                + " hoạch giảm ít nhất 0,74 điểm phần trăm");
        assertThat(paragraphs(files.get(2)))
                .contains(
                        "Imports. The result for Jan–Jun 2025 is 188.3 million USD, 48.3% of the plan for the year, 1.2%"
                                + " less than in the same period of the year before. The projection for the whole year is 401.5"
                                + " million USD (80% interval: 361.2 to 441.9), 103.0% of the plan (390.0 million USD ± 39.0), and"
                                + " the probability of reaching it is 79% (uncertain).");
    }

    @Test
    void theSectorsContributionsAddUpToTheGrowthThatIsNamed(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);

        // 0.66 + 5.11 + 2.77 + 0.09 = 8.63; 502.5 - 188.25 = 314.25
        assertThat(paragraphs(files.get(2)))
                .contains(
                        "GRDP by sector. Jan–Jun 2025: sector I (agriculture, forestry and fishing) up 3.02%, contributing"
                                + " 0.66 points; sector II (industry and construction) up 14.10%, contributing 5.11 points; sector"
                                + " III (services) up 8.01%, contributing 2.77 points; taxes less subsidies on products up 1.20%,"
                                + " contributing 0.09 points. Sector II (industry and construction) contributed most: 5.11 of the"
                                + " 8.63 points by which GRDP grew.")
                .contains(
                        "Foreign trade. Jan–Jun 2025 (goods): exports of 502.5 million USD; imports of 188.3 million USD;"
                                + " a surplus of 314.3 million USD.");
    }

    @Test
    void theChanceOfEachOpenTargetIsDrawnAsAChartOfWord(@TempDir Path folder) throws IOException {
        SortedMap<String, byte[]> parts = StableZip.parts(
                Files.readAllBytes(QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder)
                        .get(2)));
        String chart = new String(parts.get("word/charts/probability.xml"), StandardCharsets.UTF_8);

        // 0.312 of target 2a is printed as 31%; the settled targets 4a and 6 have none
        assertThat(chart)
                .contains("<c:v>2a. Domestic revenue</c:v>", "<c:v>31.0</c:v>")
                .doesNotContain("4a. ", "6. ");
        assertThat(new String(parts.get("word/charts/contributions.xml"), StandardCharsets.UTF_8))
                .contains("<c:v>0.66</c:v>", "<c:v>5.11</c:v>", "<c:v>2.77</c:v>", "<c:v>0.09</c:v>");
        assertThat(new String(parts.get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8))
                .contains("Id=\"chart_probability\"", "Target=\"charts/probability.xml\"");
        assertThat(new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8))
                .contains("PartName=\"/word/charts/probability.xml\"");
        assertThat(new String(parts.get("word/document.xml"), StandardCharsets.UTF_8))
                .contains("r:id=\"chart_probability\"")
                .doesNotContain("{{chart:");
    }

    @Test
    void aChartThatThereIsNotIsNamedAndAnEmptyOneLeavesNoParagraph(@TempDir Path folder) throws IOException {
        Path template = template(folder, run("{{chart:growth}}"));

        SortedMap<String, byte[]> parts = WordTemplate.fill(
                template,
                Map.of(),
                Map.of(),
                Map.of("growth", new BarChart("none", List.of(), List.of(), "0", OptionalDouble.empty())));
        assertThat(new String(parts.get("word/document.xml"), StandardCharsets.UTF_8))
                .doesNotContain("<w:p>");
        assertThat(parts).doesNotContainKey("word/charts/growth.xml");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordTemplate.fill(template, Map.of(), Map.of(), Map.of()))
                .withMessageContaining("{{chart:growth}}");
    }

    @Test
    void aFieldWithoutFiguresIsLeftOutWithItsHeading(@TempDir Path folder) throws IOException {
        List<String> small = paragraphs(QuarterlyReport.write(SampleProgramme.small(), TEMPLATES, folder)
                .get(2));

        assertThat(small).contains("RESULTS BY FIELD AND PROJECTION OF THE YEAR", "Other fields");
        assertThat(small).doesNotContain("Economy", "Budget", "Investment", "Social fields");
    }

    @Test
    void indicatorsWithoutATargetAreToldAsKnownWhenTheProgrammeClosed(@TempDir Path folder) throws IOException {
        List<String> reported = paragraphs(QuarterlyReport.write(SampleProgramme.reported(), TEMPLATES, folder)
                .get(2));

        // the figure to July was published after 30 June; 120 / 100 = 1.20, 500 / 400 = 1.25
        assertThat(reported)
                .contains(
                        "Foreign trade. Jan–Jun 2025 (goods): exports of 500.0 million USD, 25.0% more than in the same"
                                + " period of the year before (400.0 million USD). Projected for the whole year: exports of 1,030"
                                + " million USD (80% interval: 980 to 1,080).")
                .contains("Industrial production. The result for Jan–Jun 2025 is 9.25% (same period of 2024: 7.5%).")
                .contains(
                        "Tourist arrivals. The result for Jan–Jun 2025 is 120 persons, 20.0% more than in the same period"
                                + " of the year before (100 persons).")
                .contains(
                        "Doctors per 10 000 inhabitants. The result for 2025 is 10.4 per 10 000 inhabitants (2024: 9.8"
                                + " per 10 000 inhabitants). The plan was 10.0 per 10 000 inhabitants: exceeded.");
    }

    @Test
    void theCommitteeIsToldWhatIsLeastProbableAndWhatOfItsAreaIsOverdue(@TempDir Path folder) throws IOException {
        assertThat(paragraphs(QuarterlyReport.write(SampleProgramme.reported(), TEMPLATES, folder)
                        .get(2)))
                .contains("– 2a. Domestic revenue: probability of reaching the plan 31%, uncertain; 8,120 billion VND"
                        + " projected for the year, plan 8,300 billion VND; lead unit: Department of Finance.")
                .contains("– HG-STC: May 2025, due 10 June 2025; June 2025, due 12 June 2025.")
                .noneMatch(line -> line.contains("ST-STC"));
    }

    @Test
    void noSentenceHasTwoSpacesOrALooseStop(@TempDir Path folder) throws IOException {
        for (MartReader marts : List.of(SampleProgramme.provincial(), SampleProgramme.reported())) {
            List<Path> files = QuarterlyReport.write(marts, TEMPLATES, folder);
            for (Path file : List.of(files.get(0), files.get(2))) {
                assertThat(paragraphs(file))
                        .filteredOn(line -> line.contains(". "))
                        .noneMatch(line -> line.contains("  ")
                                || line.contains(" .")
                                || line.contains("..")
                                || line.contains(" ,")
                                || line.contains("{"));
            }
        }
    }

    @Test
    void aLineOfTheListOfFieldsThatCannotBeUsedIsNamed(@TempDir Path folder) throws IOException {
        String header = "indicator_code,field_code,is_reported,growth_code,plan_code\n";
        Path file = folder.resolve("report-field.csv");

        Files.writeString(file, header + "gdp,economy,true,,\nretail,economy,false,,\n");
        assertThat(ReportFields.read(folder).of("retail")).isEqualTo("economy");
        assertThat(ReportFields.read(folder).of("new")).isEqualTo("other");
        Files.writeString(file, header + "gdp,Kinh tế,true,,\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ReportFields.read(folder))
                .withMessageContaining("report-field.csv:2: ")
                .withMessageContaining("a field in small letters, digits and underscores");
        Files.writeString(file, header + "gdp,economy,true,,\ngdp,budget,true,,\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ReportFields.read(folder))
                .withMessageContaining("report-field.csv:3: ")
                .withMessageContaining("the code of an indicator that no other line names");
        Files.writeString(file, header + "gdp,economy,yes,,\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ReportFields.read(folder))
                .withMessageContaining("true or false");
    }

    @Test
    void aConditionalParagraphStandsWhereOneOfItsListsHasAnItem(@TempDir Path folder) throws IOException {
        Path template = template(folder, run("{{?met|open}}Kinh tế"));
        List<Item> one = List.of(Item.of("a"));

        assertThat(words(WordTemplate.fill(template, Map.of(), Map.of("met", List.of(), "open", one))))
                .isEqualTo("Kinh tế");
        assertThat(words(WordTemplate.fill(template, Map.of(), Map.of("met", List.of(), "open", List.of()))))
                .isEmpty();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordTemplate.fill(template, Map.of(), Map.of("met", List.of())))
                .withMessageContaining("{{#open}}");
    }

    @Test
    void theHeadOfTheReportIsThatOfTheCountryOfTheArea(@TempDir Path folder) throws IOException {
        assertThat(words(QuarterlyReport.write(SampleProgramme.small(), TEMPLATES, folder)
                        .get(2)))
                .as("the code of the area begins with VN")
                .contains("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness")
                .doesNotContain("PHILIPPINES");

        Path template = template(folder, run("{{?country.vn}}of Viet Nam"));
        assertThat(words(WordTemplate.fill(template, Map.of(), Map.of("country.ph", List.of(Item.of(""))))))
                .as("an area of another country has no list of this one")
                .isEmpty();
    }

    @Test
    void theAnnexFitsOneSheetOfA4AcrossWithTitleAndHeaderOnEveryPage(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(files.get(3)));

        for (int sheet = 1; sheet <= 4; sheet++) {
            String xml = new String(annex.get("xl/worksheets/sheet" + sheet + ".xml"), StandardCharsets.UTF_8);
            double units = Pattern.compile("<col [^>]*width=\"([0-9.]+)\"")
                    .matcher(xml)
                    .results()
                    .mapToDouble(column -> Double.parseDouble(column.group(1)) * 5.5 + 3.75)
                    .sum();

            assertThat(xml).contains("paperSize=\"9\"", "fitToWidth=\"1\"", "orientation=\"landscape\"");
            // 297 mm less two margins of 0.25 inch are 806 points; letters of 12 points
            assertThat(12 * Math.min(1, 806 / units))
                    .as("points of sheet " + sheet)
                    .isGreaterThan(8);
        }
        assertThat(new String(annex.get("xl/workbook.xml"), StandardCharsets.UTF_8))
                .contains("$1:$2");
    }

    /** A fall of at least 0.74 points is a number with its sign; a floor printed as 8 to 8.5 shows both ends. */
    @Test
    void thePlanOfTheAnnexShowsTheSignAndBothEndsOfItsBound(@TempDir Path folder) throws IOException {
        SortedMap<String, byte[]> annex = StableZip.parts(
                Files.readAllBytes(QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder.resolve("one"))
                        .get(3)));
        assertThat(text(annex, "xl/styles.xml")).contains("&quot;&#x2264; &quot;#,##0.00");
        assertThat(text(annex, "xl/worksheets/sheet1.xml")).contains("<v>-0.74</v>");

        SampleMarts marts = new SampleMarts();
        SampleTargets.floor(marts, 8, 8.5);
        annex = StableZip.parts(
                Files.readAllBytes(QuarterlyReport.write(marts.reader(), TEMPLATES, folder.resolve("two"))
                        .get(3)));
        assertThat(strings(annex)).contains("≥ 8.0 – 8.5");
    }

    /** A chart that Excel draws reads cells of the sheet; what it holds besides is a copy of them. */
    @Test
    void theChartsOfTheAnnexReadCellsThatHoldTheNumbersOfTheTables(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(files.get(3)));
        List<String> strings = strings(annex);
        Map<String, String> cells = new TreeMap<>();
        Pattern.compile("<c r=\"([A-Z]+[0-9]+)\"([^>]*)><v>([^<]*)</v>")
                .matcher(text(annex, "xl/worksheets/sheet5.xml"))
                .results()
                .forEach(found -> cells.put(
                        found.group(1),
                        found.group(2).contains("t=\"s\"")
                                ? strings.get(Integer.parseInt(found.group(3)))
                                : found.group(3)));

        List<String> charts = annex.keySet().stream()
                .filter(part -> part.startsWith("xl/charts/"))
                .toList();
        assertThat(charts).hasSizeGreaterThan(2);
        int compared = 0;
        for (String chart : charts) {
            for (MatchResult data : Pattern.compile(
                            "<c:f>'Charts'!\\$([A-Z])\\$([0-9]+):\\$[A-Z]\\$([0-9]+)</c:f>(.*?)</c:(?:num|str)Cache>")
                    .matcher(text(annex, chart))
                    .results()
                    .toList()) {
                for (MatchResult point : Pattern.compile("<c:pt idx=\"([0-9]+)\"><c:v>([^<]*)</c:v>")
                        .matcher(data.group(4))
                        .results()
                        .toList()) {
                    int row = Integer.parseInt(data.group(2)) + Integer.parseInt(point.group(1));
                    assertThat(row).isLessThanOrEqualTo(Integer.parseInt(data.group(3)));
                    assertThat(cells).containsEntry(data.group(1) + row, point.group(2));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        // 0.312 is the probability of target 2a in the table, not 31 %
        assertThat(text(annex, "xl/charts/chart1.xml")).contains("<c:v>2a. Domestic revenue</c:v>", "<c:v>0.312</c:v>");
        assertThat(text(annex, "xl/charts/chart2.xml")).contains("<c:v>5.11</c:v>");
        assertThat(text(annex, "xl/worksheets/sheet5.xml"))
                .contains(
                        "paperSize=\"9\"",
                        "orientation=\"landscape\"",
                        "<rowBreaks ",
                        "<drawing r:id=\"rId1\"/></worksheet>");
        assertThat(text(annex, "[Content_Types].xml")).contains("/xl/drawings/drawing1.xml", "/xl/charts/chart1.xml");
    }

    /**
     * The cells are 73 letters of at most 2.1 mm wide, the charts 110 mm; an A4 page has 284 mm between its margins.
     */
    @Test
    void noChartOfTheAnnexIsCutByTheEndOfAPage(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(files.get(3)));
        String sheet = text(annex, "xl/worksheets/sheet5.xml");
        double letters = Pattern.compile("<col [^>]*width=\"([0-9.]+)\"")
                .matcher(sheet)
                .results()
                .mapToDouble(column -> Double.parseDouble(column.group(1)))
                .sum();

        assertThat(letters * 2.1 + 110).isLessThanOrEqualTo(284);
        List<Integer> breaks = Pattern.compile("<brk id=\"([0-9]+)\"")
                .matcher(sheet)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        Pattern.compile("<xdr:row>([0-9]+)</xdr:row>.*?<xdr:ext cx=\"3960000\" cy=\"([0-9]+)\"")
                .matcher(text(annex, "xl/drawings/drawing1.xml"))
                .results()
                .forEach(chart -> {
                    int first = Integer.parseInt(chart.group(1));
                    double rows = Integer.parseInt(chart.group(2)) / 12_700.0 / 16; // EMU, points, lines of 16 points
                    assertThat(breaks).noneMatch(row -> row > first && row < first + rows);
                });
    }

    @Test
    void everyWordOfAHeadingOfTheAnnexFitsItsColumn(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        for (Path file : List.of(files.get(1), files.get(3))) {
            SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(file));
            List<String> strings = strings(annex);
            for (int sheet = 1; sheet <= 4; sheet++) {
                String xml = text(annex, "xl/worksheets/sheet" + sheet + ".xml");
                Map<Integer, Double> widths = new TreeMap<>();
                Pattern.compile(
                                "<col min=\"([0-9]+)\"[^>]*width=\"([0-9.]+)\"|<col [^>]*width=\"([0-9.]+)\"[^>]*min=\"([0-9]+)\"")
                        .matcher(xml)
                        .results()
                        .forEach(column -> widths.put(
                                Integer.valueOf(column.group(1) == null ? column.group(4) : column.group(1)),
                                Double.valueOf(column.group(2) == null ? column.group(3) : column.group(2))));
                Pattern.compile("<c r=\"([A-Z])2\"[^>]*><v>([0-9]+)</v>")
                        .matcher(xml)
                        .results()
                        .forEach(cell -> {
                            double width = widths.getOrDefault(cell.group(1).charAt(0) - 'A' + 1, 0.0);
                            assertThat(strings.get(Integer.parseInt(cell.group(2)))
                                            .split(" "))
                                    .allMatch(word -> word.length() <= width);
                        });
            }
        }
    }

    @Test
    void findingsNameIndicatorAndPeriodInTheAnnexAndATableOfNothingIsLeftOut(@TempDir Path folder) throws IOException {
        List<Path> files = QuarterlyReport.write(SampleProgramme.provincial(), TEMPLATES, folder);
        SortedMap<String, byte[]> annex = StableZip.parts(Files.readAllBytes(files.get(3)));
        String cells = new String(annex.get("xl/sharedStrings.xml"), StandardCharsets.UTF_8);

        assertThat(cells).contains("Statistical indicator", "Domestic revenue", "June 2025", "contradiction");
        assertThat(words(QuarterlyReport.write(SampleProgramme.small(), TEMPLATES, folder.resolve("small"))
                        .get(0)))
                .contains("THẨM ĐỊNH SỐ ƯỚC CỦA CÁC ĐƠN VỊ")
                .doesNotContain("Ai đặt, ngày");
    }

    /** The identity and a rule both hold the balance of May to be wrong; April is another point, the next year none. */
    @Test
    void aFigureThatTwoRulesHoldToBeWrongIsOnePoint(@TempDir Path folder) throws IOException {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        finding(marts, "f1", "contradiction", "error", "2025-05", "by the identity of May");
        finding(marts, "f2", "validation", "warning", "2025-05", "by the rule of May");
        finding(marts, "f4", "validation", "warning", "2026-05", "by the rule of a year later");
        finding(marts, "f3", "validation", "warning", "2025-04", "by the rule of April");

        assertThat(words(
                        QuarterlyReport.write(marts.reader(), TEMPLATES, folder).get(2)))
                .contains("Figures of 2024 and 2025 contradict others in 2 points")
                .contains("by the identity of May", "by the rule of April")
                .doesNotContain("by the rule of May", "by the rule of a year later");
    }

    private static void finding(
            SampleMarts marts, String id, String kind, String severity, String period, String message) {
        marts.add(
                MartTables.FINDING,
                Map.of(
                        "finding_id", id,
                        "kind_code", kind,
                        "severity_code", severity,
                        "rule_code", "balance_identity",
                        "area_code", "VN-MAU",
                        "indicator_code", "trade_balance",
                        "period", period,
                        "message_vi", message,
                        "message_en", message));
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
                            .doesNotContain(
                                    "<f>",
                                    "<f ",
                                    "<c:f>HYPERLINK",
                                    "<w:fldSimple",
                                    "instrText",
                                    "TargetMode=\"External\"");
                }
            }
        }
    }

    /** Excel takes 32,767 letters in a cell and rows of 409 points: a longer file it calls damaged. */
    @Test
    void aTextLongerThanACellIsCutAndItsRowIsAsHighAsExcelAllows(@TempDir Path folder) throws Exception {
        List<Path> files = QuarterlyReport.write(LabelledMarts.of("long " + "y".repeat(40_000)), TEMPLATES, folder);

        int sheets = 0;
        for (Path file : files) {
            for (Map.Entry<String, byte[]> part :
                    StableZip.parts(Files.readAllBytes(file)).entrySet()) {
                String xml = new String(part.getValue(), StandardCharsets.UTF_8);
                if (part.getKey().equals("xl/sharedStrings.xml")) {
                    sheets++;
                    assertThat(xml).contains("y".repeat(32_000)).doesNotContain("y".repeat(32_768));
                }
                if (part.getKey().startsWith("xl/worksheets/")) {
                    assertThat(xml).doesNotContainPattern("ht=\"(4[1-9]\\d|[5-9]\\d\\d|\\d{4,})");
                }
            }
        }
        assertThat(sheets).isEqualTo(2);
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

    /** Returns the paragraphs as a reader sees them. */
    private static List<String> paragraphs(Path docx) throws IOException {
        String xml =
                new String(StableZip.parts(Files.readAllBytes(docx)).get("word/document.xml"), StandardCharsets.UTF_8);
        return Stream.of(xml.split("</w:p>"))
                .map(paragraph -> paragraph.replaceAll("<[^>]*>", ""))
                .toList();
    }

    /** Returns the texts of a workbook, which its writer escapes beyond ASCII. */
    private static List<String> strings(SortedMap<String, byte[]> annex) {
        return Pattern.compile("<t[^>]*>([^<]*)</t>")
                .matcher(text(annex, "xl/sharedStrings.xml"))
                .results()
                .map(found -> Pattern.compile("&#x([0-9a-f]+);")
                        .matcher(found.group(1))
                        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16))))
                .toList();
    }

    private static String text(SortedMap<String, byte[]> parts, String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
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

    private static String cells(Path xlsx) throws IOException {
        return StableZip.parts(Files.readAllBytes(xlsx)).values().stream()
                .map(part -> new String(part, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " "))
                .collect(Collectors.joining("\n"));
    }

    private static String words(Path docx) throws IOException {
        return words(StableZip.parts(Files.readAllBytes(docx)));
    }

    private static String words(SortedMap<String, byte[]> parts) {
        return new String(parts.get("word/document.xml"), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
    }
}
