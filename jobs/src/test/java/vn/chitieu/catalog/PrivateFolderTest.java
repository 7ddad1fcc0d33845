package vn.chitieu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrivateFolderTest {

    /** Makes a folder with a file in it, says where, and lives until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = PrivateFolder.make().path();
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
        try (PrivateFolder own = PrivateFolder.make();
                BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            Path held = Path.of(Objects.requireNonNull(said.readLine()));

            assertThat(PrivateFolder.clearDead()).doesNotContain(held);
            assertThat(held.resolve("table.parquet")).exists();

            holder.destroyForcibly().waitFor();

            assertThat(PrivateFolder.clearDead()).contains(held).doesNotContain(own.path(), withoutLock);
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
        try (PrivateFolder folder = PrivateFolder.make()) {
            path = folder.path();
            assertThat(Files.getPosixFilePermissions(path)).hasSize(3); // read, write and enter, for its owner
        }
        assertThat(path).doesNotExist();
    }
}
