package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.ingest.IngestResult;

/** A figure of a form is the number that a person sees in this workbook, or none. */
@NullUnmarked
class SeenWorkbooksTest {

    private static final Form TWO_ROWS = ReceivedForm.CATALOGUE.form("HG-MTTQ").orElseThrow();
    private static final Form REVENUE = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
    private static final String UNIT = TWO_ROWS.rows().get(0).unit().name().vi();
    private static final String HEADER = "Lũy kế từ đầu năm hoặc đến cuối kỳ";
    private static final String LINK = "<f>[1]T6!E9</f><v>95</v>";

    @TempDir
    Path folder;

    /** The cell E9 is held back by a rule, with what was found; the figure of the row below is used. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void heldBack(String name, TestWorkbook workbook, String rule, String found) {
        IngestResult result = read("HG-MTTQ", workbook);

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.place().cell()).isEqualTo("Số liệu!E9");
            assertThat(row.ruleCode()).isEqualTo(rule);
            assertThat(row.found()).startsWith(found);
        });
        assertThat(result.observations()).singleElement().satisfies(o -> assertThat(o.value())
                .isEqualByComparingTo("86"));
    }

    static Stream<Arguments> heldBack() {
        return Stream.of(
                // raised and lowered
                held("a raised run", runs("superscript"), "raised_text", "'951' (nâng, hạ/raised '1')"),
                held("a lowered run", runs("subscript"), "raised_text", "'951' (nâng, hạ/raised '1')"),
                held("a raised run of a shared text", shared(), "raised_text", "'951' (nâng, hạ/raised '1')"),
                held("a number whose font is raised", styled(0, 1, "1"), "raised_text", "'1' (nâng, hạ/raised '1')"),
                // other workbooks
                held(
                        "another workbook through a cell",
                        cell("<f>L10</f><v>95</v>").raw("L10", link("L10")),
                        "external_link",
                        "'95' (=L10)"),
                held(
                        "through a sum of cells",
                        cell("<f>SUM($K$9:L12)</f><v>95</v>").raw("L10", link("L10")),
                        "external_link",
                        "'95' (=SUM"),
                held("through a chain of cells", chain(), "external_link", "'95' (=L9)"),
                held("through a name", named("'[1]T6'!$E$9"), "external_link", "'95' (=ThuNS)"),
                held(
                        "through a name of a cell",
                        named("'Số liệu'!$L$10").raw("L10", link("L10")),
                        "external_link",
                        "'95' (=ThuNS)"),
                held(
                        "through another sheet",
                        cell("<f>'Nguồn'!B2</f><v>95</v>").sheet("Nguồn", "<c r=\"B2\">" + LINK + "</c>"),
                        "external_link",
                        "'95' (='Nguồn'!B2)"),
                held(
                        "through a function that computes its cell",
                        cell("<f>INDIRECT(\"L\"&amp;9)</f><v>95</v>").raw("L10", link("L10")),
                        "external_link",
                        "'95'"),
                held(
                        "the results of an array",
                        cell("<v>95</v>")
                                .raw(
                                        "C9",
                                        "<c r=\"C9\" t=\"str\"><f t=\"array\" ref=\"C9:E9\">[1]T6!A1:C1</f><v>" + UNIT
                                                + "</v></c>"),
                        "external_link",
                        "'95'"),
                // number formats
                held("thousands cut off", formatted("#,##0,", "700000"), "other_format", "'700' (lưu/stored '700000')"),
                held("millions cut off", formatted("0.0,,", "95000000"), "other_format", "'95.0' (lưu/stored"),
                held("hidden", formatted(";;;", "95"), "other_format", "'' (lưu/stored '95')"),
                held("a fraction", formatted("# ?/?", "0.5"), "other_format", "'1/2' (lưu/stored '0.5')"),
                held("zeros in quotes", formatted("0&quot;00&quot;", "95"), "other_format", "'9500' (lưu/stored '95')"),
                held(
                        "a condition",
                        formatted("[&lt;100]&quot;95,5&quot;;0", "7"),
                        "other_format",
                        "'95,5' (lưu/stored '7')"),
                held(
                        "another unit",
                        formatted("0&quot; triệu&quot;", "95"),
                        "unit_format",
                        "'95 triệu' (lưu/stored '95')"),
                held("a built-in date", styled(14, 0, "45789"), "date_format", "'12/05/2025' (lưu/stored '45789')"),
                held("a text that is hidden", formattedText(), "other_format", "'' (lưu/stored '95')"));
    }

    /** What a reader takes for the same is the same. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readAllTheSame(String name, TestWorkbook workbook, String note) {
        IngestResult result = read("HG-MTTQ", workbook);

        assertThat(result.refused().stream().map(refused -> refused.message().en()))
                .isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).singleElement().satisfies(o -> assertThat(o.value())
                .isEqualByComparingTo("86"));
        assertThat(String.join(
                        "\n",
                        result.formNotes().stream().map(f -> f.message().en()).toList()))
                .contains(note);
    }

    static Stream<Arguments> readAllTheSame() {
        return Stream.of(
                same("a raised mark in the header", raised("E8", HEADER), ""),
                same("a raised mark in a key", raised("A9", "01"), ""),
                same("a raised mark in a unit", raised("C9", UNIT), ""),
                same("a mark of Unicode in a key", good().text("A9", "01\u00B9"), ""),
                same(
                        "a carriage return as a code in the header",
                        good().text("E8", HEADER.replace(" hoặc", "_x000D_\n hoặc")),
                        ""),
                same("any character as a code", good().text("A9", "0_x0031_"), ""),
                same(
                        "a number typed as text with a code behind it",
                        good().text("E10", "86_x000D_"),
                        "it was read as 86"),
                same(
                        "a key that shows its zero",
                        good().styles(styles("00", 0)).raw("A9", "<c r=\"A9\" s=\"1\"><v>1</v></c>"),
                        ""),
                same("a key with a space that nobody sees", good().text("A9", "01\u200B"), ""),
                same(
                        "a currency sign",
                        good().styles(styles("[$₫-42A] #,##0", 0)).raw("E10", "<c r=\"E10\" s=\"1\"><v>86</v></c>"),
                        ""),
                same("no styles", good().withoutStyles(), "could not be checked"),
                same(
                        "a style that is not there",
                        good().raw("E10", "<c r=\"E10\" s=\"77\"><v>86</v></c>"),
                        "could not be checked"),
                same("rows of no height", good().rows("ht=\"0\" customHeight=\"1\""), "Row 10 (key 02) is hidden"),
                same(
                        "rows that are hidden by default",
                        good().sheetProperties("<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>"),
                        "Row 10 (key 02) is hidden"),
                same(
                        "a column of no width",
                        good().sheetProperties("<cols><col min=\"5\" max=\"5\" width=\"0.0\"/></cols>"),
                        "is hidden but is read all the same"),
                same(
                        "a format that the file does not spell out",
                        good().styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/></cellXfs>")
                                .raw("E10", "<c r=\"E10\" s=\"1\"><v>86</v></c>"),
                        "could not be checked"),
                same(
                        "a font that is not there",
                        good().styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\" fontId=\"9\"/></cellXfs>")
                                .raw("E10", "<c r=\"E10\" s=\"1\"><v>86</v></c>"),
                        "could not be checked"),
                same("a query", good().relation("connections", "connections.xml"), "queries of other data"));
    }

    /** The same parts under any name, as long as one says where the other is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml worksheets/sheet1.xml xl/worksheets/Sheet1.XML",
                "xl/workbook.xml ./worksheets/sheet1.xml xl/worksheets/sheet1.xml",
                "xl/workbook.xml worksheets\\sheet1.xml xl/worksheets/sheet1.xml",
                "xl/workbook.xml /data/so%20lieu.xml data/so lieu.xml",
                "xl/Book2.xml ../tables/a.xml tables/a.xml",
                "book.xml s/1.xml s/1.xml"
            })
    void partsAreFoundByWhatTheOthersSay(String names) {
        String[] parts = names.split(" ", 3);

        IngestResult result = read("HG-MTTQ", good().moved(parts[0], parts[1], parts[2]));

        assertThat(result.refused().stream().map(refused -> refused.message().en()))
                .isEmpty();
        assertThat(result.observations()).hasSize(1);
    }

    @Test
    void stylesUnderAnotherNameAreReadToo() {
        TestWorkbook percent =
                good().raw("E10", "<c r=\"E10\" s=\"2\"><v>0.86</v></c>").rename("xl/styles.xml", "xl/Styles.XML");

        assertThat(read("HG-MTTQ", percent.number("E9", "5")).quarantined())
                .singleElement()
                .satisfies(row -> assertThat(row.ruleCode()).isEqualTo("percent_format"));
    }

    @Test
    void aBackslashInAnArchiveIsNamed() {
        byte[] zip = TestWorkbook.zip(Map.of("xl\\workbook.xml", "<workbook/>".getBytes(UTF_8)));

        assertThat(ReceivedForm.in(folder)
                        .read("f.xlsx", "HG-MTTQ", zip)
                        .refused()
                        .get(0)
                        .message()
                        .en())
                .contains("names of parts with / between folders but was 'xl\\workbook.xml' with a backslash");
    }

    @Test
    void allCellsOfASharedFormulaAreHeldBack() {
        TestWorkbook workbook = TestWorkbook.of(REVENUE, "Tháng 06/2025")
                .raw("E10", "<c r=\"E10\"><f t=\"shared\" ref=\"E10:E12\" si=\"0\">[1]T6!E10</f><v>4200</v></c>")
                .raw("E11", "<c r=\"E11\"><f t=\"shared\" si=\"0\"/><v>3600</v></c>")
                .raw("E12", "<c r=\"E12\"><f t=\"shared\" si=\"0\"/><v>300</v></c>")
                .number("E13", "4000");

        IngestResult result = read("HG-STC", workbook);

        assertThat(result.quarantined())
                .extracting(row -> row.place().cell() + " " + row.ruleCode())
                .containsExactly("Số liệu!E10 external_link", "Số liệu!E11 external_link", "Số liệu!E12 external_link");
    }

    /** L9 shares a formula of D9 that refers one row up: the child in row 10 refers to L9, which is linked. */
    @Test
    void aSharedFormulaIsFollowedFromWhereItStands() {
        TestWorkbook workbook = TestWorkbook.of(REVENUE, "Tháng 06/2025")
                .raw("E10", "<c r=\"E10\"><f t=\"shared\" ref=\"E10:E11\" si=\"3\">L8*1</f><v>4200</v></c>")
                .raw("E11", "<c r=\"E11\"><f t=\"shared\" si=\"3\"/><v>3600</v></c>")
                .raw("L9", link("L9"));

        assertThat(read("HG-STC", workbook).quarantined())
                .extracting(row -> row.place().cell())
                .containsExactly("Số liệu!E11");
    }

