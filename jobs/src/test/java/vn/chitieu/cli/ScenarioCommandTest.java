package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

@NullUnmarked // fields are filled by JUnit
class ScenarioCommandTest {

    @TempDir
    private static Path warehouse;

    private static CommandRun scenario(String... args) {
        List<String> all = new ArrayList<>(List.of("scenario", "--warehouse", warehouse.toString()));
        all.addAll(List.of(args));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void saysWhatTheRestMustBringAndHowOftenThatWasReached() {
        CommandRun run = scenario("--programme", "viet-nam-2025", "--target", "1");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("6 tháng đầu năm tăng 7,52%. Muốn cả năm đạt 8%, phần còn lại của năm phải tăng 8,42%.")
                .contains("đã đạt 1 trong 14 năm có số liệu (2022)")
                .contains("quý III/2025", "quý IV/2025");
    }

    @Test
    void otherProgramsReadTheSameRows() throws IOException {
        String[] args = {"--programme", "hau-giang-2025", "--target", "5a", "--free", "S2", "--format"};
        JsonNode rows = new ObjectMapper().readTree(scenario(with(args, "json")).out());

        assertThat(rows.findValuesAsText("row_kind")).contains("rest", "period", "sector", "outcome");
        assertThat(scenario(with(args, "csv")).out()).startsWith("programme_id,target_id,row_no,row_kind,code");
    }

    private static String[] with(String[] args, String last) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(last);
        return all.toArray(String[]::new);
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        assertThat(scenario("--programme", "hau-giang-2025", "--target", "5a", "--given", "S9=3"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("không có khu vực hay kỳ còn lại 'S9'"));
        assertThat(scenario("--programme", "hau-giang-2025", "--target", "5a", "--given", "S1=3,5", "--lang", "en")
                        .err())
                .contains("Expecting --given S1 to be a number such as 8.5 but was '3,5'");
        assertThat(scenario("--programme", "hau-giang-2025", "--target", "5a", "--given", "S1=-100", "--lang", "en")
                        .err())
                .contains("Expecting --given S1 to be growth above -100 percent but was '-100'");
        assertThat(scenario("--programme", "hau-giang-2025", "--target", "5a", "--set", "price=3", "--lang", "en")
                        .err())
                .contains("there is no assumed value 'price'; there are target, prices, population");
        assertThat(scenario("--programme", "ha-nam-2025", "--target", "5a").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpTeachesByExampleInBothLanguages() {
        assertThat(CommandRun.of("scenario", "--help").out())
                .contains("bin/chitieu scenario --programme viet-nam-2025 --target 1");
        assertThat(CommandRun.of("scenario", "--help", "--lang", "en").out()).contains("What the rest of the year");
    }
}
