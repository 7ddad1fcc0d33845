package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.cli.console.ExitCode;

/**
 * A made-up nation with money and a year of its own, added as {@code datasets/README.md} says: lines of code lists, a
 * delivery, a programme and a judgement.
 */
@NullUnmarked // fields are filled by JUnit
class OfficeByFilesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final String PROGRAMME = "programme/april-land-2025.yaml";

    @TempDir
    private Path folder;

    private Path datasets;

    @BeforeEach
    void addTheOffice() throws IOException, URISyntaxException {
        datasets = Files.createDirectories(folder.resolve("datasets"));
        for (String part : List.of("codelist", "validation", "template")) {
            copy(SHIPPED.resolve(part), datasets.resolve(part));
        }
        Path gaps = datasets.resolve("codelist/declared_gap.csv");
        Files.writeString(gaps, Files.readAllLines(gaps).get(0) + "\n");
        Path office = Path.of(Objects.requireNonNull(OfficeByFilesTest.class.getResource("office"))
                .toURI());
        try (Stream<Path> files = Files.walk(office)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = datasets.resolve(office.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.write(to, Files.readAllBytes(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private CommandRun check() {
        return CommandRun.of("check", datasets.toString(), "--lang", "en");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = datasets.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** Rows: 76 months of two indicators and 8 years, 160. */
    @Test
    void theFilesAloneAreEnough() {
        CommandRun check = check();

        assertThat(check.code()).as(check.out() + check.err()).isEqualTo(ExitCode.OK);
        assertThat(check.out()).contains("160 rows, 0 set aside; 0 errors");
    }

    /** A slip in a programme is named with its target, and what rests on the programme is not reported as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crore_xac|million_php|target 3: Expecting money in xac, the currency of XA, but the unit was 'million_php'",
                "crore_xac|crore_xas|target 3: Expecting a code of CL_UNIT, nearest crore_xac,",
                "unit_code: pct|unit_code: persons|target 1: Expecting unit pct for measure growth_year but was 'persons'",
                "measure: growth_year|measure: growth|at targets[0].measure (target 1), line ",
                "'value: 2, range_to: 6'|'value: 6, range_to: 2'|range_to of the version of 2025-03-31 of target 1 above its value 6",
                "'value: 2000, range_to: 1900'|'value: 1900, range_to: 2000'|range_to of the version of 2025-03-31 of target 4, a ceiling, below its value 1,900"
            })
    void aSlipInAProgrammeIsNamedOnce(String from, String to, String message) throws IOException {
        change(PROGRAMME, from, to);

        CommandRun check = check();

        assertThat(check.code()).isEqualTo(ExitCode.USAGE);
        assertThat(check.err().lines().filter(line -> line.startsWith("✗")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(message));
    }

    /** XA and its money are in the lists of this office, not in those of the program. */
    @Test
    void oneFileIsJudgedByTheListsBesideIt() {
        CommandRun check = CommandRun.of("check", datasets.resolve(PROGRAMME).toString(), "--lang", "en");

        assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aCurrencyThatNoUnitHasIsNamedWithThoseThatAreasHave() throws IOException {
        change("codelist/CL_AREA.csv", "april_land,xac,", "april_land,xas,");

        assertThat(check().err())
                .contains(
                        "Expecting the unit of budget_balance_state, billion_vnd, or one whose dimension in CL_UNIT is"
                                + " a currency of CL_AREA (php, vnd, xas), as unit_code but was 'crore_xac'");
    }

    /**
     * Exports: 160 + 161 + 162 + 163 = 646 from April to July 2025; the year before twelve times 150 and 0 to 11,
     * 1,866. The deficit of 2024 is the eighth, 570.
     */
    @Test
    @Tag("full")
    void aNightSpeaksOfTheYearTheMoneyAndThePersonOfTheOffice() throws IOException {
        Path warehouse = folder.resolve("warehouse");
        CommandRun night = CommandRun.of(
                "nightly",
                "--datasets",
                datasets.toString(),
                "--warehouse",
                warehouse.toString(),
                "--as-of",
                "2025-08-31",
                "--lang",
                "en");

        assertThat(night.code()).as(night.out() + night.err()).isEqualTo(ExitCode.OK);
        assertThat(night.out())
                .contains("Programme of April Land for 2025-26", "Apr–Jul 2025", "646", "Crore XAC")
                .contains("4: No series of imports was collected")
                .contains("Judgement of “Department of Commerce”, beside the projection and not in its place: 1,950");
        String page = Files.readString(warehouse.resolve("export/april-land-2025/index.html"));
        assertThat(page)
                .contains("1,866", "-570", "There is no account of the GDP of April Land here")
                .doesNotContain("GRDP<", "2010 prices and contributions");
    }
}
