package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.observation.form.FormColumn.Role;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.source.workbook.WorkbookFile;

/** A clerk opens the form in LibreOffice set to Vietnamese, types, saves: what was typed is what is read. */
@NullUnmarked
@Tag("full")
class FormTypingTest {

    private static final String FORM = "HG-STC";
    private static final String EXCEL = "Calc MS Excel 2007 XML";

    @TempDir
    private Path folder;

    @Test
    void whatIsTypedInLibreOfficeIsRead() throws Exception {
        Form form = ReceivedForm.CATALOGUE.form(FORM).orElseThrow();
        byte[] empty = FormWorkbook.bytes(
                form, ReportingYear.CALENDAR, Optional.of(form.periods(2025).get(0)), 2025);
        Path file = Files.write(folder.resolve("empty.xlsx"), empty);
        Map<String, BigDecimal> entered = new LinkedHashMap<>();
        List<String> keys = keys(form, WorkbookFile.read("empty.xlsx", file), entered);

        IngestResult result =
                ReceivedForm.in(folder).read("HG-STC_2025-01.xlsx", FORM, Files.readAllBytes(typed(file, keys, EXCEL)));

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.formNotes())
                .extracting(finding -> finding.message().vi())
                .containsExactly("HG-STC_2025-01.xlsx: Biểu đến sau hạn 5/2/2025.");
        assertThat(entered).hasSizeGreaterThan(10);
        assertThat(FormRoundTripTest.told(form, result)).isEqualTo(entered);
        assertThat(result.unitEstimates()).isNotEmpty().allSatisfy(estimate -> assertThat(estimate.causes())
                .startsWith("Thu tiền sử dụng đất chậm, dòng "));
    }

    @Test
    void aPercentSignTypedIsHeldBackAndNeverAHundredthIsRead() throws Exception {
        Form form = ReceivedForm.CATALOGUE.form("HG-SNNMT").orElseThrow();
        byte[] empty = FormWorkbook.bytes(
                form, ReportingYear.CALENDAR, Optional.of(form.periods(2025).get(0)), 2025);
        Path file = Files.write(folder.resolve("empty.xlsx"), empty);
        Workbook book = WorkbookFile.read("empty.xlsx", file);
        List<String> keys = keys(form, book, new LinkedHashMap<>());
        String cell = cellOfFirstPercentage(form, book);
        keys.removeIf(line -> line.startsWith(cell + "\t"));
        keys.add(cell + "\t12,5%");

        IngestResult result = ReceivedForm.in(folder)
                .read("HG-SNNMT.xlsx", form.code(), Files.readAllBytes(typed(file, keys, EXCEL)));

        assertThat(result.refused()).isEmpty();
        assertThat(result.quarantined()).singleElement().satisfies(row -> assertThat(
                        row.message().vi())
                .isEqualTo("HG-SNNMT.xlsx, Số liệu!" + cell + ": cần một số như 12,5, không phải ô định dạng phần"
                        + " trăm, nhưng là '12.50%'"
                        + " (lưu/stored '0.125'). Đổi định dạng ô về Number (Số) rồi gõ 12,5 thay cho 12,5%."));
    }

    /** Input 10 of the hostile ones, as a spreadsheet program really writes it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"MS Excel 97, thật ra là .xls (Excel 97-2003)", "calc8, thật ra là .ods (OpenDocument)"})
    void anotherFormatIsRefusedByName(String filter, String said) throws Exception {
        Form form = ReceivedForm.CATALOGUE.form(FORM).orElseThrow();
        Path file = Files.write(
                folder.resolve("empty.xlsx"),
                FormWorkbook.bytes(
                        form,
                        ReportingYear.CALENDAR,
                        Optional.of(form.periods(2025).get(0)),
                        2025));
        Path saved = typed(file, List.of(form.head().sheet(), "C5\tƯớc tính"), filter);

        assertThat(ReceivedForm.in(folder)
                        .read("HG-STC_2025-01.xlsx", FORM, Files.readAllBytes(saved))
                        .refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.message().vi())
                        .startsWith("HG-STC_2025-01.xlsx: cần ")
                        .contains(said));
    }

    private static String cellOfFirstPercentage(Form form, Workbook book) {
        Sheet sheet = book.sheet(form.head().sheet()).orElseThrow();
        for (int line : sheet.rows()) {
            Optional<FormRow> row = sheet.cell(line, 1).flatMap(cell -> form.row(cell.text()));
            for (int c = 0; row.isPresent() && c < form.columns().size(); c++) {
                FormColumn column = form.columns().get(c);
                boolean isPercentage =
                        row.get().unit().code().equals("pct") && row.get().asks(column);
                if (isPercentage && column.role() == Role.VALUE) {
                    return Cell.name(line, c + 1);
                }
            }
        }
        throw new IllegalStateException("Expecting a percentage in " + form.code());
    }

    /** Returns what is typed: numbers as Vietnamese write them, a word of the list, causes. */
    private static List<String> keys(Form form, Workbook book, Map<String, BigDecimal> entered) {
        Sheet sheet = book.sheet(form.head().sheet()).orElseThrow();
        List<String> keys = new ArrayList<>(List.of(form.head().sheet(), "C5\tƯớc tính"));
        Random random = new Random(3);
        for (int line : sheet.rows()) {
            Optional<FormRow> row = sheet.cell(line, 1).flatMap(cell -> form.row(cell.text()));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000, 60_000) * 10L + 5, 2);
            BigDecimal other = BigDecimal.valueOf(random.nextInt(100, 999) * 10L + 5, 2);
            for (int c = 0; row.isPresent() && c < form.columns().size(); c++) {
                FormColumn column = form.columns().get(c);
                String cell = Cell.name(line, c + 1);
                boolean isNumber = column.role() == Role.VALUE || column.role() == Role.YEAR_ESTIMATE;
                if (isNumber && row.get().asks(column) && row.get().parts().isEmpty()) {
                    boolean isAmount = row.get().unit().code().equals("billion_vnd");
                    BigDecimal value = ReceivedForm.agreeing(form, row.get(), column, isAmount ? amount : other)
                            .setScale(2);
                    entered.put(row.get().key() + " " + column.id(), value.stripTrailingZeros());
                    keys.add(cell + "\t" + NumberGrammar.format(value, NumberMarks.VIETNAMESE));
                } else if (column.role() == Role.CAUSES && row.get().asks(column)) {
                    keys.add(cell + "\tThu tiền sử dụng đất chậm, dòng " + line);
                } else if (column.role() == Role.ASSESSMENT && row.get().asks(column)) {
                    keys.add(cell + "\t" + FormStatus.MET);
                }
            }
        }
        return keys;
    }

    /** Returns the workbook as LibreOffice saved it. */
    private Path typed(Path form, List<String> keys, String filter) throws IOException, InterruptedException {
        Path saved = folder.resolve("saved.xlsx");
        Path typed = Files.writeString(folder.resolve("keys.txt"), String.join("\n", keys));
        Map<String, String> files = Map.of(
                "TYPING_FORM", form.toString(),
                "TYPING_SAVED", saved.toString(),
                "TYPING_FILTER", filter,
                "TYPING_KEYS", typed.toString());
        start(files, "--terminate_after_init"); // the first start lays out the profile anew
        Path basic = folder.resolve("profile/user/basic/Standard");
        Files.writeString(basic.resolve("Typing.xba"), module());
        Files.writeString(basic.resolve("script.xlb"), library());
        Path settings = folder.resolve("profile/user/registrymodifications.xcu");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace(
                                "</oor:items>",
                                "<item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\""
                                        + " oor:op=\"fuse\"><value>vi-VN</value></prop></item></oor:items>"));
        String log = start(files, "macro:///Standard.Typing.TypeAll");
        assertThat(saved).as(log).exists();
        return saved;
    }

    private String start(Map<String, String> environment, String argument) throws IOException, InterruptedException {
        Path log = folder.resolve("office.log");
        ProcessBuilder office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        office.environment().put("LC_ALL", "C.UTF-8");
        office.environment().putAll(environment);
        Process process = office.start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS))
                    .as(Files.readString(log))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static String library() {
        return doctype("library:library", "library.dtd")
                + "<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\""
                + " library:readonly=\"false\" library:passwordprotected=\"false\"><library:element"
                + " library:name=\"Typing\"/></library:library>";
    }

    private static String doctype(String root, String dtd) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE " + root
                + " PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"" + dtd + "\">\n";
    }

    private static String module() throws IOException {
        try (InputStream stream = Objects.requireNonNull(FormTypingTest.class.getResourceAsStream("typing.bas"))) {
            String basic = new String(stream.readAllBytes(), UTF_8);
            String escaped = basic.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
            return doctype("script:module", "module.dtd") + "<script:module"
                    + " xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Typing\""
                    + " script:language=\"StarBasic\">" + escaped + "</script:module>";
        }
    }
}
