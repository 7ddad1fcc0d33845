package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

class UsageWordsTest {

    static List<String> commands() {
        return List.of(
                "nightly",
                "show",
                "evaluate",
                "estimate",
                "learn",
                "backfill",
                "backtest",
                "audit",
                "scenario",
                "check",
                "form",
                "ingest",
                "export",
                "load",
                "runs",
                "verify",
                "publish",
                "prune",
                "status",
                "config",
                "init");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show --formt csv | không có tùy chọn '--formt'; có phải là: --format | chitieu show",
                "nigtly           | không hiểu 'nigtly'; có phải là: nightly          | chitieu",
                "shwo grdp        | không hiểu 'shwo'; có phải là: show               | chitieu",
                "frobnicate       | không hiểu 'frobnicate'                           | chitieu",
                "show             | thiếu TABLE                                       | chitieu show",
                "audit            | thiếu --programme                                 | chitieu audit",
                "show --format    | --format cần một giá trị đi kèm                   | chitieu show",
                "backtest --from x | --from không nhận 'x'; cần một số nguyên         | chitieu backtest",
                "show --format csv --format csv grdp | --format chỉ được nêu một lần  | chitieu show",
            },
            quoteCharacter = '"')
    void saysInVietnameseWhatIsWrongWithTheArguments(String arguments, String said, String command) {
        CommandRun run = CommandRun.of(arguments.split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("chitieu: gọi sai: " + said + "\nXem: " + command + " --help\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandTeachesWithAnExampleInTheLanguageAsked(String command) {
        assertThat(CommandRun.of(command, "--help").out())
                .contains("Cách gọi: chitieu " + command, "Ví dụ:\n  ", "bin/chitieu " + command, "Mã kết thúc:")
                .doesNotContain("Usage", "Options", "Example");
        assertThat(CommandRun.of(command, "--help", "--lang", "en").out())
                .contains("chitieu " + command, "bin/chitieu " + command, "Exit codes:")
                .containsPattern("Examples?:\\n  ")
                .doesNotContain("Cách gọi", "Ví dụ");
    }

    /** However narrow the terminal is, what stands in the bundle as a line to copy is a line to copy. */
    @ParameterizedTest
    @MethodSource("commands")
    void anExampleStaysOnItsLine(String command) {
        for (Language language : Language.values()) {
            Texts words = Words.of("cli").in(language);
            List<String> examples = Arrays.stream(words.text("chitieu." + command + ".usage.description")
                            .split("%n", -1))
                    .filter(line -> line.startsWith("  "))
                    .toList();

            assertThat(examples).isNotEmpty().allMatch(line -> line.length() <= 80);
            for (int columns : List.of(60, 80, 120)) {
                assertThat(CommandRun.at(columns, command, "--help", "--lang", language.code())
                                .out()
                                .lines())
                        .containsAll(examples);
            }
        }
    }

    @Test
    void anEnglishReaderIsToldInEnglish() {
        assertThat(List.of(
                        CommandRun.of("show", "--lang", "en").err(),
                        CommandRun.of("show", "--format", "--lang", "en").err()))
                .containsExactly(
                        "chitieu: wrong usage: TABLE is missing\nSee: chitieu show --help\n",
                        "chitieu: wrong usage: --format needs a value\nSee: chitieu show --help\n");
    }

    /** Numbers, names of files and addresses are not broken, at any width of the terminal. */
    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void noLineOfHelpIsLongerThanTheTerminalOrBreaksAWord(int columns) {
        for (String command : List.of("nightly", "export", "scenario", "load")) {
            for (String language : List.of("vi", "en")) {
                String help = CommandRun.at(columns, command, "--help", "--lang", language)
                        .out();

                assertThat(help).doesNotContain("\uFEFF");
                assertThat(help.lines())
                        .as(command + " " + language)
                        .isNotEmpty()
                        .allMatch(line -> line.length() <= columns);
                String wide = CommandRun.at(1000, command, "--help", "--lang", language)
                        .out();
                assertThat(List.of(help.strip().split("\\s+")))
                        .as(command + " " + language)
                        .containsExactlyElementsOf(List.of(wide.strip().split("\\s+")));
            }
        }
        assertThat(CommandRun.at(columns, "export", "--help", "--lang", "en").out())
                .contains("observations.sdmx.csv", "projections.sdmx.csv");
        assertThat(CommandRun.at(columns, "load", "--help", "--lang", "en").out())
                .contains("(default: chitieu)", "jdbc:postgresql://db.example/statistics")
                .doesNotContain("null");
        assertThat(CommandRun.at(columns, "scenario", "--help", "--lang", "en").out())
                .contains("2025-Q3=8.3");
    }
}
