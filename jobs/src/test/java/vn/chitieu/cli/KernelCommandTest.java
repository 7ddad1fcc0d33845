package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.cli.console.ExitCode;

class KernelCommandTest {

    @Test
    void tellsJupyterHowTheLauncherStartsTheKernel(@TempDir Path folder) throws IOException {
        CommandRun run =
                CommandRun.of("kernel", "--out", folder.resolve("dữ liệu").toString(), "--lang", "en");

        Path file = folder.resolve("dữ liệu/kernels/chitieu/kernel.json");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Java (chitieu)", file.toString());
        JsonNode specification = new ObjectMapper().readTree(file.toFile());
        Path launcher =
                Path.of(System.getProperty("chitieu.home"), "bin/chitieu").toAbsolutePath();
        assertThat(specification.get("argv"))
                .map(JsonNode::asText)
                .containsExactly(launcher.toString(), "kernel", "--connection", "{connection_file}");
        assertThat(specification.get("language").asText()).isEqualTo("java");
        assertThat(specification.get("interrupt_mode").asText()).isEqualTo("message");
    }

    @Test
    void looksForTheFolderOfJupyterWhereJupyterDoes() {
        assertThat(KernelCommand.dataFolder(Map.of(), "/base")).isEqualTo(Path.of("/base/.local/share/jupyter"));
        assertThat(KernelCommand.dataFolder(Map.of("XDG_DATA_HOME", "/data"), "/base"))
                .isEqualTo(Path.of("/data/jupyter"));
        assertThat(KernelCommand.dataFolder(Map.of("XDG_DATA_HOME", "/data", "JUPYTER_DATA_DIR", "/j"), "/base"))
                .isEqualTo(Path.of("/j"));
    }

    @Test
    void aConnectionFileThatIsNotThereIsTheUsersToCorrect(@TempDir Path folder) {
        CommandRun run = CommandRun.of(
                "kernel", "--connection", folder.resolve("none.json").toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("none.json");
    }
}
