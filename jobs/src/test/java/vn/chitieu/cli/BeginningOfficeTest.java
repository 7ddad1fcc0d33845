package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.Warehouse;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.mart.MartTables;

@NullUnmarked // the test runner fills the field
class BeginningOfficeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "VN-BL,,vi,vn_bl,vn-bl-2026",
        "VN-01-A,,en,vn_01_a,vn-a-2026",
        "LA,lak,en,la,la-2026",
        "PH,,en,philippines,ph-2026"
    })
    void whatIsLaidDownIsAcceptedByTheCheck(
            String area, String currency, String language, String sourceCode, String programme) throws IOException {
        Path datasets = folder.resolve("new/data");

        CommandRun begun = currency == null
                ? init(datasets, area, language)
                : init(datasets, area, language, "--currency", currency);

        assertThat(begun).as(begun.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(begun.out()).contains("bin/chitieu check " + datasets, datasets + "/README.md");
        assertThat(datasets.resolve("programme/" + programme + ".yaml"))
                .content()
                .contains("area_code: " + area + "\n", "year: 2026\n", "adopted_on: '2025-12-31'");
        assertThat(datasets.resolve("source/example/2026-04-15/figures.csv"))
                .content()
                .contains(sourceCode + ",exports");
        CommandRun check = CommandRun.of("check", datasets.toString(), "--lang", "en");
        assertThat(check).as(check.err() + check.out()).returns(ExitCode.OK, CommandRun::code);
        assertThat(check.out()).contains("0 forms, 1 programmes", "23 rows, 0 set aside; 0 errors, 0 warnings");
        CommandRun lists = CommandRun.of("check", datasets + "/codelist", "--lang", "en");
        assertThat(lists).as(lists.err()).returns(ExitCode.OK, CommandRun::code);
        assertThat(Files.readAllLines(datasets.resolve("codelist/CL_INDICATOR.csv")))
                .hasSize(3);
        assertThat(Files.readString(datasets.resolve("README.md")))
                .contains(sourceCode)
                .doesNotContain("{");
    }

    @Test
    void onlyAnEmptyFolderOrNoneIsTaken() throws IOException {
        Path datasets = Files.createDirectory(folder.resolve("data"));
        assertThat(init(datasets, "VN-BL", "en").code()).isEqualTo(ExitCode.OK);

        CommandRun again = init(datasets, "VN-BL", "en");
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("Expecting an empty folder, or none, but " + datasets + " holds README.md");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(init(file, "VN-BL", "en").err()).contains("but " + file + " is a file");
        assertThat(file).hasContent("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vn    | 2026 |     |        | Expecting --area to be two capital letters",
                "VN-BL | 1999 |     |        | Expecting --year from 2000 to 2100 but was 1999",
                "VN-BL | 2026 | vnd |        | the program knows the nation of VN-BL and its money",
                "LA    | 2026 |     |        | the program does not know the nation of LA: name its money",
                "LA    | 2026 | kip2 |       | Expecting --currency to be three small letters such as lak but was 'kip2'",
                "VN-BL | 2026 |     | A\"B   | Expecting --name without quotation marks",
            })
    void whatCannotBeUsedIsNamedAndNothingIsMade(String area, String year, String currency, String name, String said) {
        Path datasets = folder.resolve("data");
        List<String> args = new ArrayList<>(
                List.of("init", "--datasets", datasets.toString(), "--area", area, "--year", year, "--lang", "en"));
        if (currency != null) {
            args.addAll(List.of("--currency", currency));
        }
        if (name != null) {
            args.addAll(List.of("--name", name));
        }

        CommandRun run = CommandRun.of(args.toArray(String[]::new));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(said);
        assertThat(datasets).doesNotExist();
    }

    @Test
    @Tag("full")
    void aNightPublishesBothTargetsAndTheirPages() {
        Path datasets = folder.resolve("data");
        init(datasets, "VN-BL", "vi");

        CommandRun night = CommandRun.of("nightly", "--datasets", datasets.toString(), "--lang", "en");

        assertThat(night).as(night.err()).returns(ExitCode.OK, CommandRun::code);
        PublishedRun run = Warehouse.at(datasets.resolve("warehouse")).current().orElseThrow();
        int point = MartTables.TARGET_ATTAINMENT.indexOf("point");
        assertThat(run.read(MartTables.TARGET_ATTAINMENT).rows())
                .hasSizeGreaterThanOrEqualTo(2)
                .anySatisfy(row -> assertThat((Double) row[point]).isBetween(1330.0, 1600.0))
                .anySatisfy(row -> assertThat((Double) row[point]).isBetween(2.0, 4.0));
        assertThat(datasets.resolve("warehouse/export/vn-bl-2026/index.html")).isNotEmptyFile();
        assertThat(night.out())
                .contains("First to look at", "Published run")
                .containsSubsequence("By the 2 rows of the programme", "Year-end outlook");
        CommandRun quiet = CommandRun.of("nightly", "--quiet", "--force", "--datasets", datasets.toString());
        assertThat(quiet).as(quiet.err()).returns(ExitCode.OK, CommandRun::code).returns("", CommandRun::out);
    }

    private static CommandRun init(Path datasets, String area, String language, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "init", "--datasets", datasets.toString(), "--area", area, "--year", "2026", "--lang", language));
        args.addAll(List.of("--name", "Bạc Liêu"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }
}
