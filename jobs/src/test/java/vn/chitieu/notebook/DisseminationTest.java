package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.rows.MartReader;

@NullUnmarked // the test runner fills the field
class DisseminationTest {

    private static final Path TEMPLATES = Path.of(System.getProperty("chitieu.home"), "datasets/template");

    private static final String RUN = Sha256.of("run");

    @TempDir
    private Path folder;

    @Test
    void whereOneFileCannotBeMadeAllThoseOfTheRunBeforeStay() throws IOException {
        Dissemination.write(RUN, SampleProgramme.small(), TEMPLATES, folder, PageScripts.BESIDE);
        Map<String, String> before = sums();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Dissemination.write(
                        RUN, SampleProgramme.provincial(), folder.resolve("no-templates"), folder, PageScripts.BESIDE));

        assertThat(sums()).isEqualTo(before);
        assertThat(Dissemination.damaged(folder)).contains(List.of());
    }

    @Test
    void whatStandsInThePlacesIsRenewedAndNothingIsLeftBeside() throws IOException {
        Files.createDirectories(folder.resolve(".pages.tmp/left-by-a-dead-run"));

        for (Path file : Dissemination.write(RUN, SampleProgramme.small(), TEMPLATES, folder, PageScripts.BESIDE)) {
            assertThat(file).startsWith(folder).isNotEmptyFile();
        }

        assertThat(sums().keySet()).noneMatch(name -> name.startsWith(".") && !name.equals(".made-of"));
    }

    @Test
    void aFolderMayBeNamedFromWhereTheProgramStands() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder);

        Dissemination.write(RUN, SampleProgramme.small(), TEMPLATES, relative, PageScripts.BESIDE);

        assertThat(folder.resolve("index.html")).isNotEmptyFile();
        assertThat(Dissemination.damaged(relative)).contains(List.of());
    }

    @Test
    void filesOfTheSameRunAreMadeAgainOnlyWhereOneWasTouched() throws IOException {
        Path index = folder.resolve("index.html");
        Dissemination.renew(RUN, SampleProgramme.small(), TEMPLATES, folder);
        Map<String, String> made = sums();

        Dissemination.renew(RUN, MartReader.of(Map.<String, Table>of()), TEMPLATES, folder);
        assertThat(sums()).as("no table is read").isEqualTo(made);

        Files.writeString(index, "touched");
        Dissemination.renew(RUN, SampleProgramme.small(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isEqualTo(made.get("index.html"));

        Files.delete(index);
        Dissemination.renew(RUN, SampleProgramme.small(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isEqualTo(made.get("index.html"));

        Dissemination.renew(Sha256.of("another run"), SampleProgramme.provincial(), TEMPLATES, folder);
        assertThat(Sha256.ofFile(index)).isNotEqualTo(made.get("index.html"));
    }

    /** Also where size and time are those that the file had when it was made, as after a bit of the disk flipped. */
    @Test
    void aFileThatIsGoneOrHoldsOtherBytesIsNamedWhateverItsSizeAndTime() throws IOException {
        Dissemination.write(RUN, SampleProgramme.small(), TEMPLATES, folder, PageScripts.BESIDE);
        assertThat(Dissemination.damaged(folder)).contains(List.of());

        Path index = folder.resolve("index.html");
        FileTime made = Files.getLastModifiedTime(index);
        byte[] content = Files.readAllBytes(index);
        content[content.length / 2] ^= 0x10;
        Files.write(index, content);
        Files.setLastModifiedTime(index, made);
        Files.delete(folder.resolve("glossary.html"));

        assertThat(Dissemination.damaged(folder)).contains(List.of("index.html", "glossary.html"));

        Files.delete(folder.resolve(".made-of"));
        assertThat(Dissemination.damaged(folder)).isEmpty();
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
