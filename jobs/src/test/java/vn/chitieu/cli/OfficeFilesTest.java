package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.PublishedRun;
import vn.chitieu.catalog.Table;
import vn.chitieu.catalog.Warehouse;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.NumberFormats;

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
            NumberFormats numbers = NumberFormats.of(
                    language.equals("vi") ? vn.chitieu.catalog.Language.VI : vn.chitieu.catalog.Language.EN);
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
        Path csv =
                convert(exported.resolve("annex.en.xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false");
        List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);

        for (Object[] row : attainment.rows()) {
            Object point = row[MartTables.TARGET_ATTAINMENT.indexOf("point")];
            boolean isOfProgramme = row[0].equals("viet-nam-2025") && (Boolean) row[3];
            if (isOfProgramme && point instanceof Double value) {
                assertThat(lines)
                        .as(row[1] + " " + value)
                        .anyMatch(line -> line.startsWith(row[1] + ",") && holds(line, value));
            }
        }
    }

    /** Returns whether a cell of a line is a number, to the digits that a spreadsheet shows of a double. */
    private static boolean holds(String line, double value) {
        for (String cell : line.split(",", -1)) {
            if (cell.matches("-?[0-9.]+(E-?[0-9]+)?")
                    && Math.abs(Double.parseDouble(cell) - value) <= 1e-9 * Math.abs(value)) {
                return true;
            }
        }
        return false;
    }

    /** A number may be printed with one to four decimals, by its unit. */
    private static String digits(NumberFormats numbers, double value) {
        StringBuilder pattern = new StringBuilder("(");
        for (int decimals = 0; decimals <= 4; decimals++) {
            pattern.append(decimals == 0 ? "" : "|")
                    .append(java.util.regex.Pattern.quote(numbers.number(value, decimals)));
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
