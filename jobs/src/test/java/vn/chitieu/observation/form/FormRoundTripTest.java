package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.form.FormColumn.Role;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.WorkbookFile;

/** What is written, filled in and delivered is read as it was filled in. */
@NullUnmarked
class FormRoundTripTest {

    @TempDir
    private Path folder;

    static List<String> codes() {
        return List.copyOf(ReceivedForm.CATALOGUE.forms().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void everyFormOfTheCatalogueIsReadAsItWasFilledIn(String code) throws IOException {
        Form form = ReceivedForm.CATALOGUE.form(code).orElseThrow();
        Map<String, BigDecimal> entered = new LinkedHashMap<>();
        byte[] filled = fill(form, bytes(form), entered, 7);

        IngestResult result = ReceivedForm.in(folder).read(code + ".xlsx", code, filled);

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(told(form, result)).isEqualTo(entered);
    }

    @Test
    void theSameFormIsTheSameBytes() throws IOException {
        Form form = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
        assertThat(bytes(form)).isEqualTo(bytes(form));
    }

    @Test
    void keysUnitsAndHeadersAreLockedAndInputsAreOpen() throws IOException {
        Form form = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
        String sheet = part(bytes(form), "xl/worksheets/sheet1.xml");
        String styles = part(bytes(form), "xl/styles.xml");

        assertThat(sheet).contains("<sheetProtection", "type=\"list\"");
        assertThat(sheet).contains("type=\"custom\"", "ISNUMBER(E10)");
        assertThat(styles).contains("locked=\"false\"");
        Path file = Files.write(folder.resolve("form.xlsx"), bytes(form));
        assertThat(WorkbookFile.read("form.xlsx", file)
                        .sheet("Hướng dẫn")
                        .orElseThrow()
                        .seen(1, 1)
                        .orElseThrow()
                        .text())
                .startsWith("HƯỚNG DẪN ĐIỀN BIỂU HG-STC");
    }

    @Test
    void anEmptyFormIsRefusedForTellingNothing() throws IOException {
        Form form = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
        assertThat(ReceivedForm.in(folder)
                        .read("HG-STC.xlsx", "HG-STC", bytes(form))
                        .refused())
                .singleElement()
                .satisfies(refused ->
                        assertThat(refused.message().vi()).contains("tình trạng số liệu, một trong Ước tính"));
    }

    /** LibreOffice opens the form, and saves it again with what was filled in. */
    @Test
    @Tag("full")
    void libreOfficeOpensFillsAndSavesAForm() throws Exception {
        Form form = ReceivedForm.CATALOGUE.form("HG-STC").orElseThrow();
        Map<String, BigDecimal> entered = new LinkedHashMap<>();
        Path filled = Files.write(folder.resolve("HG-STC_2025-05.xlsx"), fill(form, bytes(form), entered, 11));
        Path saved = Files.createDirectories(folder.resolve("saved"));

        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        saved.toString(),
                        filled.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        boolean isOver = office.waitFor(180, TimeUnit.SECONDS);
        assertThat(isOver && office.exitValue() == 0)
                .as(Files.readString(folder.resolve("office.log")))
                .isTrue();
        Path back = saved.resolve("HG-STC_2025-05.xlsx");
        assertThat(part(Files.readAllBytes(back), "docProps/app.xml")).contains("LibreOffice");
        assertThat(part(Files.readAllBytes(back), "xl/worksheets/sheet1.xml"))
                .contains("<sheetProtection", "<dataValidation");

        IngestResult result = ReceivedForm.in(folder).read("HG-STC_2025-05.xlsx", "HG-STC", Files.readAllBytes(back));

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(told(form, result)).isEqualTo(entered);
    }

    private static byte[] bytes(Form form) throws IOException {
        return FormWorkbook.bytes(
                form, ReportingYear.CALENDAR, Optional.of(form.periods(2025).get(0)), 2025);
    }

    /** Fills in the empty cells of a written form as a spreadsheet program does, and tells what was filled in. */
    private byte[] fill(Form form, byte[] empty, Map<String, BigDecimal> entered, long seed) throws IOException {
        Path file = Files.write(folder.resolve("empty.xlsx"), empty);
        Sheet sheet =
                WorkbookFile.read("empty.xlsx", file).sheet(form.head().sheet()).orElseThrow();
        String xml = part(empty, "xl/worksheets/sheet1.xml");
        xml = put(xml, "C5", "t=\"inlineStr\"", "<is><t>Ước tính</t></is>");
        Random random = new Random(seed);
        for (int line : sheet.rows()) {
            Optional<FormRow> row = sheet.cell(line, 1).flatMap(cell -> form.row(cell.text()));
            BigDecimal base = BigDecimal.valueOf(10 * random.nextInt(10, 59) + random.nextInt(1, 10), 1);
            for (int c = 0; row.isPresent() && c < form.columns().size(); c++) {
                FormColumn column = form.columns().get(c);
                boolean isNumber = column.role() == Role.VALUE || column.role() == Role.YEAR_ESTIMATE;
                if (isNumber && row.get().asks(column) && row.get().parts().isEmpty()) {
                    BigDecimal value = ReceivedForm.agreeing(form, row.get(), column, base);
                    xml = put(xml, Cell.name(line, c + 1), "", "<v>" + value + "</v>");
                    entered.put(row.get().key() + " " + column.id(), value);
                } else if (column.role() == Role.ASSESSMENT && row.get().asks(column)) {
                    xml = put(xml, Cell.name(line, c + 1), "t=\"inlineStr\"", "<is><t>Đạt</t></is>");
                }
            }
        }
        Map<String, byte[]> parts = parts(empty);
        parts.put("xl/worksheets/sheet1.xml", xml.getBytes(UTF_8));
        return TestWorkbook.zip(parts);
    }

    private static String put(String xml, String cell, String type, String content) {
        String filled = xml.replaceFirst(
                "<c r=\"" + cell + "\"( s=\"\\d+\")?\\s*(/>|></c>)",
                "<c r=\"" + cell + "\"$1 " + type + ">" + content + "</c>");
        assertThat(filled).as("cell " + cell).isNotEqualTo(xml);
        return filled;
    }

    /** Returns every figure and estimate that was read, by key of the row and id of the column. */
    static Map<String, BigDecimal> told(Form form, IngestResult result) {
        Map<String, BigDecimal> told = new LinkedHashMap<>();
        Period period = form.periods(2025).get(0);
        for (FormRow row : form.rows()) {
            for (FormColumn column : form.columns()) {
                if (!row.asks(column)) {
                    continue;
                }
                String name = row.key() + " " + column.id();
                if (column.role() == Role.VALUE) {
                    FormContent.Figure cell = new FormContent.Figure(row, column, BigDecimal.ONE, "", 1, "");
                    FormContent content = new FormContent(
                            form,
                            period,
                            ObservationStatus.ESTIMATE,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of());
                    result.observations().stream()
                            .filter(o -> o.key().equals(FormChecks.key(content, cell)))
                            .forEach(o -> told.put(name, o.value()));
                } else if (column.role() == Role.YEAR_ESTIMATE) {
                    result.unitEstimates().stream()
                            .filter(e -> e.indicatorCode().equals(row.indicatorCode())
                                    && e.activityCode().equals(row.activityCode())
                                    && e.priceBasis() == row.priceBasis(column))
                            .forEach(e -> told.put(name, e.value()));
                }
            }
        }
        return told;
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static String part(byte[] workbook, String name) throws IOException {
        return new String(parts(workbook).get(name), UTF_8);
    }
}
