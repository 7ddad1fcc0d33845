package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

/** A path of the command line that cannot be used is the user's to put right, never failed infrastructure. */
@NullUnmarked
class FailuresTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path out = folder.resolve("a/b/HG-STC.xlsx");

        CommandRun form = form(out);

        assertThat(form.code()).isEqualTo(ExitCode.USAGE);
        assertThat(form.err())
                .isEqualTo("chitieu: cannot be used: Expecting " + out.getParent()
                        + " to be there but there is no such file"
                        + " or folder. Create the folder, or name another.\n");
    }

    @Test
    void aFileInThePlaceOfAFolderIsNamed() throws IOException {
        Path out = Files.writeString(folder.resolve("a"), "x").resolve("HG-STC.xlsx");

        CommandRun form = form(out);

        assertThat(form.code()).isEqualTo(ExitCode.USAGE);
        assertThat(form.err())
                .startsWith("chitieu: cannot be used: Expecting " + folder.resolve("a"))
                .contains("a file stands in its place");
    }

    @Test
    void theFileOfAReportIsNamedToo() {
        Path report = folder.resolve("none/report.json");

        CommandRun check = CommandRun.of(
                "check", CommandRun.shippedDatasets().toString(), "--report", report.toString(), "--lang", "en");

        assertThat(check.code()).isEqualTo(ExitCode.USAGE);
        assertThat(check.err())
                .contains("Expecting " + folder.resolve("none") + " to be there but there is no such file or folder");
    }

    private static CommandRun form(Path out) {
        return CommandRun.of(
                "form",
                "--department",
                "HG-STC",
                "--period",
                "2025-06",
                "--out",
                out.toString(),
                "--lang",
                "en",
                "--datasets",
                CommandRun.shippedDatasets().toString());
    }
}
