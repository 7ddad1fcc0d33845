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
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.rows.MartReader;

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

    @Test
    void filesOfTheSameRunAreMadeAgainOnlyWhereOneWasTouched() throws IOException {
        String run = Sha256.of("run");
        Path index = folder.resolve("index.html");
        Dissemination.renew(run, SampleProgramme.small(), TEMPLATES, folder);
        Map<String, String> made = sums();

        Dissemination.renew(run, MartReader.of(Map.<String, Table>of()), TEMPLATES, folder);
        assertThat(sums()).as("no table is read").isEqualTo(made);

        Files.writeString(index, "touched");
        Dissemination.renew(run, SampleProgramme.small(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isEqualTo(made.get("index.html"));

        Files.delete(index);
        Dissemination.renew(run, SampleProgramme.small(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isEqualTo(made.get("index.html"));

        Dissemination.renew(Sha256.of("another run"), SampleProgramme.provincial(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isNotEqualTo(made.get("index.html"));
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
