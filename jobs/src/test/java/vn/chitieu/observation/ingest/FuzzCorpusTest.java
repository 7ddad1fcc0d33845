package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays every input that is kept for a parser: what once broke it, and one for each branch worth reaching. */
class FuzzCorpusTest {

    static final Path CORPUS = Path.of(System.getProperty("chitieu.home"), "jobs/src/test/resources/fuzz");

    @Test
    void nothingButARejectionComesOfAnInputThatIsKept() throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.walk(CORPUS)) {
            inputs = files.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(inputs).hasSizeGreaterThan(35);
        for (Path input : inputs) {
            String parser = CORPUS.relativize(input).getName(0).toString();
            assertThatCode(() -> FuzzTargets.read(parser, Files.readAllBytes(input)))
                    .as(input.toString())
                    .doesNotThrowAnyException();
        }
    }
}
