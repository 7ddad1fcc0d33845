package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

@NullUnmarked // fields are filled by JUnit
class AuditCommandTest {

    @TempDir
    private static Path warehouse;

    private static CommandRun audit(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of("audit", "--warehouse", warehouse.toString()));
        all.addAll(List.of(args));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void printsEveryCheckWithItsArithmetic() {
        CommandRun run = audit("--programme", "hau-giang-2025");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("Kiểm tra tính khớp", "(số liệu biết đến ngày 30/6/2025)")
                .contains("0 nội dung không khớp, 7 cần giải trình, 5 khớp, 8 ở mức đã từng đạt, 3 chưa kiểm tra được")
                .contains("943 + 390 = 1.333 triệu USD");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
    }

    @Test
    void otherProgramsReadTheSameRows() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(audit("--programme", "hau-giang-2025", "--format", "json")
                        .out());
        CommandRun csv = audit("--programme", "hau-giang-2025", "--format", "csv");

        assertThat(rows.get(0).get("rule_code").asText()).isEqualTo("audit_growth_of_sectors");
        assertThat(rows.get(0).get("stated_value").asDouble()).isEqualTo(8.8);
        assertThat(csv.out()).startsWith("programme_id,check_no,rule_code,outcome_code");
        assertThat(csv.out().lines().count()).isEqualTo(rows.size() + 1L);
    }

    @Test
    void whatCannotBeAuditedIsNamed() {
        assertThat(audit("--programme", "can-tho-2026", "--lang", "en"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.err())
                        .contains("there is no programme 'can-tho-2026'; the programmes are hau-giang-2025,"
                                + " philippines-2024, philippines-2025, viet-nam-2024, viet-nam-2025"));
        assertThat(audit("--programme", "hau-giang-2025", "--as-of", "2024-06-30", "--lang", "en")
                        .err())
                .contains("programme hau-giang-2025 was adopted on 2024-12-31, after the as-of date 2024-06-30");
        assertThat(audit("--programme", "hau-giang-2025", "--as-of", "soon", "--lang", "en")
                        .err())
                .contains("Expecting --as-of to be a day such as 2025-06-30 but was 'soon'");
        assertThat(audit("--programme", "hau-giang-2025", "--format", "xml").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpTeachesByExampleInBothLanguages() {
        assertThat(CommandRun.of("audit", "--help").out()).contains("bin/chitieu audit --programme hau-giang-2025");
        assertThat(CommandRun.of("audit", "--help", "--lang", "en").out()).contains("Check whether the targets");
    }
}
