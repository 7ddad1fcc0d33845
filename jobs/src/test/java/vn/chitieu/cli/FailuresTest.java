package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.account.area.AreaWork;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.run.UnfinishedPublicationException;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.cli.process.ProcessEnd;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

/**
 * Whatever ends a command has a code of the contract; a path of the command line that cannot be used is the user's to
 * put right, never failed infrastructure.
 */
@NullUnmarked
class FailuresTest {

    private static final String SUM = "0".repeat(64);

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

    static Stream<Arguments> endings() {
        IOException full = new IOException("No space left on device");
        RunId run = RunId.of(LocalDate.of(2025, 6, 30), SUM, SUM, SUM);
        return Stream.of(
                arguments(
                        new OutOfMemoryError("Java heap space"),
                        50,
                        "retry is safe: OutOfMemoryError: Java heap space: the memory ("),
                arguments(
                        new OutOfMemoryError("Java heap space"),
                        50,
                        " MB) is not enough; give more by CHITIEU_JAVA_OPTS=-Xmx4g and run again"),
                arguments(
                        new IllegalStateException("Boxed Exception", new OutOfMemoryError("Java heap space")),
                        50,
                        "OutOfMemoryError: Java heap space"),
                arguments(
                        new IllegalStateException("Job aborted", areaOutOfMemory()),
                        50,
                        "retry is safe: Area VN-HG: the memory ("),
                arguments(new CompletionException(full), 50, "IOException: No space left on device"),
                arguments(new ExceptionInInitializerError(full), 50, "IOException: No space left on device"),
                arguments(new UnsatisfiedLinkError("no lz4-java in /tmp"), 50, "no lz4-java in /tmp"),
                arguments(
                        new UncheckedIOException("Expecting to write /srv/w/a.parquet but was " + full, full),
                        50,
                        "Expecting to write /srv/w/a.parquet but was java.io.IOException: No space left on device"),
                arguments(new UnfinishedPublicationException(run, full), 60, run + " is published"),
                arguments(
                        new UnfinishedPublicationException(run, new OutOfMemoryError("Java heap space")),
                        60,
                        "could be written: OutOfMemoryError: Java heap space: the memory ("),
                arguments(
                        new UnfinishedPublicationException(
                                run, new IOException("/srv/w/mart/a.parquet: No space left on device", full)),
                        60,
                        "IOException: /srv/w/mart/a.parquet: No space left on device"),
                arguments(new DataException("tệp sai", "a wrong file"), 30, "cannot be used: a wrong file"),
                arguments(new StackOverflowError(), 70, "a fault of the program: StackOverflowError"),
                arguments(new IllegalStateException("never"), 70, "IllegalStateException: never"));
    }

    private static Throwable areaOutOfMemory() {
        return catchThrowable(() -> AreaWork.on("VN-HG", () -> {
            throw new OutOfMemoryError("Java heap space");
        }));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whateverEndsACommandHasACodeOfTheContractAndASentence(Throwable thrown, int code, String sentence) {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, 100);
        Failures failures = new Failures(terminal, Words.of("cli").in(Language.EN), ProcessEnd.ofCall());

        assertThat(failures.report(thrown)).isEqualTo(code);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }
}