    @Test
    void aRowWithAHeightOfItsOwnIsSeenThoughOthersAreHiddenByDefault() {
        IngestResult result = read(
                "HG-MTTQ",
                good().sheetProperties("<sheetFormatPr zeroHeight=\"1\"/>").rows("ht=\"15\""));

        assertThat(result.observations()).hasSize(1);
        assertThat(result.formNotes()).isEmpty();
    }

    /** Libraries that cannot compute write 0 for a result, and leave it to the program that opens the file. */
    @Test
    void aResultThatIsComputedWhenTheFileIsOpenedIsNone() {
        TestWorkbook sum = good().raw("E9", "<c r=\"E9\"><f>E10+1</f><v>0</v></c>");

        assertThat(read("HG-MTTQ", sum.calculation("<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"))
                        .quarantined())
                .singleElement()
                .satisfies(row -> assertThat(row.message().en())
                        .startsWith("f.xlsx, Số liệu!E9: Expecting a formula with its result but was '' (=E10+1)."));
    }

    @Test
    void twoCellsInOnePlaceAreRefused() {
        TestWorkbook twice = good().raw("E9", "<c r=\"E9\"><v>5</v></c><c r=\"E9\"><v>6</v></c>");

        assertThat(read("HG-MTTQ", twice).refused()).singleElement().satisfies(refused -> assertThat(
                        refused.message().en())
                .startsWith("f.xlsx: Expecting a readable .xlsx but was two cells E9."));
    }

