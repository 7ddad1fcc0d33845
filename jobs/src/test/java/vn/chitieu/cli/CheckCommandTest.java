package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    @Test
    void theShippedFiguresHaveNoError(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("report.json");
        CommandRun run = CommandRun.of(
                "check", DATASETS.toString(), "--as-of", "2025-06-30", "--report", report.toString(), "--lang", "en");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("✓ unknown_code: 8255 checked, 0 failed")
                .contains("8255 rows, 0 set aside; 0 errors")
                .contains("✓ configuration: 23 forms, 2 programmes, rules (1 file) and the code lists can be used.");
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
}
