package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.TestDelivery;
import vn.chitieu.source.layout.LayoutCatalogue;

/** Workbooks of other offices, filled with shipped figures, give what the CSV gives; any other layout is refused. */
@NullUnmarked
class ForeignWorkbooksTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final LayoutCatalogue LAYOUTS = LayoutCatalogue.read(DATASETS);
    private static final String ID = "nso/2025-07-15";
    private static final List<String> SHIPPED = lines();
    private static final String PRESS =
            "https://github.com/hiennguyen9874/vn-macroeconomics/blob/7abff0335ec4965e14ebe288c24cdd1654c16c78/csv/xnk.csv";
    private static final String ARCHIVE = "https://github.com/thanhqtran/gso-macro-monitor/blob/"
            + "21acee65b6e41fb6e79e4bd08478bd6d402e7ed3/extracted_database.json";

    @TempDir
    Path folder;

    /** A layout, its day of publication and source, a way to fill the workbook, and the rows of the CSV it holds. */
    record Example(
            String layout,
            String sheet,
            String published,
            String source,
            Consumer<Worksheet> fill,
            String rows,
            int figures) {}

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        "VN-TRADE-MONTH",
                        "XNK T9",
                        "2024-09-29",
                        PRESS,
                        ForeignWorkbooksTest::trade,
                        "vietnam,(exports|imports)(_growth)?,total,M,2024-09,.*,estimate,2024-09-29,.*",
                        6),
                new Example(
                        "VN-VALUE-ADDED-QUARTER",
                        "GDP 2024",
                        "2025-06-06",
                        ARCHIVE,
                        ForeignWorkbooksTest::valueAdded,
                        "vietnam,gdp,.*,Q,2024-Q[1-4],period,.*,unknown,2025-06-06,.*",
                        64),
                new Example(
                        "VN-LABOUR-QUARTER",
                        "Lao động",
                        "2025-06-06",
                        ARCHIVE,
                        ForeignWorkbooksTest::labour,
                        "vietnam,unemployment_rate,total,Q,202[34]-Q[1-4],.*,unknown,2025-06-06,.*",
                        8));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheObservationsOfTheCsv(Example example) {
        List<String> rows =
                SHIPPED.stream().filter(row -> row.matches(example.rows())).toList();
        assertThat(rows).hasSize(example.figures());

        IngestResult csv = Ingest.read(
                List.of(TestDelivery.write(
                        folder.resolve("csv"), ID, SHIPPED.get(0) + "\n" + String.join("\n", rows) + "\n")),
                CODELISTS);
        IngestResult workbook = read(example, sheet -> {});

        assertThat(workbook.refused().stream().map(refused -> refused.message().en()))
                .isEmpty();
        assertThat(workbook.quarantined()).isEmpty();
        assertThat(texts(workbook)).hasSize(example.figures()).isEqualTo(texts(csv));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesAnotherLayoutWithItsPlace(String name, int example, Consumer<Worksheet> spoil, String messageEn) {
        IngestResult result = read(examples().toList().get(example), spoil);

        assertThat(result.observations()).isEmpty();
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.message().en())
                    .startsWith("source/nso/2025-07-15/f.xlsx, ")
                    .contains(messageEn);
            assertThat(refused.message().vi()).contains(": cần ");
        });
    }

    static Stream<Arguments> refusesAnotherLayoutWithItsPlace() {
        return Stream.of(
                refused(
                        "a moved column",
                        0,
                        sheet -> {
                            sheet.value(5, 2, "9 tháng năm 2024");
                            sheet.value(5, 3, "Tháng 9/2024");
                        },
                        "XNK T9!C5: Expecting column 'Ước tính / Tháng {month}/{year}' but was 'Ước tính / 9 tháng năm 2024'."),
                refused(
                        "an added column",
                        0,
                        sheet -> sheet.value(5, 5, "Ghi chú"),
                        "XNK T9!F5: Expecting no more columns but was 'Ghi chú'."),
                refused(
                        "a hidden column",
                        0,
                        sheet -> sheet.hideColumn(3),
                        "XNK T9!D5: Expecting column 'Ước tính / {month} tháng năm {year}' not to be hidden."),
                refused(
                        "a changed unit",
                        0,
                        sheet -> sheet.value(2, 1, "Đơn vị tính: Tỷ USD"),
                        "XNK T9!B3: Expecting the text 'Đơn vị tính: Triệu USD' above the table but the nearest one is 'Đơn vị tính: Tỷ USD'."),
                refused(
                        "a new row",
                        0,
                        sheet -> {
                            sheet.value(8, 1, "  Tạm nhập tái xuất");
                            sheet.value(9, 1, "  Nhập khẩu");
                        },
                        "XNK T9!B9: Expecting row 'Nhập khẩu' but was '  Tạm nhập tái xuất'."),
                refused(
                        "a new row at the end",
                        0,
                        sheet -> {
                            sheet.value(9, 1, "Cán cân");
                            sheet.value(9, 2, 5);
                        },
                        "XNK T9!B10: Expecting nothing but notes below the table but was 'Cán cân'."),
                refused(
                        "a figure among the notes",
                        0,
                        sheet -> sheet.value(12, 2, 5),
                        "XNK T9!C13: Expecting nothing but notes below the table but was '5'."),
                refused(
                        "a figure in a row of words",
                        0,
                        sheet -> sheet.value(6, 2, 5),
                        "XNK T9!C7: Expecting no figure in row 'Tổng trị giá' but was '5'."),
                refused(
                        "a row set in otherwise",
                        1,
                        sheet -> sheet.style(8, 0).indent(3).set(),
                        "GDP 2024!A9: Expecting row 'Xây dựng' at level 2 of nesting but was at level 3."),
                refused(
                        "a changed unit in a heading",
                        1,
                        sheet -> sheet.value(14, 0, "Giá so sánh 2010 (Triệu đồng)"),
                        "GDP 2024!A15: Expecting the text 'Giá so sánh 2010 (Tỷ đồng)' above the table but the nearest one is 'Giá so sánh 2010 (Triệu đồng)'."),
                refused(
                        "a row between two tables",
                        1,
                        sheet -> {
                            sheet.value(11, 0, "Hàng hóa khác");
                            sheet.value(11, 1, 7);
                        },
                        "GDP 2024!A12: Expecting nothing but notes below the table but was 'Hàng hóa khác'."),
                refused(
                        "a period that is none",
                        1,
                        sheet -> sheet.value(16, 3, "Quý 5/2024"),
                        "GDP 2024!D17: Expecting no more columns but was 'Quý 5/2024'."),
                refused(
                        "a changed unit of a row",
                        2,
                        sheet -> sheet.value(6, 2, "Nghìn người"),
                        "Lao động!C7: Expecting unit '%' but was 'Nghìn người'."),
                refused(
                        "a missing row",
                        2,
                        sheet -> sheet.value(6, 0, "Ghi chú: hết"),
                        "Lao động!A7: Expecting row 'Tỷ lệ thất nghiệp' but was 'Ghi chú: hết'."));
    }

    @Test
    void aFigureThatCannotBeBelievedIsHeldBackWithItsCell() {
        IngestResult result = read(examples().toList().get(0), sheet -> {
            sheet.value(7, 2, 0.5);
            sheet.style(7, 2).format("0%").set();
            sheet.value(8, 2, "31.758,4531*");
        });

        assertThat(result.observations()).hasSize(4);
        assertThat(result.quarantined().stream().map(row -> row.message().en()))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("f.xlsx, XNK T9!C8: Expecting a number such as 12.5, not a cell shown as percent"))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("f.xlsx, XNK T9!C9: Expecting a number such as 1.234,5")
                        .contains("but was '31.758,4531*'"));
    }

    @Test
    void aMarkOfAFootnoteAndAMissingMarkChangeNothing() {
        IngestResult result = read(examples().toList().get(2), sheet -> {
            sheet.value(6, 0, "Tỷ lệ thất nghiệp\u00B9");
            sheet.value(6, 3, "…");
        });

        assertThat(result.refused()).isEmpty();
        assertThat(result.observations()).hasSize(7);
        assertThat(result.files().get(0).missing()).isEqualTo(1);
    }

    /**
     * A workbook without styles, as some programs write it: its figures are read, and what could not be seen is said.
     */
    @Test
    void aLayoutWithoutStylesSaysWhatCouldNotBeChecked() throws IOException {
        Example trade = examples().toList().get(0);

        IngestResult result = read(trade, withoutStyles(bytes(trade.sheet(), trade.fill())));

        assertThat(result.observations()).hasSize(6);
        assertThat(result.formNotes()).singleElement().satisfies(note -> {
            assertThat(note.message().en())
                    .startsWith("source/nso/2025-07-15/f.xlsx: The styles of some cells are missing from the file;");
            assertThat(note.message().vi()).contains(": Tệp thiếu định dạng của một số ô;");
        });
    }

    @Test
    void anUnknownLayoutIsRefusedByName() {
        Delivery delivery = TestDelivery.declared(
                folder,
                ID,
                "f.xlsx",
                bytes("XNK T9", sheet -> {}),
                "\"format\": \"xlsx\", \"chitieu\": {\"layout\": \"VN-TRADE\"}");

        assertThat(Ingest.read(List.of(delivery), CODELISTS, LAYOUTS)
                        .refused()
                        .get(0)
                        .message()
                        .en())
                .contains("Expecting a layout of the catalogue, one of VN-LABOUR-QUARTER, VN-TRADE-MONTH,"
                        + " VN-VALUE-ADDED-QUARTER, as chitieu.layout but was 'VN-TRADE'");
    }

    @Test
    void aWorkbookThatIsReceivedIsReadByTheLayoutItIsReceivedUnder() throws IOException {
        Path layouts = Files.createDirectories(folder.resolve("datasets/layout"));
        String yaml = Files.readString(DATASETS.resolve("layout/VN-TRADE-MONTH.yaml"));
        Files.writeString(
                layouts.resolve("VN-TRADE-MONTH.yaml"),
                yaml.replace("status: estimate}", "status: estimate, source_url: \"" + PRESS + "\"}"));
        Example trade = examples().toList().get(0);
        Path file = Files.write(folder.resolve("t9.xlsx"), bytes(trade.sheet(), trade.fill()));
        DeliveryRegistry registry = DeliveryRegistry.of(folder.resolve("warehouse"));
        registry.register(
                file,
                new DeliveryTerms("VN-TRADE-MONTH", "GSO", Optional.of(LocalDate.parse("2024-09-29"))),
                Instant.parse("2025-07-03T02:00:00Z"));

        IngestResult result = Ingest.read(
                new Deliveries(List.of(), registry.list(), Map.of(), LayoutCatalogue.read(folder.resolve("datasets"))),
                CODELISTS,
                FormCatalogue.NONE,
                BulkFigures.NONE);

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).hasSize(6).allSatisfy(o -> assertThat(o.publishedDate())
                .isEqualTo("2024-09-29"));
    }

    /** The layout that ships names no source, and the person at the counter has no row to name one in. */
    @Test
    void theLayoutIsTheSourceOfAReceivedWorkbookThatNamesNone() throws IOException {
        Example trade = examples().toList().get(0);
        Path file = Files.write(folder.resolve("t9.xlsx"), bytes(trade.sheet(), trade.fill()));
        DeliveryRegistry registry = DeliveryRegistry.of(folder.resolve("warehouse"));
        registry.register(
                file,
                new DeliveryTerms("VN-TRADE-MONTH", "GSO", Optional.of(LocalDate.parse("2024-09-29"))),
                Instant.parse("2025-07-03T02:00:00Z"));

        IngestResult result = Ingest.read(
                new Deliveries(List.of(), registry.list(), Map.of(), LayoutCatalogue.read(DATASETS)),
                CODELISTS,
                FormCatalogue.NONE,
                BulkFigures.NONE);

        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).hasSize(6).allSatisfy(o -> assertThat(o.sourceUrl())
                .isEqualTo("layout:VN-TRADE-MONTH"));
    }

    private static Arguments refused(String name, int example, Consumer<Worksheet> spoil, String message) {
        return Arguments.of(name, example, spoil, message);
    }

    private IngestResult read(Example example, Consumer<Worksheet> spoil) {
        return read(example, bytes(example.sheet(), example.fill().andThen(spoil)));
    }

    private IngestResult read(Example example, byte[] workbook) {
        Delivery delivery = TestDelivery.declared(
                folder.resolve("xlsx"),
                ID,
                "f.xlsx",
                workbook,
                "\"format\": \"xlsx\", \"chitieu\": {\"layout\": \"" + example.layout()
                        + "\", \"columns\": {\"published\": {\"text\": \"" + example.published()
                        + "\"}, \"source_url\": {\"text\": \"" + example.source() + "\"}}}");
        return Ingest.read(List.of(delivery), CODELISTS, LAYOUTS);
    }

    private static List<String> texts(IngestResult result) {
        return result.observations().stream()
                .map(o -> o.key() + " " + o.value().stripTrailingZeros().toPlainString() + " " + o.unitCode() + " "
                        + o.status() + " " + o.publishedDate() + " " + o.sourceDate() + " " + o.sourceUrl())
                .sorted()
                .toList();
    }

    /** Two header rows, month and year to date under one heading, growth beside them, notes below. */
    private static void trade(Worksheet sheet) {
        sheet.value(0, 1, "XUẤT, NHẬP KHẨU HÀNG HÓA THÁNG 9 NĂM 2024");
        sheet.value(2, 1, "Đơn vị tính: Triệu USD");
        sheet.value(4, 0, "STT");
        sheet.range(4, 0, 5, 0).merge();
        sheet.value(4, 1, "Chỉ tiêu");
        sheet.range(4, 1, 5, 1).merge();
        sheet.value(4, 2, "Ước tính");
        sheet.range(4, 2, 4, 3).merge();
        sheet.value(4, 4, "Tốc độ tăng so với cùng kỳ năm trước (%)");
        sheet.value(5, 2, "Tháng 9/2024");
        sheet.value(5, 3, "9 tháng năm 2024");
        sheet.value(5, 4, "9 tháng năm 2024");
        sheet.value(6, 0, 1);
        sheet.value(6, 1, "Tổng trị giá");
        int row = 7;
        for (String flow : List.of("exports", "imports")) {
            sheet.value(row, 1, flow.equals("exports") ? "  Xuất khẩu" : "  Nhập khẩu");
            number(sheet, row, 2, "vietnam," + flow + ",total,M,2024-09,period,current,");
            number(sheet, row, 3, "vietnam," + flow + ",total,M,2024-09,ytd,current,");
            number(sheet, row, 4, "vietnam," + flow + "_growth,total,M,2024-09,ytd,current,");
            row++;
        }
        sheet.value(11, 1, "Ghi chú: số ước tính của tháng");
        sheet.value(12, 1, "được cập nhật vào tháng sau");
    }

    /** Two tables, one below the other; nested rows are set in by style. */
    private static void valueAdded(Worksheet sheet) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("TỔNG SỐ|total", 0);
        rows.put("Nông, lâm nghiệp và thủy sản|agriculture_forestry_fishery", 1);
        rows.put("Công nghiệp và xây dựng|industry_construction", 1);
        rows.put("Công nghiệp|industry", 2);
        rows.put("Trong đó: Chế biến, chế tạo|manufacturing", 3);
        rows.put("Xây dựng|construction", 2);
        rows.put("Dịch vụ|services", 1);
        rows.put("Thuế sản phẩm trừ trợ cấp sản phẩm|product_taxes_less_subsidies", 1);
        int top = 0;
        for (String prices : List.of("current", "constant_2010")) {
            sheet.value(top, 0, prices.equals("current") ? "Giá hiện hành (Tỷ đồng)" : "Giá so sánh 2010 (Tỷ đồng)");
            sheet.value(top + 2, 0, "Ngành kinh tế");
            List<String> roman = List.of("I", "II", "III", "IV");
            for (int quarter = 1; quarter <= 4; quarter++) {
                sheet.value(top + 2, quarter, "Quý " + roman.get(quarter - 1) + "/2024");
            }
            int row = top + 3;
            for (Map.Entry<String, Integer> entry : rows.entrySet()) {
                String[] name = entry.getKey().split("\\|", 2);
                sheet.value(row, 0, name[0]);
                if (entry.getValue() > 0) {
                    sheet.style(row, 0).indent(entry.getValue()).set();
                }
                for (int quarter = 1; quarter <= 4; quarter++) {
                    number(
                            sheet,
                            row,
                            quarter,
                            "vietnam,gdp," + name[1] + ",Q,2024-Q" + quarter + ",period," + prices + ",");
                }
                row++;
            }
            top = 14;
        }
        sheet.value(26, 0, "(*) Số sơ bộ");
    }

    /** Years over quarters, a hidden column of codes, a column of units. */
    private static void labour(Worksheet sheet) {
        sheet.value(0, 0, "Lao động và thất nghiệp");
        List<String> heads = List.of("Chỉ tiêu", "Mã số", "Đơn vị tính");
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(2, column, heads.get(column));
            sheet.range(2, column, 3, column).merge();
        }
        sheet.hideColumn(1);
        sheet.value(4, 0, "Dân số từ 15 tuổi");
        sheet.value(4, 2, "Nghìn người");
        sheet.value(4, 3, 75_000);
        sheet.value(5, 0, "Chia theo tình trạng việc làm");
        sheet.value(6, 0, "Tỷ lệ thất nghiệp");
        sheet.value(6, 2, "%");
        for (int year = 2023; year <= 2024; year++) {
            int first = 3 + 4 * (year - 2023);
            sheet.value(2, first, "Năm " + year);
            sheet.range(2, first, 2, first + 3).merge();
            for (int quarter = 1; quarter <= 4; quarter++) {
                sheet.value(3, first + quarter - 1, "Quý " + quarter);
                number(
                        sheet,
                        6,
                        first + quarter - 1,
                        "vietnam,unemployment_rate,total,Q," + year + "-Q" + quarter + ",period,na,");
            }
        }
    }

    /** Writes the shipped figure whose row begins with a text, in the vintage of these examples. */
    private static void number(Worksheet sheet, int row, int column, String start) {
        String found = SHIPPED.stream()
                .filter(line -> line.startsWith(start))
                .filter(line -> line.contains(",estimate,2024-09-29,") || line.contains(",unknown,2025-06-06,"))
                .filter(line -> !start.contains("M,2024-09") || line.contains(",estimate,"))
                .findFirst()
                .orElseThrow();
        sheet.value(row, column, Double.parseDouble(found.split(",", -1)[7]));
    }

    private static byte[] bytes(String name, Consumer<Worksheet> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "office", "1.0")) {
            workbook.newWorksheet("Bìa").value(0, 0, "Niên giám");
            fill.accept(workbook.newWorksheet(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns a workbook that names no part of styles. */
    private byte[] withoutStyles(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(
                        Files.write(folder.resolve("styled.xlsx"), workbook).toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                String content = new String(from.getInputStream(entry).readAllBytes(), UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content.replaceAll("<Relationship [^>]*styles.xml[^>]*>", "")
                        .getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DATASETS.resolve("source/published-viet-nam/2025-07-15/vietnam_national.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
