package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.ingest.IngestResult;

/**
 * The hostile inputs that are workbooks, by their numbers: 1 to 13 and 23 to 43, and those of 44 to 62 that can stand
 * in a cell. Each is refused with its message or read with the right result.
 */
@NullUnmarked
class HostileWorkbooksTest {

    private static final Form FORM = ReceivedForm.CATALOGUE.form("HG-BHXH").orElseThrow();
    private static final String MONTH = "Tháng 06/2025";

    @TempDir
    Path folder;

    /** A workbook that is refused whole, and what is said of it in both languages. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedWhole(String name, byte[] workbook, String messageEn) {
        IngestResult result = read(workbook);

        assertThat(result.observations()).isEmpty();
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.message().en()).contains(messageEn).contains("Expecting ");
            assertThat(refused.message().vi())
                    .contains(": cần ")
                    .isNotEqualTo(refused.message().en());
        });
    }

    static Stream<Arguments> refusedWhole() throws IOException {
        return Stream.of(
                Arguments.of("1 a shared text of 600 MB in 600 KB", bomb(), "at most 64 MB a part"),
                Arguments.of("2 a million rows", millionRows(), "more than 100000 rows"),
                Arguments.of(
                        "3 a zip of zips",
                        TestWorkbook.zip(Map.of("1.zip", TestWorkbook.zip(Map.of("2.zip", new byte[100])))),
                        "an .xlsx file but it really is ZIP"),
                Arguments.of("4 100,000 entries", manyEntries(), "at most 200 parts in an .xlsx but was 100006"),
                Arguments.of(
                        "5 names that differ in case",
                        good().part("XL/Workbook.xml", "<a/>").bytes(),
                        "each part once and inside the file but was 'XL/Workbook.xml'"),
                Arguments.of(
                        "6 a path out of the archive",
                        good().part("../../evil.xml", "<a/>").bytes(),
                        "each part once and inside the file but was '../../evil.xml'"),
                Arguments.of(
                        "6 an absolute path",
                        good().part("/etc/evil.xml", "<a/>").bytes(),
                        "each part once and inside the file but was '/etc/evil.xml'"),
                Arguments.of("7 a size that is a lie", withSizeOfOneByte(bomb()), "at most 64 MB a part"),
                Arguments.of("8 half an upload", half(good().bytes()), "a whole .xlsx but it is cut off"),
                Arguments.of("10 an old .xls", ole2("Workbook"), "an .xlsx file but it really is .xls (Excel 97-2003)"),
                Arguments.of("10 HTML", "<html><table></table></html>".getBytes(UTF_8), "it really is HTML"),
                Arguments.of("10 CSV", "a;b\n1;2\n".getBytes(UTF_8), "it really is văn bản/CSV (text, CSV)"),
                Arguments.of(
                        "10 OpenDocument",
                        TestWorkbook.zip(
                                Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8))),
                        "it really is .ods (OpenDocument)"),
                Arguments.of(
                        "10 an .xlsb", TestWorkbook.zip(Map.of("xl/workbook.bin", new byte[10])), "it really is .xlsb"),
                Arguments.of(
                        "11 a password",
                        ole2(String.join("\0", "EncryptedPackage".split(""))),
                        "a workbook without a password but it has one"),
                Arguments.of(
                        "12 macros",
                        good().part("xl/vbaProject.bin", "x").bytes(),
                        "a workbook without macros but it has macros"),
                Arguments.of(
                        "27 a sheet of another name",
                        good().sheetName("So lieu").bytes(),
                        "sheet 'Số liệu' of form HG-BHXH but the sheets are So lieu (nearest: So lieu)"),
                Arguments.of("26 a hidden sheet", good().hideSheet().bytes(), "sheet 'Số liệu' not to be hidden"),
                Arguments.of(
                        "28 a column inserted",
                        good().insertColumn(4, 7).text("D7", "Ghi chú").bytes(),
                        "Số liệu!D7: Expecting column 'Thực hiện / Trong tháng' but was column 'Ghi chú'"),
                Arguments.of(
                        "28 a column added",
                        good().text("I7", "Ghi chú").bytes(),
                        "Số liệu!I7: Expecting no column after 'Giải pháp' but was column 'Ghi chú'"),
                Arguments.of(
                        "29 another unit line",
                        good().text("C6", "Nghìn người").bytes(),
                        "Số liệu!C6: Expecting unit '%' but was 'Nghìn người'"),
                Arguments.of(
                        "39 a document type",
                        good().part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst/>")
                                .bytes(),
                        "XML without a document type but part 'xl/sharedStrings.xml' has one"),
                Arguments.of(
                        "39 a document type in UTF-16",
                        good().part(
                                        "xl/sharedStrings.xml",
                                        "\uFEFF<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>"
                                                .getBytes(StandardCharsets.UTF_16LE))
                                .bytes(),
                        "XML without a document type"),
                Arguments.of(
                        "a text that there is not",
                        good().raw("E9", "<c r=\"E9\" t=\"s\"><v>7</v></c>").bytes(),
                        "a cell that refers to text 7"),
                Arguments.of(
                        "78 a key as a number",
                        good().number("A9", "1").bytes(),
                        "Số liệu!A9: Expecting a key of the form, nearest 01, but was '1'"),
                Arguments.of(
                        "a row without key",
                        good().number("E10", "5").bytes(),
                        "Số liệu!E10: Expecting a key in each row with figures"),
                Arguments.of(
                        "80 a month that there is not",
                        TestWorkbook.of(FORM, "Tháng 13/2025")
                                .number("E9", "95")
                                .bytes(),
                        "Số liệu!C4: Expecting a period such as 'Tháng 01/2025' but was 'Tháng 13/2025'"),
                Arguments.of(
                        "80 a period to come",
                        TestWorkbook.of(FORM, "Tháng 12/2025")
                                .number("E9", "95")
                                .bytes(),
                        "a period that has begun by 2025-07-03"),
                Arguments.of(
                        "another form",
                        good().text("C2", "HG-STC").bytes(),
                        "form HG-BHXH but the workbook says 'HG-STC'"));
    }

    /** A cell that is held back, by its rule. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void heldBack(String name, UnaryOperator<TestWorkbook> spoil, String rule, String found) {
        IngestResult result = read(spoil.apply(twoFigures()).bytes());

        assertThat(result.refused()).isEmpty();
        assertThat(result.observations()).as("the good cell is used").hasSize(1);
        assertThat(result.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.ruleCode()).isEqualTo(rule);
            assertThat(row.found()).contains(found);
            assertThat(row.message().en()).startsWith("f.xlsx, Số liệu!E9: Expecting ");
            assertThat(row.message().vi()).startsWith("f.xlsx, Số liệu!E9: cần ");
        });
    }

    static Stream<Arguments> heldBack() {
        return Stream.of(
                held("25 merged cells", w -> w.number("E9", "95").merge("D9:E9"), "merged_cell", "95"),
                held("31 #DIV/0!", w -> raw(w, " t=\"e\"", "<v>#DIV/0!</v>"), "cell_error", "#DIV/0!"),
                held("31 #REF!", w -> raw(w, " t=\"e\"", "<v>#REF!</v>"), "cell_error", "#REF!"),
                held("31 #N/A", w -> raw(w, " t=\"e\"", "<v>#N/A</v>"), "cell_error", "#N/A"),
                held("true", w -> raw(w, " t=\"b\"", "<v>1</v>"), "cell_error", "1"),
                held("32 no result", w -> raw(w, "", "<f>A1+1</f>"), "formula_without_result", "A1+1"),
                held("33 a result of another type", w -> raw(w, "", "<f>A1</f><v>abc</v>"), "number", "abc"),
                held("33 text from a formula", w -> raw(w, " t=\"str\"", "<f>A1</f><v>95</v>"), "formula_text", "95"),
                held("13 another file", w -> raw(w, "", "<f>[1]Sheet1!A1</f><v>95</v>"), "external_link", "[1]"),
                held("13 DDE", w -> raw(w, "", "<f>cmd|' /C calc'!A0</f><v>95</v>"), "external_link", "cmd|"),
                held("35 a date", w -> raw(w, " s=\"1\"", "<v>45565</v>"), "date_format", "45565"),
                held("35 a date of ISO", w -> raw(w, " t=\"d\"", "<v>2024-09-30</v>"), "date_format", "2024-09-30"),
                held("49 shown as percent", w -> raw(w, " s=\"2\"", "<v>0.95</v>"), "percent_format", "0.95"),
                held("41 struck out", w -> raw(w, " s=\"3\"", "<v>95</v>"), "struck_out", "95"),
                held(
                        "41 partly struck out",
                        w -> raw(
                                w, " t=\"inlineStr\"", "<is><r><rPr><strike/></rPr><t>94</t></r><r><t>95</t></r></is>"),
                        "struck_out",
                        "9495"),
                held("38 a footnote mark", w -> w.text("E9", "95,5*"), "number", "95,5*"),
                held("38 a footnote number", w -> w.text("E9", "95(1)"), "number", "95(1)"),
                held("46 English marks", w -> w.text("E9", "1,234.5"), "number", "1,234.5"),
                held("47 spaces", w -> w.text("E9", "1 234,5"), "number", "1 234,5"),
                held("47 no-break space", w -> w.text("E9", "1\u00A0234,5"), "number", "234,5"),
                held("48", w -> w.text("E9", "1.23.4"), "number", "1.23.4"),
                held("49 a percent sign", w -> w.text("E9", "12,5%"), "number", "12,5%"),
                held("50 brackets", w -> w.text("E9", "(1.234)"), "number", "(1.234)"),
                held("51 a typographic minus", w -> w.text("E9", "\u22125"), "number", "\u22125"),
                held("52", w -> w.text("E9", "1e5"), "number", "1e5"),
                held("52", w -> w.number("E9", "1e-99999999999"), "number", "1e-99999999999"),
                held("52", w -> w.raw("E9", "<c r=\"E9\"><f>1/3</f><v>1E-999999999</v></c>"), "number", "1E-999999999"),
                held("52 NaN", w -> w.text("E9", "NaN"), "number", "NaN"),
                held("52 a number without end", w -> w.number("E9", "1e999"), "number", "1e999"),
                held("52 NaN as a number", w -> w.number("E9", "NaN"), "number", "NaN"),
                held("53 full-width digits", w -> w.text("E9", "\uFF19\uFF15"), "number", "\uFF19\uFF15"),
                held("55", w -> w.text("E9", "#####"), "number", "#####"),
                held("56 40 digits", w -> w.text("E9", "9".repeat(40)), "number", "999"),
                held("57 too many decimals", w -> w.text("E9", "95,56789012"), "decimals", "95,56789012"),
                held("58 a unit", w -> w.text("E9", "95 tỷ"), "number", "95 tỷ"),
                held("59 below the least", w -> w.number("E9", "-1"), "range", "-1"),
                held("59 above the most", w -> w.number("E9", "101"), "range", "101"));
    }

    /** A workbook that is odd and right. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readAllTheSame(String name, TestWorkbook workbook, String note) {
        IngestResult result = read(workbook.bytes());

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).singleElement().satisfies(o -> {
            assertThat(o.key()).hasToString("VN-HG.health_insurance_coverage._T.2025-06.P.none");
            assertThat(o.value()).isEqualByComparingTo("95.5");
        });
        assertThat(String.join(
                        "\n",
                        result.formNotes().stream()
                                .map(finding -> finding.message().en())
                                .toList()))
                .contains(note);
    }

    static Stream<Arguments> readAllTheSame() {
        return Stream.of(
                Arguments.of(
                        "23 title rows above the table",
                        good().text("D1", "UBND tỉnh").text("E2", "2025"),
                        ""),
                Arguments.of(
                        "24 a merged header",
                        good().clear("E7").merge("D7:E7").clear("A8").merge("A7:A8"),
                        ""),
                Arguments.of("26 hidden rows", good().hideRows(), "Row 9 (key 01) is hidden but is read all the same"),
                Arguments.of(
                        "13 links to other files",
                        good().part("xl/externalLinks/externalLink1.xml", "<a/>")
                                .relation("externalLink", "externalLinks/externalLink1.xml"),
                        "cells whose formulas lead to them"),
                Arguments.of(
                        "30 a cell at the end of the world",
                        good().raw("XFD1048576", "<c r=\"XFD1048576\"><v>1</v></c>"),
                        "cells stand beyond row 100,000 or column 256"),
                Arguments.of("34 a number as text", good().text("E9", "95,5"), "is typed as text; it was read as 95.5"),
                Arguments.of(
                        "36 the dates of 1904",
                        good().part(
                                        "xl/workbook.xml",
                                        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Số"
                                                + " liệu\" r:id=\"rId1\"/></sheets></workbook>"),
                        ""),
                Arguments.of("40 strict Office Open XML", good().strict(), ""),
                Arguments.of("42 100,000 styles", good().styles(manyStyles()), ""),
                Arguments.of(
                        "43 a formula as a name",
                        good().text("B9", "=cmd|' /C calc'!A0"),
                        "the name '=cmd|' /C calc'!A0' is not that of the form"),
                Arguments.of("75 another Unicode form", decomposed(), ""),
                Arguments.of(
                        "a formula with its result", good().raw("E9", "<c r=\"E9\"><f>95+0.5</f><v>95.5</v></c>"), ""),
                Arguments.of(
                        "15 digits of a computed number",
                        good().raw("E9", "<c r=\"E9\"><f>95.4+0.1</f><v>95.500000000000014</v></c>"),
                        ""),
                Arguments.of("a note below the table", good().text("B12", "Ghi chú: số ước"), ""));
    }

    @Test
    void missingMarksAreNoFiguresAndZeroStaysZero() {
        for (String mark : List.of("-", "…", "x")) {
            IngestResult result = ReceivedForm.in(folder)
                    .read(
                            "f.xlsx",
                            "HG-STC",
                            TestWorkbook.of(
                                            ReceivedForm.CATALOGUE
                                                    .form("HG-STC")
                                                    .orElseThrow(),
                                            MONTH)
                                    .text("E9", mark)
                                    .number("E10", "0")
                                    .number("D9", "1")
                                    .number("D10", "0")
                                    .number("D12", "1")
                                    .number("E12", "5")
                                    .bytes());
            assertThat(result.refused().stream()
                            .map(refused -> refused.message().en()))
                    .isEmpty();
            assertThat(result.quarantined().stream().map(row -> row.message().en()))
                    .isEmpty();
            assertThat(result.observations())
                    .filteredOn(o -> o.key().accumulation().code().equals("C"))
                    .extracting(o -> o.key().indicatorCode() + " " + o.value().toPlainString())
                    .contains("budget_revenue_domestic 0")
                    .noneMatch(text -> text.startsWith("budget_revenue_local_area "));
        }
    }

    @Test
    void number37TotalsAmongTheRowsAreCheckedByTheirKeysAndNeverAdded() {
        Form trade = ReceivedForm.CATALOGUE.form("HG-SCT").orElseThrow();
        TestWorkbook workbook = TestWorkbook.of(trade, MONTH)
                .number("D9", "300")
                .number("D10", "200")
                .number("D11", "100");

        IngestResult right = ReceivedForm.in(folder).read("f.xlsx", "HG-SCT", workbook.bytes());
        IngestResult wrong = ReceivedForm.in(folder)
                .read("g.xlsx", "HG-SCT", workbook.number("D9", "310").bytes());

        assertThat(right.observations())
                .extracting(o -> o.key().indicatorCode() + " " + o.value())
                .containsExactlyInAnyOrder("trade_turnover 300", "exports_and_fx_services 200", "imports 100");
        assertThat(wrong.refused()).singleElement().satisfies(refused -> assertThat(
                        refused.message().en())
                .startsWith("g.xlsx, Số liệu!D9: Expecting row 01 to equal the sum of rows 02 + 03 but 310 is not 200 +"
                        + " 100 = 300 (difference 10)."));
    }

    @Test
    void aLockFileOfAnOfficeProgramIsNoWorkbook() {
        assertThat(read("\u0003abc".getBytes(UTF_8)).refused()).hasSize(1);
    }

    private static Arguments held(String name, UnaryOperator<TestWorkbook> spoil, String rule, String found) {
        return Arguments.of(name, spoil, rule, found);
    }

    private static TestWorkbook raw(TestWorkbook workbook, String attributes, String content) {
        return workbook.raw("E9", "<c r=\"E9\"" + attributes + ">" + content + "</c>");
    }

    /** Form HG-BHXH has one row, 9; E is the figure at the end of the month, F the estimate of the year. */
    private static TestWorkbook good() {
        return TestWorkbook.of(FORM, MONTH).number("E9", "95.5");
    }

