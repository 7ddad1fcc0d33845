package vn.chitieu.catalog.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // the test runner fills the field
class UnfinishedFolderTest {

    private static final String OF_A_DEAD_PROCESS = ".unfinished-0f7a33c1-9b2e-4d7c-8a51-5e0f6b1c2d3e";

    @TempDir
    private Path parent;

    @Test
    void whatADeadProcessLeftGoesWithTheNextAndWhatALivingOneFillsStays() throws IOException {
        Files.createDirectories(parent.resolve(OF_A_DEAD_PROCESS + "/content"));
        Files.writeString(parent.resolve(OF_A_DEAD_PROCESS + "/content/figures.csv"), "a,b");
        Files.writeString(parent.resolve(OF_A_DEAD_PROCESS + ".held"), "");
        try (UnfinishedFolder living = UnfinishedFolder.in(parent, ".unfinished-")) {
            assertThat(parent.resolve(OF_A_DEAD_PROCESS)).doesNotExist();
            assertThat(parent.resolve(OF_A_DEAD_PROCESS + ".held")).doesNotExist();

            assertThat(UnfinishedFolder.removeLeft(parent, ".unfinished-")).isEmpty();
            assertThat(living.path()).isDirectory();
        }
        assertThat(parent).isEmptyDirectory();
    }

    /** A distribution may have been unpacked among the temporary files. */
    @Test
    void nothingOfAnotherNameIsTouched() throws IOException {
        Path distribution = Files.createDirectories(parent.resolve("chitieu-0.1.0"));
        Path file = Files.writeString(parent.resolve("chitieu-0.1.0.held"), "");
        Path folder = Files.createDirectories(parent.resolve("chitieu-0f7a33c1-9b2e-4d7c-8a51-5e0f6b1c2d3e"));

        assertThat(UnfinishedFolder.removeLeft(parent, "chitieu-")).isEmpty();
        assertThat(distribution).exists();
        assertThat(file).exists();
        assertThat(folder).exists(); // nobody says that its process is dead
    }

    @Test
    void whatTookItsPlaceStays() throws IOException {
        try (UnfinishedFolder filled = UnfinishedFolder.in(parent, ".unfinished-")) {
            Files.writeString(filled.path().resolve("content"), "a,b");
            Files.move(filled.path(), parent.resolve("place"));
        }
        assertThat(parent.resolve("place/content")).hasContent("a,b");
    }
}
