package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.text.Language;

/** The report and its annex as LibreOffice reads them. */
@NullUnmarked // fields are filled by JUnit
@Tag("full")
class OfficeFilesTest {

    @TempDir
    private static Path folder;

    private static Path exported;

    private static Table attainment;

    @BeforeAll
    static void publish() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        CommandRun night = CommandRun.of("nightly", "--warehouse", warehouse.toString());
        assertThat(night).as(night.err()).returns(ExitCode.OK, CommandRun::code);
        exported = warehouse.resolve("export/viet-nam-2025");
        PublishedRun run = Warehouse.at(warehouse).current().orElseThrow();
        attainment = run.read(MartTables.TARGET_ATTAINMENT);
    }

    @Test
    void theReportBecomesAPdfWithEveryPlanOfTheProgramme() throws Exception {
        for (String language : List.of("vi", "en")) {
            Path pdf = convert(exported.resolve("report." + language + ".docx"), "pdf");
            String text = run("pdftotext", "-layout", pdf.toString(), "-");
            NumberFormats numbers = NumberFormats.of(language.equals("vi") ? Language.VI : Language.EN);
            assertThat(text)
                    .contains(language.equals("vi") ? "BÁO CÁO" : "REPORT")
                    .doesNotContain("{{");
            for (Object[] row : attainment.rows()) {
                Object target = row[MartTables.TARGET_ATTAINMENT.indexOf("target_value")];
                boolean isOfProgramme = row[0].equals("viet-nam-2025") && (Boolean) row[3];
                if (isOfProgramme && target instanceof Double value) {
                    assertThat(text).as(row[1].toString()).containsPattern(digits(numbers, value));
                }
            }
        }
    }

    @Test
    void theAnnexHoldsTheNumbersOfTheMart() throws Exception {
        String flat = Files.readString(convert(exported.resolve("annex.en.xlsx"), "fods"));
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile("office:value=\"([^\"]+)\"").matcher(flat);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group(1)));
        }

        assertThat(flat).doesNotContain("table:formula");
        for (Object[] row : attainment.rows()) {
            Object point = row[MartTables.TARGET_ATTAINMENT.indexOf("point")];
            boolean isOfProgramme = row[0].equals("viet-nam-2025") && (Boolean) row[3];
            if (isOfProgramme && point instanceof Double value) {
                assertThat(numbers)
                        .as(row[1] + " " + value)
                        .anyMatch(number -> Math.abs(number - value) <= 1e-9 * Math.abs(value));
            }
        }
    }

    /** A number may be printed with one to four decimals, by its unit. */
    private static String digits(NumberFormats numbers, double value) {
        StringBuilder pattern = new StringBuilder("(");
        for (int decimals = 0; decimals <= 4; decimals++) {
            pattern.append(decimals == 0 ? "" : "|").append(Pattern.quote(numbers.number(value, decimals)));
        }
        return pattern.append(')').toString();
    }

    private static Path convert(Path file, String format) throws Exception {
        run(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("libreoffice").toUri(),
                "--convert-to",
                format,
                "--outdir",
                folder.toString(),
                file.toString());
        String name = file.getFileName().toString();
        String extension = format.contains(":") ? format.substring(0, format.indexOf(':')) : format;
        return folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + extension);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS))
                .as("%s ends; is it installed? see .ci/install-tools", command[0])
                .isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