    /** A form with two rows, of which the second is right. */
    private static TestWorkbook twoFigures() {
        return TestWorkbook.of(ReceivedForm.CATALOGUE.form("HG-MTTQ").orElseThrow(), "Quý 2/2025")
                .number("E10", "86");
    }

    private static TestWorkbook decomposed() {
        return good().text("A7", Normalizer.normalize("Mã số", Normalizer.Form.NFD))
                .text("B7", "Chỉ  tiêu ");
    }

    private IngestResult read(byte[] workbook) {
        String text = new String(workbook, StandardCharsets.ISO_8859_1);
        String form = text.contains("xl/") ? formOf(workbook) : "HG-BHXH";
        return ReceivedForm.in(folder).read("f.xlsx", form, workbook);
    }

    /** Returns the form that a workbook of these tests is of: the only one with two rows says Quý. */
    private static String formOf(byte[] workbook) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readNBytes(200_000), UTF_8).contains("HG-MTTQ") ? "HG-MTTQ" : "HG-BHXH";
                }
            }
        } catch (IOException e) {
            return "HG-BHXH";
        }
        return "HG-BHXH";
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>".getBytes(UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 600; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    /** Rows of different texts, so that the archive is honest: it inflates less than a hundredfold. */
    private static byte[] millionRows() {
        StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
        for (int row = 1; row <= 1_000_000; row++) {
            xml.append("<row><c><v>").append(row * 7919L % 1_000_003).append("</v></c></row>");
        }
        return good().part("xl/worksheets/sheet1.xml", xml + "</sheetData></worksheet>")
                .bytes();
    }

    private static byte[] manyEntries() {
        TestWorkbook workbook = good();
        for (int i = 0; i < 100_000; i++) {
            workbook.part("p" + i, new byte[0]);
        }
        return workbook.bytes();
    }

    /** Says in the list of contents that the shared texts are a byte long. */
    private static byte[] withSizeOfOneByte(byte[] bytes) {
        byte[] name = "xl/sharedStrings.xml".getBytes(UTF_8);
        int at = bytes.length - name.length;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + name.length), name)) {
            at--;
        }
        Arrays.fill(bytes, at - 46 + 24, at - 46 + 28, (byte) 0);
        bytes[at - 46 + 24] = 1;
        return bytes;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] ole2(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        bytes.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[600]);
        return bytes.toByteArray();
    }

    private static String manyStyles() {
        StringBuilder xml = new StringBuilder("<cellXfs>");
        for (int i = 0; i < 100_000; i++) {
            xml.append("<xf numFmtId=\"")
                    .append(i % 7 + 100)
                    .append("\" fontId=\"0\" xfId=\"")
                    .append(i * 31 % 977)
                    .append("\"/>");
        }
        return xml.append("</cellXfs>").toString();
    }
}
