package vn.chitieu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // the test runner fills the field
class HeldFolderTest {

    private static final String OF_A_DEAD_PROCESS = ".unfinished-0f7a33c1-9b2e-4d7c-8a51-5e0f6b1c2d3e";

    @TempDir
    private Path parent;

    @Test
    void whatADeadProcessLeftGoesWithTheNextAndWhatALivingOneFillsStays() throws IOException {
        Files.createDirectories(parent.resolve(OF_A_DEAD_PROCESS + "/content"));
        Files.writeString(parent.resolve(OF_A_DEAD_PROCESS + "/content/figures.csv"), "a,b");
        Files.writeString(parent.resolve(OF_A_DEAD_PROCESS + ".held"), "");
        try (HeldFolder living = HeldFolder.in(parent, ".unfinished-")) {
            assertThat(parent.resolve(OF_A_DEAD_PROCESS)).doesNotExist();
            assertThat(parent.resolve(OF_A_DEAD_PROCESS + ".held")).doesNotExist();

            assertThat(HeldFolder.removeLeft(parent, ".unfinished-")).isEmpty();
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

        assertThat(HeldFolder.removeLeft(parent, "chitieu-")).isEmpty();
        assertThat(distribution).exists();
        assertThat(file).exists();
        assertThat(folder).exists(); // nobody says that its process is dead
    }

    @Test
    void whatTookItsPlaceStays() throws IOException {
        try (HeldFolder filled = HeldFolder.in(parent, ".unfinished-")) {
            Files.writeString(filled.path().resolve("content"), "a,b");
            Files.move(filled.path(), parent.resolve("place"));
        }
        assertThat(parent.resolve("place/content")).hasContent("a,b");
    }

    /** Makes a folder with a file in it, says where, and lives until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = HeldFolder.temporary().path();
            Files.writeString(folder.resolve("table.parquet"), "half");
            System.out.println(folder);
            while (System.in.read() >= 0) {
                // waits to be killed
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsClearedAndNothingElse() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path withoutLock = Files.createTempDirectory("chitieu-");
        Process holder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (HeldFolder own = HeldFolder.temporary();
                BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            Path held = Path.of(Objects.requireNonNull(said.readLine()));

            assertThat(HeldFolder.removeLeft(temporary, "chitieu-")).doesNotContain(name(held));
            assertThat(held.resolve("table.parquet")).exists();

            holder.destroyForcibly().waitFor();

            assertThat(HeldFolder.removeLeft(temporary, "chitieu-"))
                    .contains(name(held))
                    .doesNotContain(name(own.path()), name(withoutLock));
            assertThat(held).doesNotExist();
            assertThat(own.path()).exists();
            assertThat(withoutLock).exists();
        } finally {
            holder.destroyForcibly().waitFor();
            Files.delete(withoutLock);
        }
    }

    @Test
    void aFolderIsPrivateAndGoneWhenItIsClosed() throws IOException {
        Path path;
        try (HeldFolder folder = HeldFolder.temporary()) {
            path = folder.path();
            assertThat(Files.getPosixFilePermissions(path)).hasSize(3); // read, write and enter, for its owner
        }
        assertThat(path).doesNotExist();
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
