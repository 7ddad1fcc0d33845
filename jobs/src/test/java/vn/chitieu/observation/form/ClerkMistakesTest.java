package vn.chitieu.observation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;

/** What a clerk gets wrong in a workbook, and the message that lets the clerk mend it alone. */
@NullUnmarked
class ClerkMistakesTest {

    private static final Form FORM = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void aRightFormIsReadExactly() {
        IngestResult result = read(filled());

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.formNotes()).isEmpty();
        assertThat(result.observations())
                .extracting(o -> o.key() + " " + o.value().toPlainString() + " " + o.unitCode() + " "
                        + o.status().code() + " " + o.publishedDate())
                .contains(
                        "VN-HG.budget_revenue_local_area._T.2025-06.C.current 4100 billion_vnd E 2025-07-03",
                        "VN-HG.budget_revenue_domestic._T.2025-06.C.current 3600.5 billion_vnd E 2025-07-03",
                        "VN-HG.budget_revenue_domestic._T.2025-06.P.current 600 billion_vnd E 2025-07-03");
        assertThat(result.unitEstimates()).singleElement().satisfies(estimate -> {
            assertThat(estimate.indicatorCode()).isEqualTo("budget_revenue_domestic");
            assertThat(estimate.value()).isEqualByComparingTo("7700");
            assertThat(estimate.causes()).isEqualTo("Thu tiền sử dụng đất chậm");
        });
        assertThat(result.unitAssessments()).singleElement().satisfies(assessment -> {
            assertThat(assessment.targetId()).isEqualTo("20");
            assertThat(assessment.isMet()).isTrue();
        });
    }

    @Test
    void aNumberTypedAsTextIsReadByTheGrammarOrHeldBack() {
        IngestResult result = read(filled().text("E10", "3.600,5").text("D10", "600 tỷ"));

        assertThat(result.observations())
                .filteredOn(o -> o.key().indicatorCode().equals("budget_revenue_domestic"))
                .singleElement()
                .satisfies(o -> assertThat(o.value()).isEqualByComparingTo("3600.5"));
        assertThat(result.formNotes()).singleElement().satisfies(note -> assertThat(
                        note.message().vi())
                .isEqualTo("HG-STC_2025-06.xlsx: Số liệu!E10: số '3.600,5' được gõ dạng chữ; đã đọc là 3600,5."));
        assertThat(held(result))
                .isEqualTo("HG-STC_2025-06.xlsx, Số liệu!D10: cần một số như 1.234,5 (dấu phẩy thập phân, dấu chấm nhóm"
                        + " ba chữ số), không kèm chữ, %, đơn vị tính, nhưng là '600 tỷ'. Xóa ô rồi gõ lại riêng"
                        + " con số.");
    }

    @Test
    void aMovedColumnIsNamed() {
        assertThat(refused(read(filled().swapColumns(4, 5, 7))))
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!D7: cần cột 'Thực hiện / Trong tháng', nhưng là cột 'Thực hiện /"
                                + " Lũy kế từ đầu năm hoặc đến cuối kỳ'. Có dòng hoặc cột bị dời, chèn thêm hoặc đổi"
                                + " tên: đưa dòng tiêu đề và các cột về đúng chỗ của biểu mẫu rồi gửi lại.");
    }

    @Test
    void aNameOfAnotherRowIsRefusedAndANewNameIsTold() {
        String domestic = "Thu nội địa";
        assertThat(refused(read(filled().text("B11", domestic))))
                .isEqualTo("HG-STC_2025-06.xlsx, Số liệu!B11: cần tên dòng 'Thu từ hoạt động xuất nhập khẩu' của mã số"
                        + " 03, nhưng là 'Thu nội địa' của mã số 02. Có dòng bị đổi chỗ: đưa mã số, tên và số liệu của"
                        + " mỗi dòng về cùng một dòng rồi gửi lại.");
        assertThat(read(filled().text("B11", "Thu XNK")).formNotes())
                .singleElement()
                .satisfies(note -> assertThat(note.message().vi())
                        .isEqualTo("HG-STC_2025-06.xlsx: Số liệu!B11: tên dòng 'Thu XNK' khác biểu mẫu 'Thu từ hoạt"
                                + " động xuất nhập khẩu'; dòng được đọc theo mã số 03."));
    }

    @Test
    void aUnitChangedToMillionIsNamed() {
        assertThat(refused(read(filled().text("C10", "Triệu đồng"))))
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!C10: cần đơn vị tính 'Tỷ đồng', nhưng là 'Triệu đồng'. Giữ đơn vị"
                                + " tính của biểu mẫu và đổi các số về đơn vị đó rồi gửi lại.");
    }

    @Test
    void figuresInMillionUnderTheUnitOfBillionAreKnownByThePeriodBefore() {
        ReceivedForm received = ReceivedForm.in(folder);
        received.register(
                "HG-STC_2025-05.xlsx",
                "HG-STC",
                Optional.of(LocalDate.of(2025, 6, 5)),
                TestWorkbook.of(FORM, "Tháng 05/2025")
                        .number("D9", "700")
                        .number("E9", "3300")
                        .number("D10", "590")
                        .number("E10", "3000.5")
                        .number("D12", "800")
                        .number("E12", "3900")
                        .bytes());

        IngestResult result = received.read(
                "HG-STC_2025-06.xlsx",
                "HG-STC",
                filled().number("D9", "700000")
                        .number("E9", "4100000")
                        .number("D10", "600000")
                        .number("E10", "3600500")
                        .bytes());

        // May alone, 700, lets expect 700 / √10 to 700 × √10 of June alone: 221 to 2,214. Revenue is net of refunds, so
        // 3,300 by May let expect 3,300 / √10 to 3,300 × 6/5 × √10 by June: 1,044 to 12,523.
        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined())
                .extracting(row -> row.place().cell())
                .containsExactly("Số liệu!D9", "Số liệu!E9", "Số liệu!D10", "Số liệu!E10");
        assertThat(result.quarantined().stream().limit(2).map(row -> row.message()
                        .vi()))
                .containsExactly(
                        "HG-STC_2025-06.xlsx, Số liệu!D9: cần một số từ 221 đến 2.210 bên cạnh 700 của tháng 5/2025,"
                                + " nhưng là 700000. Có vẻ ghi bằng triệu thay cho tỷ: 700.000 so với 700 của tháng"
                                + " 5/2025. Sửa lại ô; nếu số đúng, gửi lại tệp với --confirm D9 --reason \"lý do\".",
                        "HG-STC_2025-06.xlsx, Số liệu!E9: cần một số từ 1.040 đến 12.500 bên cạnh 3.300 của tháng"
                                + " 1–tháng 5/2025, nhưng là 4100000. Có vẻ ghi bằng triệu thay cho tỷ: 4.100.000 so"
                                + " với 3.300 của tháng 1–tháng 5/2025. Sửa lại ô; nếu số đúng, gửi lại tệp với"
                                + " --confirm E9 --reason \"lý do\".");
        assertThat(result.observations())
                .filteredOn(o -> o.key().period().toString().equals("2025-06"))
                .extracting(o -> o.key().indicatorCode())
                .containsOnly("budget_revenue_trade_taxes", "budget_expenditure_local");
    }

    @Test
    void mergedCellsHoldNoFigure() {
        assertThat(held(read(filled().merge("D10:E10").clear("E10"))))
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!D10: cần ô số không bị gộp với ô khác, nhưng là '600'. Bỏ gộp ô"
                                + " (Unmerge Cells) rồi gõ số vào từng ô.");
    }

    @Test
    void aTotalTypedOverIsShownWithItsArithmetic() {
        assertThat(refused(read(filled().number("E9", "3500"))))
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!E9: cần dòng 01 không nhỏ hơn tổng các dòng 02 + 03, nhưng 3.500"
                                + " khác 3.600,5 + 450 = 4.050,5 (chênh -550,5). Có thể dòng tổng bị gõ đè hoặc một dòng"
                                + " thành phần sai: sửa cho khớp rồi gửi lại cả biểu.");
    }

    @Test
    void aTotalTenTimesTooLargeIsNamedByWhatUndoesIt() {
        Form trade = ReceivedForm.CATALOGUE.form("HG-SCT").orElseThrow();
        IngestResult result = ReceivedForm.in(folder)
                .read(
                        "f.xlsx",
                        "HG-SCT",
                        TestWorkbook.of(trade, "Tháng 06/2025")
                                .number("E9", "7000")
                                .number("E10", "480")
                                .number("E11", "220")
                                .number("E13", "30000")
                                .bytes());

        assertThat(refused(result))
                .endsWith(
                        "E9 có vẻ lớn hơn 10 lần, như thừa một chữ số hoặc dấu phẩy lệch một hàng: 7.000 so với 700.");
    }

    @Test
    void theFormOfAnotherDepartmentIsRefused() {
        assertThat(refused(read(filled().text("C3", "Sở Y tế"))))
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!C3: cần 'Sở Tài chính' là đơn vị của biểu HG-STC, nhưng là 'Sở Y"
                                + " tế'. Biểu của đơn vị khác đã được điền: gửi theo đúng biểu (--form), hoặc sửa lại tên đơn"
                                + " vị.");
        IngestResult both = read(filled().text("C3", "SỞ TÀI CHÍNH tỉnh Hậu Giang"));
        assertThat(both.refused()).hasSize(1);
        assertThat(both.observations()).hasSize(8);
    }

    /** Exports and imports make the turnover: with imports untold it is at least the exports, 82.49 is not 43,390. */
    @Test
    void aTotalBelowOneOfItsPartsIsRefusedThoughAnotherIsNotTold() {
        Form trade = ReceivedForm.CATALOGUE.form("VN-BCT").orElseThrow();
        TestWorkbook workbook = TestWorkbook.of(trade, "Tháng 06/2025").number("D10", "43390");

        assertThat(refused(ReceivedForm.in(folder)
                        .read(
                                "VN-BCT_2025-06.xlsx",
                                "VN-BCT",
                                workbook.number("D9", "82.49").bytes())))
                .startsWith("VN-BCT_2025-06.xlsx, Số liệu!D9: cần dòng 01 không nhỏ hơn tổng các dòng 02, nhưng 82,49"
                        + " khác 43.390 = 43.390 (chênh -43.307,51).");
    }

    @Test
    void theFormOfTheSameDepartmentOfAnotherProvinceIsRefused() {
        assertThat(refused(read(filled().text("C3", "Sở Tài chính tỉnh Sóc Trăng"))))
                .startsWith("HG-STC_2025-06.xlsx, Số liệu!C3: cần 'Sở Tài chính' là đơn vị của biểu HG-STC, nhưng là"
                        + " 'Sở Tài chính tỉnh Sóc Trăng'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sở Tài chính", "SỞ TÀI CHÍNH.", "UBND tỉnh Hậu Giang - Sở Tài chính", "Sở Tài chính Hậu Giang"})
    void theDepartmentMayNameItsOwnProvince(String sender) {
        assertThat(read(filled().text("C3", sender)).refused()).isEmpty();
    }

    /** The province became a part of Cần Thơ on 1 July 2025. */
    @Test
    void aPeriodAfterTheEndOfTheAreaIsRefused() {
        IngestResult result = ReceivedForm.in(folder)
                .read(
                        "HG-STC_2025-07.xlsx",
                        "HG-STC",
                        figures(TestWorkbook.of(FORM, "Tháng 07/2025")).bytes());

        assertThat(refused(result))
                .isEqualTo(
                        "HG-STC_2025-07.xlsx, Số liệu!C4: cần kỳ báo cáo khi còn Tỉnh Hậu Giang, đơn vị hành chính đã"
                                + " kết thúc ngày 30/6/2025, nhưng là 'Tháng 07/2025'. Số liệu của các kỳ sau ngày đó báo cáo"
                                + " theo biểu của đơn vị hành chính mới.");
        assertThat(result.observations()).isEmpty();
    }

    @Test
    void anEstimateOfTheYearBelowTheYearToDateIsHeldBackWithIt() {
        IngestResult result = read(filled().number("F9", "4000").clear("F10"));

        assertThat(result.quarantined())
                .extracting(row -> row.place().cell())
                .containsExactly("Số liệu!E9", "Số liệu!F9");
        assertThat(result.quarantined().get(1).message().en())
                .isEqualTo(
                        "HG-STC_2025-06.xlsx, Số liệu!F9: Expecting the year to date (E9) to be at most the estimate of"
                                + " the year (F9), 4,000 but was 4000. Looks like less than there is already: 4,000 against"
                                + " 4,100 in E9. Correct the cell; if the figure is right, deliver the file again with"
                                + " --confirm F9 --reason \"why\".");
        assertThat(result.unitEstimates()).isEmpty();
    }

    @Test
    void lastYearsFileUnderAnotherNameIsKnownByItsPeriod() {
        IngestResult result = ReceivedForm.in(folder)
                .read(
                        "HG-STC_2025-06.xlsx",
                        "HG-STC",
                        TestWorkbook.of(FORM, "Tháng 06/2024")
                                .number("E10", "3600.5")
                                .bytes());

        assertThat(refused(result))
                .startsWith(
                        "HG-STC_2025-06.xlsx, Số liệu!C4: cần kỳ của năm 2025 như tên tệp, nhưng kỳ báo cáo trong tệp"
                                + " là 'Tháng 06/2024'. Có phải tệp của năm trước được đổi tên?");
        assertThat(result.refused().get(0).message().en())
                .startsWith(
                        "HG-STC_2025-06.xlsx, Số liệu!C4: Expecting a period of 2025 as the file's name says but the"
                                + " period is 'Tháng 06/2024'. Is it last year's file under another name?");
    }

    @Test
    void lastYearsFileUnderAnotherNameAndPeriodIsKnownByItsFigures() {
        ReceivedForm received = ReceivedForm.in(folder);
        received.register(
                "HG-STC_2024-06.xlsx",
                "HG-STC",
                Optional.of(LocalDate.of(2024, 7, 3)),
                figures(TestWorkbook.of(FORM, "Tháng 06/2024")).bytes());

        IngestResult result = received.read(
                "HG-STC_2025-06.xlsx",
                "HG-STC",
                figures(TestWorkbook.of(FORM, "Tháng 06/2025")).bytes());

        assertThat(refused(result))
                .isEqualTo("HG-STC_2025-06.xlsx: cần số liệu của kỳ 2025-06, nhưng 8 trong 8 số bằng đúng số của"
                        + " kỳ 2024-06. Có phải biểu của kỳ đó được đổi kỳ? Điền số của kỳ này vào biểu mẫu mới; nếu"
                        + " chính biểu trước ghi sai kỳ, rút biểu đó trước bằng ingest --withdraw.");
    }

    /** Of four figures three are those of May, 3,001.4 being typed as 3,001. */
    @Test
    void theFormOfAnyEarlierPeriodIsKnownByMostOfItsFigures() {
        ReceivedForm received = ReceivedForm.in(folder);
        received.register(
                "HG-STC_2025-05.xlsx",
                "HG-STC",
                Optional.of(LocalDate.of(2025, 6, 5)),
                months(TestWorkbook.of(FORM, "Tháng 05/2025"), "3001.4", "3901").bytes());

        IngestResult result = received.read(
                "HG-STC_2025-06.xlsx",
                "HG-STC",
                months(TestWorkbook.of(FORM, "Tháng 06/2025"), "3002", "4712").bytes());
        assertThat(result.refused()).isEmpty();

        IngestResult copied = received.read(
                "HG-STC_2025-06_2.xlsx",
                "HG-STC",
                months(TestWorkbook.of(FORM, "Tháng 06/2025"), "3001", "4713").bytes());
        assertThat(refused(copied))
                .startsWith("HG-STC_2025-06_2.xlsx: cần số liệu của kỳ 2025-06, nhưng 3 trong 4 số bằng đúng số của kỳ"
                        + " 2025-05. Có phải biểu của kỳ đó được đổi kỳ?");
    }

    /** Expenditure of the month differs and is no part of it: 591 and 801 are typed as they were. */
    private static TestWorkbook months(TestWorkbook workbook, String domestic, String expenditure) {
        return workbook.number("D10", "591")
                .number("E10", domestic)
                .number("D12", "801")
                .number("E12", expenditure);
    }

    @Test
    void aFormThatTellsNothingIsRefusedWithWhatWasHeldBack() {
        String message = refused(read(TestWorkbook.of(FORM, "Tháng 06/2025").text("E10", "n/a")));

        assertThat(message)
                .startsWith("HG-STC_2025-06.xlsx: cần có số liệu, nhưng không ô nào trong 27 ô")
                .contains("Ô bị giữ lại: HG-STC_2025-06.xlsx, Số liệu!E10");
    }

    /** Two cells are filled in, and neither with a number. */
    @Test
    void aCellThatIsHeldBackIsFilledIn() {
        assertThat(refused(read(TestWorkbook.of(FORM, "Tháng 06/2025")
                        .text("E10", "n/a")
                        .text("E9", "chưa có")
                        .merge("E9:F9"))))
                .startsWith("HG-STC_2025-06.xlsx: cần có số liệu, nhưng không ô nào trong 27 ô cho số dùng được (2 ô có"
                        + " điền).");
    }

    @Test
    void aSecondSheetWithTheFormIsTold() {
        String key = "<c r=\"A2\" t=\"inlineStr\"><is><t>Mã số</t></is></c>";
        assertThat(read(filled().sheet("Số liệu (2)", key)).formNotes())
                .extracting(note -> note.message().vi())
                .containsExactly("HG-STC_2025-06.xlsx: Trang 'Số liệu (2)' cũng chứa biểu nhưng không được đọc: số liệu"
                        + " lấy từ trang 'Số liệu'.");
        assertThat(ReceivedForm.in(folder)
                        .read(
                                "HG-STC_2025-06_2.xlsx",
                                "HG-STC",
                                filled().sheet("Ghi chú", key.replace("Mã số", "Nguồn"))
                                        .bytes())
                        .formNotes())
                .noneMatch(note -> note.message().vi().contains("Ghi chú"));
    }

    @Test
    void threeRightFiguresAreUsedThoughTheFormIsNotComplete() {
        IngestResult result = read(TestWorkbook.of(FORM, "Tháng 06/2025")
                .number("E9", "4100")
                .number("E10", "3600.5")
                .number("E11", "450"));

        assertThat(result.refused()).isEmpty();
        assertThat(result.observations()).hasSize(3);
        assertThat(result.formNotes()).singleElement().satisfies(note -> assertThat(
                        note.message().en())
                .isEqualTo("HG-STC_2025-06.xlsx: Only 3 of 27 cells tell a figure, fewer than the 20% that make the"
                        + " form complete: those told are used, the others stay open until the form is delivered"
                        + " again."));
    }

    @Test
    void aFormThatComesAYearLateIsUsedAndTold() {
        ReceivedForm received = ReceivedForm.in(folder);
        received.register(
                "HG-STC_2024-06.xlsx",
                "HG-STC",
                Optional.empty(),
                figures(TestWorkbook.of(FORM, "Tháng 06/2024")).bytes());
        received.register(
                "HG-STC_2024-05.xlsx",
                "HG-STC",
                Optional.empty(),
                figures(TestWorkbook.of(FORM, "Tháng 05/2024"))
                        .number("E9", "4101")
                        .bytes());

        IngestResult result = received.read();

        assertThat(result.refused()).isEmpty();
        assertThat(result.observations()).allMatch(o -> o.publishedDate().equals(LocalDate.of(2025, 7, 3)));
        // the period ended 368 and 398 days before
        assertThat(result.formNotes())
                .filteredOn(note -> note.message().en().contains("more than a year later"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/05/2025", "04/07/2025", "hôm qua"})
    void aDayOfTheReportOutsidePeriodAndReceiptIsRefused(String day) {
        String message = refused(read(figures(TestWorkbook.of(FORM, "Tháng 06/2025"))
                .text("B1", "Ngày báo cáo")
                .text("C1", day)));

        assertThat(message)
                .startsWith("HG-STC_2025-06.xlsx, Số liệu!C1: cần ngày báo cáo từ 1/6/2025 đến ngày nhận 3/7/2025")
                .contains("'" + day + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tháng 06/2025",
                "THÁNG 06/2025",
                "tháng 6 năm 2025",
                "Tháng 6-2025",
                "T6/2025",
                "6/2025",
                "06-2025",
                "2025-06"
            })
    void aMonthIsReadHoweverItIsWritten(String period) {
        assertThat(read(filled().text("C4", period)).observations())
                .allSatisfy(o -> assertThat(o.key().period()).hasToString("2025-06"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quý 2/2025", "QUÝ II/2025", "Quý II năm 2025"})
    void aQuarterIsReadHoweverItIsWritten(String period) {
        Form quarterly = ReceivedForm.CATALOGUE.form("HG-MTTQ").orElseThrow();
        IngestResult result = ReceivedForm.in(folder)
                .read(
                        "f.xlsx",
                        "HG-MTTQ",
                        TestWorkbook.of(quarterly, period).number("E10", "86").bytes());

        assertThat(result.observations())
                .singleElement()
                .satisfies(o -> assertThat(o.key().period()).hasToString("2025-Q2"));
    }

    /** A date of a spreadsheet: 1 June 2025 is day 45,809; the 2nd is no month. */
    @Test
    void theFirstDayOfAMonthIsTheMonth() {
        assertThat(read(filled().raw("C4", "<c r=\"C4\" s=\"1\"><v>45809</v></c>"))
                        .observations())
                .hasSize(8)
                .allSatisfy(o -> assertThat(o.key().period()).hasToString("2025-06"));
        assertThat(refused(ReceivedForm.in(folder)
                        .read(
                                "HG-STC_2025-06_2.xlsx",
                                "HG-STC",
                                filled().raw("C4", "<c r=\"C4\" s=\"1\"><v>45810</v></c>")
                                        .bytes())))
                .startsWith("HG-STC_2025-06_2.xlsx, Số liệu!C4: cần kỳ báo cáo như 'Tháng 01/2025'");
    }

    @ParameterizedTest
    @CsvSource({"ước tính, E", "ƯỚC, E", "Sơ bộ, P", "SƠ BỘ, P"})
    void aStatusIsReadInCapitalsOrByItsFirstWord(String text, String code) {
        assertThat(read(filled().text("C5", text)).observations())
                .hasSize(8)
                .allSatisfy(o -> assertThat(o.status().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ướ", "Tính", "Ước thực hiện"})
    void anotherWordIsNoStatus(String text) {
        assertThat(refused(read(filled().text("C5", text))))
                .startsWith("HG-STC_2025-06.xlsx, Số liệu!C5: cần tình trạng số liệu, một trong Ước tính, Sơ bộ,"
                        + " Chính thức, nhưng là '" + text + "'.");
    }

    /** The day of the form of May was left; 20 June is ten days before the end of June. */
    @Test
    void aDayOfTheReportLongBeforeTheEndOfThePeriodIsTold() {
        TestWorkbook early = filled().text("B1", "Ngày báo cáo").text("C1", "05/06/2025");
        assertThat(read(early).formNotes()).singleElement().satisfies(note -> assertThat(
                        note.message().vi())
                .isEqualTo("HG-STC_2025-06.xlsx: Số liệu!C1: ngày báo cáo 5/6/2025 còn sớm so với ngày kết thúc kỳ"
                        + " 30/6/2025, và số liệu được coi là đã biết từ ngày đó. Nếu là ngày của báo cáo trước còn sót"
                        + " lại, sửa rồi gửi lại biểu."));
    }

    @Test
    void aDayOfTheReportNearTheEndOfThePeriodIsNotTold() {
        assertThat(read(filled().text("B1", "Ngày báo cáo").text("C1", "20/06/2025"))
                        .formNotes())
                .isEmpty();
    }

    private IngestResult read(TestWorkbook workbook) {
        return ReceivedForm.in(folder).read("HG-STC_2025-06.xlsx", "HG-STC", workbook.bytes());
    }

    /**
     * Rows 01 to 04 are revenue, domestic revenue, trade taxes and expenditure; 16 is target 20; columns D to G are the
     * month, the year to date, the estimate of the year and the assessment.
     */
    private static TestWorkbook filled() {
        return figures(TestWorkbook.of(FORM, "Tháng 06/2025"))
                .number("F10", "7700")
                .text("H10", "Thu tiền sử dụng đất chậm")
                .text("G24", "Đạt");
    }

    private static TestWorkbook figures(TestWorkbook workbook) {
        return workbook.number("D9", "700")
                .number("E9", "4100")
                .number("D10", "600")
                .number("E10", "3600.5")
                .number("D11", "60")
                .number("E11", "450")
                .number("D12", "800")
                .number("E12", "4700");
    }

    private static String held(IngestResult result) {
        assertThat(result.refused()).isEmpty();
        return result.quarantined().stream()
                .map(row -> row.message().vi())
                .findFirst()
                .orElse("");
    }

    private static String refused(IngestResult result) {
        assertThat(result.refused()).hasSize(1);
        RefusedDelivery refused = result.refused().get(0);
        assertThat(refused.message().en()).contains("Expecting ");
        return refused.message().vi();
    }
}
