package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;

@NullUnmarked // the test runner fills the field
class DisseminationTest {

    private static final Path TEMPLATES = Path.of(System.getProperty("chitieu.home"), "datasets/template");

    @TempDir
    private Path folder;

    @Test
    void whereOneFileCannotBeMadeAllThoseOfTheRunBeforeStay() throws IOException {
        Dissemination.write(SampleProgramme.small(), TEMPLATES, folder);
        Map<String, String> before = sums();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        Dissemination.write(SampleProgramme.provincial(), folder.resolve("no-templates"), folder));

        assertThat(sums()).isEqualTo(before);
    }

    @Test
    void whatStandsInThePlacesIsRenewedAndNothingIsLeftBeside() throws IOException {
        Files.createDirectories(folder.resolve(".pages.tmp/left-by-a-dead-run"));

        for (Path file : Dissemination.write(SampleProgramme.small(), TEMPLATES, folder)) {
            assertThat(file).startsWith(folder).isNotEmptyFile();
        }

        assertThat(sums().keySet()).noneMatch(name -> name.startsWith("."));
    }

    private Map<String, String> sums() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sums.put(folder.relativize(file).toString(), Sha256.ofFile(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        assertThat(sums).isNotEmpty();
        return sums;
    }
}
