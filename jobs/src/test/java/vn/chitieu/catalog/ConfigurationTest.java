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

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("chitieu.yaml"), yaml);
    }
}
