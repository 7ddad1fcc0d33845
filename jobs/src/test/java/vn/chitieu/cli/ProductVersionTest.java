package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.cli.console.ExitCode;

class ProductVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theProgramTellsTheVersionOfThePom(String language) throws IOException {
        CommandRun run = CommandRun.of("--version", "--lang", language);

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("chitieu ").endsWith("\n").hasLineCount(1);
        String version = run.out().strip().substring("chitieu ".length());
        assertThat(Files.readString(Path.of(System.getProperty("chitieu.home")).resolve("pom.xml")))
                .contains("<artifactId>chitieu-parent</artifactId>\n  <version>" + version + "</version>");
    }
}