    /** Dates by ISO 8601, as openpyxl writes them on demand: what is seen is as with days counted. */
    @ParameterizedTest
    @CsvSource({"mm/yyyy, 2025-06-01", "mm/yyyy, 2025-06-01T00:00:00", "mm/yyyy, 2025-06-01T12:30:00.5Z"})
    void aPeriodThatIsADateByItsTypeIsTheMonthThatIsSeen(String format, String date) {
        TestWorkbook dated =
                TestWorkbook.of(REVENUE, "").styles(styles(format, 0)).number("E10", "600");
        for (String calculation : List.of("", "<workbookPr date1904=\"1\"/>")) {
            TestWorkbook workbook = dated.raw("C4", "<c r=\"C4\" s=\"1\" t=\"d\"><v>" + date + "</v></c>")
                    .calculation(calculation);
            assertThat(read("HG-STC", workbook).observations())
                    .isNotEmpty()
                    .allSatisfy(o -> assertThat(o.key().period()).hasToString("2025-06"));
        }
    }

    @Test
    void aPeriodThatBecameADateIsTheMonthThatIsSeen() {
        TestWorkbook workbook = TestWorkbook.of(REVENUE, "")
                .styles(styles("mm/yyyy", 0))
                .raw("C4", "<c r=\"C4\" s=\"1\"><v>45809</v></c>")
                .number("E10", "4200");

        assertThat(read("HG-STC", workbook).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.key().period()).hasToString("2025-06"));
    }

    @Test
    void aPeriodTypedAsMonthAndYearIsThatMonth() {
        assertThat(read("HG-STC", TestWorkbook.of(REVENUE, "06/2025").number("E10", "4200"))
                        .observations())
                .singleElement()
                .satisfies(o -> assertThat(o.key().period()).hasToString("2025-06"));
    }

    /** What is refused is quoted as it is seen, with what is stored beside it. */
    @ParameterizedTest
    @MethodSource
    void quotesWhatIsSeen(TestWorkbook workbook, String messageEn) {
        assertThat(read("HG-STC", workbook).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.message().en()).contains(messageEn));
    }

    static Stream<Arguments> quotesWhatIsSeen() {
        TestWorkbook dated = TestWorkbook.of(REVENUE, "").styles(styles("dd/mm/yyyy", 0));
        return Stream.of(
                Arguments.of(
                        dated.raw("C4", "<c r=\"C4\" s=\"1\"><v>45823</v></c>").number("E10", "1"),
                        "C4: Expecting a period such as 'Tháng 01/2025' but was '15/06/2025' (stored as '45823')."),
                Arguments.of(
                        TestWorkbook.of(REVENUE, "Tháng 06/2025").number("A9", "1"),
                        "A9: Expecting a key of the form, nearest 01, 10, 11, but was '1'."),
                Arguments.of(
                        TestWorkbook.of(REVENUE, "Tháng 06/2025")
                                .text("C9", "Tỷ\u200B đô")
                                .number("E10", "1"),
                        "C9: Expecting unit 'Tỷ đồng' but was 'Tỷ<U+200B> đô'."),
                Arguments.of(
                        TestWorkbook.of(REVENUE, "")
                                .raw("C4", "<c r=\"C4\" t=\"str\"><f>[1]T!A1</f><v>Tháng 06/2025</v></c>"),
                        "C4: Expecting an entry of this file but it comes from another one, 'Tháng 06/2025' (=[1]T!A1)."));
    }

    private IngestResult read(String form, TestWorkbook workbook) {
        return ReceivedForm.in(folder).read("f.xlsx", form, workbook.bytes());
    }

    private static Arguments held(String name, TestWorkbook workbook, String rule, String found) {
        return Arguments.of(name, workbook, rule, found);
    }

    private static Arguments same(String name, TestWorkbook workbook, String note) {
        return Arguments.of(name, workbook, note);
    }

    private static TestWorkbook good() {
        return TestWorkbook.of(TWO_ROWS, "Quý 2/2025").number("E10", "86");
    }

    private static TestWorkbook cell(String content) {
        return good().raw("E9", "<c r=\"E9\">" + content + "</c>");
    }

    private static String link(String cell) {
        return "<c r=\"" + cell + "\">" + LINK + "</c>";
    }

    private static TestWorkbook runs(String align) {
        return good().raw("E9", "<c r=\"E9\" t=\"inlineStr\"><is>" + rich("95", align) + "</is></c>");
    }

    private static String rich(String text, String align) {
        return "<r><t>" + text + "</t></r><r><rPr><vertAlign val=\"" + align + "\"/></rPr><t>1</t></r>";
    }

    private static TestWorkbook raised(String cell, String text) {
        return good().raw(cell, "<c r=\"" + cell + "\" t=\"inlineStr\"><is>" + rich(text, "superscript") + "</is></c>");
    }

    private static TestWorkbook shared() {
        return good().part("xl/sharedStrings.xml", "<sst><si>" + rich("95", "superscript") + "</si></sst>")
                .raw("E9", "<c r=\"E9\" t=\"s\"><v>0</v></c>");
    }

    private static TestWorkbook chain() {
        TestWorkbook workbook = cell("<f>L9</f><v>95</v>");
        for (int row = 9; row < 40; row++) {
            workbook.raw("L" + row, "<c r=\"L" + row + "\"><f>L" + (row + 1) + "</f><v>95</v></c>");
        }
        return workbook.raw("L40", link("L40"));
    }

    private static TestWorkbook named(String formula) {
        return cell("<f>ThuNS</f><v>95</v>").names("<definedName name=\"THUNS\">" + formula + "</definedName>");
    }

    private static TestWorkbook formatted(String code, String digits) {
        return good().styles(styles(code, 0)).raw("E9", "<c r=\"E9\" s=\"1\"><v>" + digits + "</v></c>");
    }

    private static TestWorkbook formattedText() {
        return good().styles(styles(";;;", 0)).raw("E9", "<c r=\"E9\" s=\"1\" t=\"inlineStr\"><is><t>95</t></is></c>");
    }

    /** A cell of a built-in format and one of the fonts: 0 as usual, 1 raised. */
    private static TestWorkbook styled(int format, int font, String digits) {
        return good().styles("<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"" + format + "\" fontId=\""
                        + (2 * font) + "\"/></cellXfs>")
                .fonts("<font/><font><strike/></font><font><vertAlign val=\"superscript\"/></font>")
                .raw("E9", "<c r=\"E9\" s=\"1\"><v>" + digits + "</v></c>");
    }

    private static String styles(String code, int font) {
        return "<numFmts><numFmt numFmtId=\"170\" formatCode=\"" + code + "\"/></numFmts><cellXfs>"
                + "<xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"170\" fontId=\"" + font + "\"/></cellXfs>";
    }
}
