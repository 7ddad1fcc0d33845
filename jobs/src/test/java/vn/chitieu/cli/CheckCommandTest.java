package vn.chitieu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.TestDelivery;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

class CheckCommandTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final String FORMAT = "\"format\": \"csv\"";

    /** Newspapers print two figures otherwise than as final: which of them counts is for a person to say. */
    @Test
    void theShippedFiguresHaveTwoErrorsThatNameBothSources(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("report.json");
        CommandRun run = CommandRun.of(
                "check", DATASETS.toString(), "--as-of", "2025-06-30", "--report", report.toString(), "--lang", "en");
        assertThat(run.code()).isEqualTo(ExitCode.PUBLISHED_WITH_REFUSALS);
        assertThat(run.out())
                .contains("✓ unknown_code: 16527 checked, 0 failed")
                .contains("the final figure 24.1 of 2020 (30 May 2021) is followed by 25.3 of 30 April 2022")
                .contains("the final figure 83 of 2012 (1 October 2021) is followed by 84 of 14 August 2023")
                .contains("16527 rows, 0 set aside; 2 errors")
                .contains("✓ configuration: 23 forms, 5 programmes, rules (1 file) and the code lists can be used.");
        assertThat(new ObjectMapper().readTree(report.toFile())).isNotEmpty();
    }

    @Test
    void aProgrammeAndRulesAreChecked(@TempDir Path folder) throws IOException {
        assertThat(CommandRun.of("check", DATASETS + "/programme/hau-giang-2025.yaml")
                        .out())
                .contains("hau-giang-2025.yaml dùng được.");
        assertThat(CommandRun.of("check", DATASETS + "/validation/rules.yaml").code())
                .isZero();
        Path other = Files.writeString(folder.resolve("x.yaml"), "a: 1\n");
        CommandRun run = CommandRun.of("check", other.toString(), "--lang", "en");
        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err())
                .contains("Expecting a programme, rules of validation, a form, the code lists, a delivery with");
    }

    @Test
    void aFormAndTheCodeListsAreChecked(@TempDir Path folder) throws IOException {
        assertThat(CommandRun.of("check", DATASETS + "/form/HG-STC.yaml").out()).contains("HG-STC.yaml dùng được.");
        assertThat(CommandRun.of("check", DATASETS + "/codelist/CL_UNIT.csv").code())
                .isZero();
        String right = Files.readString(DATASETS.resolve("form/HG-STC.yaml"));
        Path form = folder.resolve("HG-STC.yaml");

        Files.writeString(form, right.replace("frequency: M", "frequenz: M"));
        CommandRun vi = CommandRun.of("check", form.toString(), "--datasets", DATASETS.toString());
        assertThat(vi.code()).isEqualTo(30);
        assertThat(vi.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("✗ form/HG-STC.yaml: cần một trong các khóa [")
                        .endsWith("nhưng là 'frequenz': có phải 'frequency'?, ở đầu tệp, dòng 10"))
                .contains("✗ HG-STC.yaml: cần khóa 'frequency' nhưng thiếu, ở đầu tệp, dòng 1");

        Files.writeString(form, right.replaceFirst("indicator_code: \\w+", "indicator_code: budget_revenu"));
        assertThat(CommandRun.of("check", form.toString(), "--datasets", DATASETS.toString(), "--lang", "en")
                        .err())
                .contains("✗ form/HG-STC.yaml: ", "CL_INDICATOR", "'budget_revenu'");
    }

    @ParameterizedTest
    @CsvSource({
        "declared_gap.csv, 'p,1', 'codelist/declared_gap.csv, dòng 2: cần 5 ô như dòng tiêu đề, nhưng là 2'",
        "declared_gap.csv, , 'Cần tệp codelist/declared_gap.csv trong '",
        "lunar_new_year.csv, '2025,Tet', 'codelist/lunar_new_year.csv, dòng 2: cần một ngày như 2025-07-01'",
        "lunar_new_year.csv, , 'Cần tệp codelist/lunar_new_year.csv trong '",
        "release_calendar.csv, 'country,A,E,*,soon,assumed', 'dòng 2: cần một số nguyên ở cột lag_days nhưng'",
        "source_trust.csv, , 'Cần tệp codelist/source_trust.csv trong '"
    })
    void aListThatTheNightWouldRefuseIsRefused(
            String list, @Nullable String below, String message, @TempDir Path folder) throws IOException {
        Path codelist = Files.createDirectories(folder.resolve("codelist"));
        try (Stream<Path> files = Files.list(DATASETS.resolve("codelist"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, codelist.resolve(file.getFileName()));
            }
        }
        Path wrong = codelist.resolve(list);
        if (below == null) {
            Files.delete(wrong);
        } else {
            String header = Files.readString(wrong).lines().findFirst().orElseThrow();
            Files.writeString(wrong, header + "\n" + below + "\n");
        }
        Path sibling = codelist.resolve("CL_UNIT.csv");
        for (Path asked : List.of(codelist, below == null ? sibling : wrong)) {
            CommandRun run = CommandRun.of("check", asked.toString());
            assertThat(run.code()).isEqualTo(30);
            assertThat(run.err()).contains(message);
        }
    }

    @Test
    void aRefusedDeliverySpeaksTheLanguageOfTheCommand(@TempDir Path folder) throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("a/2025-07-15"));
        Files.writeString(delivery.resolve("f.csv"), "area\n");
        Files.writeString(
                delivery.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"o\", \"path\": \"f.csv\", \"bytes\": 99}]}");
        CommandRun vi = CommandRun.of("check", delivery.toString(), "--datasets", DATASETS.toString());
        assertThat(vi.code()).isEqualTo(30);
        assertThat(vi.err()).contains("source/a/2025-07-15/f.csv: cần 99 byte, nhưng là 5 byte (bị cắt). Gửi lại tệp");
        CommandRun en = CommandRun.of("check", delivery.toString(), "--datasets", DATASETS.toString(), "--lang", "en");
        assertThat(en.err()).contains("Expecting 99 bytes but was 5 bytes (truncated)");
    }

    @Test
    void aProgrammeFileThatIsNotTheOneStatedIsRefused(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("source"));
        Path programmes = Files.createDirectories(folder.resolve("programme"));
        Files.writeString(programmes.resolve("p.yaml"), "a: 1\n");
        Files.writeString(
                programmes.resolve("datapackage.json"),
                "{\"resources\": [{\"path\": \"p.yaml\", \"hash\": \"sha256:" + "0".repeat(64) + "\"}]}");
        CommandRun run = CommandRun.of("check", folder.toString(), "--lang", "en");
        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err()).contains("programme/p.yaml: Expecting sha256 000").contains("as datapackage.json states");
    }

    /** No rows, rows held back, rows without a figure: 30 each time, never without a word. */
    @Test
    void aDeliveryWithoutAnyFigureSaysWhatItHas(@TempDir Path folder) throws IOException {
        String row = "vietnam,exports,total,A,2023,period,current,%s,million_usd,final,2024-05-01,u\n";

        assertThat(checked(folder, "a", row.formatted("x"), ""))
                .contains("but was 'x'")
                .endsWith("chitieu: no figure can be used: 1 rows, 1 held back, 0 without a figure, 0 deletions, 0"
                        + " plans.\n");
        assertThat(checked(folder, "b", row.formatted("-"), ", \"schema\": {\"missingValues\": [\"-\"]}"))
                .endsWith("chitieu: no figure can be used: 1 rows, 0 held back, 1 without a figure, 0 deletions, 0"
                        + " plans.\n");
        assertThat(checked(folder, "c", row.formatted("5").replace("final", "plan"), ""))
                .endsWith("0 held back, 0 without a figure, 0 deletions, 1 plans.\n");
        assertThat(checked(folder, "d", "", ""))
                .contains("source/d/2024-07-15/f.csv: ")
                .endsWith("0 rows, 0 held back, 0 without a figure, 0 deletions, 0 plans.\n");
    }

    @Test
    void aProgrammeOfAYearWithoutFiguresIsNamedWithItsLine() throws IOException {
        ConfigurationCheck check = new ConfigurationCheck(Words.of("cli").in(Language.EN), Codelists.read(DATASETS));
        Path programme = DATASETS.resolve("programme/viet-nam-2025.yaml");

        assertThat(check.problems(programme)).isEmpty();
        assertThat(check.withoutFigures(List.of()))
                .containsExactly(
                        programme + ", line 6: Expecting figures of VN for 2025 or the 3 years before but found"
                                + " none. Correct the year or deliver figures.");
    }

    /** Checks a delivery of some rows and returns what is said on the way to 30. */
    private static String checked(Path folder, String sender, String rows, String properties) {
        String csv = String.join(",", Validation.COLUMNS) + "\n" + rows;
        Delivery delivery = TestDelivery.declared(
                folder, sender + "/2024-07-15", "f.csv", csv.getBytes(UTF_8), FORMAT + properties);
        CommandRun run =
                CommandRun.of("check", delivery.folder().toString(), "--datasets", DATASETS.toString(), "--lang", "en");
        assertThat(run.code()).isEqualTo(30);
        return run.err();
    }

    /**
     * Figures of July 2025 serve no programme of 2024, and none of 2044; a province of 2004 to 2025 has no year 2044.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "viet-nam-2024|2024|:6: Expecting a year|, line 6: Expecting figures of VN for 2024 or the 3 years before but found none.",
                "viet-nam-2024|2044|:6: Expecting a year|, line 6: Expecting figures of VN for 2044 or the 3 years before but found none.",
                "hau-giang-2025|2044|: Expecting|:6: Expecting a year in which area VN-HG exists, 2004-01-01 to 2025-06-30, but it is 2044-01-01 to 2044-12-31"
            })
    void aProgrammeOfAYearWithoutDataIsNamedWithFileAndLine(
            String shipped, String year, String none, String message, @TempDir Path folder) throws IOException {
        CommandRun.copy(DATASETS.resolve("codelist"), folder.resolve("codelist"));
        TestDelivery.write(
                folder,
                "a/2025-07-31",
                String.join(",", Validation.COLUMNS)
                        + "\nvietnam,exports,total,M,2025-07,period,current,42000,million_usd,estimate,2025-08-06,u\n");
        Path programmes = Files.createDirectories(folder.resolve("programme"));
        String yaml = Files.readString(DATASETS.resolve("programme/" + shipped + ".yaml"));
        Path file = programmes.resolve(shipped + ".yaml");
        Files.writeString(file, yaml.replaceFirst("(?m)^year: \\d+", "year: " + year));

        CommandRun run = CommandRun.of("check", folder.toString(), "--as-of", "2025-08-31", "--lang", "en");

        assertThat(run.code()).isEqualTo(30);
        assertThat(run.err()).contains(file + message).doesNotContain(file + none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "published-viet-nam,2025-06,0,assumed       | expecting a day of the month, 1 to 31, as due_day but was '0'",
                "published-viet-nam,2025-06,32,assumed      | expecting a day of the month, 1 to 31, as due_day but was '32'",
                "published-viet-nam,2025-06,soon,assumed    | expecting a whole number as due_day but was 'soon'",
                "published-viet-nam,June,15,assumed         | as from_period but was 'June'",
                "published-viet-nam,2025-06,15,guessed      | expecting one of assumed, agreed as basis but was 'guessed'",
                "source/viet-nam,2025-06,15,assumed         | as delivery_name but was 'source/viet-nam'",
                "published-viet-nam,2025-06,15              | expected_delivery.csv",
            })
    void theListOfExpectedDeliveriesIsReadToo(String line, String said, @TempDir Path folder) throws IOException {
        Path datasets = CommandRun.copyOfDatasets(folder.resolve("datasets"));
        Path list = datasets.resolve("codelist/expected_delivery.csv");
        Files.writeString(list, "delivery_name,from_period,due_day,basis\n" + line + "\n");

        for (String checked : List.of("", "/codelist")) {
            CommandRun run = CommandRun.of("check", datasets + checked, "--lang", "en");
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("expected_delivery.csv", "line 2").containsIgnoringCase(said);
        }
    }
}
