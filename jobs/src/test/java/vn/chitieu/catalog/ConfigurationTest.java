package vn.chitieu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.Configuration.Setting;

@NullUnmarked // the test runner fills the field
class ConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentCountsOverTheFile() throws IOException {
        Path file = write("warehouse: /srv/a\nwait: 30m\n");

        Configuration configuration = Configuration.read(file, Map.of("CHITIEU_WAREHOUSE", "/srv/b", "HOME", "/root"));

        assertThat(configuration.setting("warehouse")).contains(new Setting("/srv/b", "CHITIEU_WAREHOUSE"));
        assertThat(configuration.setting("wait")).contains(new Setting("30m", file.toString()));
        assertThat(configuration.setting("datasets")).isEmpty();
        assertThat(Configuration.variable("max-runtime")).isEqualTo("CHITIEU_MAX_RUNTIME");
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(Configuration.read(folder.resolve("chitieu.yaml"), Map.of()).setting("warehouse"))
                .isEmpty();
    }

    @Test
    void anUnknownKeyNamesTheNearest() throws IOException {
        Path file = write("warehose: /srv/a\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Configuration.read(file, Map.of()))
                .withMessageContaining("warehose")
                .withMessageContaining("'warehouse'");
    }

    @Test
    void aValueOfTheWrongFormIsRefused() throws IOException {
        Path file = write("wait: soon\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Configuration.read(file, Map.of()))
                .withMessageContaining("wait");
    }

    /** Otherwise a night would publish into the warehouse that the program ships with. */
    @Test
    void aFileThatIsNamedAndNotThereIsRefused() throws IOException {
        Path file = write("wait: 30m\n");
        String missing = folder.resolve("chitieu.yml").toString();

        assertThat(Configuration.of(Path.of("/nowhere"), Map.of("CHITIEU_CONFIG", file.toString()))
                        .setting("wait"))
                .contains(new Setting("30m", file.toString()));
        assertThat(Configuration.of(folder, Map.of()).setting("wait")).contains(new Setting("30m", file.toString()));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Configuration.of(folder, Map.of("CHITIEU_CONFIG", missing)))
                .withMessageContaining("Expecting the settings in " + missing)
                .withMessageContaining("there is no such file");
    }

    /** Kubernetes sets CHITIEU_PORT and CHITIEU_SERVICE_HOST where a service is called so. */
    @Test
    void aVariableThatIsNearlyOneOfOursNamesItAndOnesOfOthersAreLeftAlone() {
        Path file = folder.resolve("chitieu.yaml");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Configuration.read(file, Map.of("CHITIEU_WAREHUOSE", "/srv/a")))
                .withMessageContaining("CHITIEU_WAREHUOSE")
                .withMessageContaining("did you mean CHITIEU_WAREHOUSE?");
        assertThat(Configuration.read(
                                file, Map.of("CHITIEU_PORT", "tcp://10.0.0.1", "CHITIEU_SERVICE_HOST", "10.0.0.1"))
                        .setting("export"))
                .isEmpty();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("chitieu.yaml"), yaml);
    }
}
