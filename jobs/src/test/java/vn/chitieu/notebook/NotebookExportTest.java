package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookExportTest {

    @Test
    void writesOnePageAProgrammeAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        List<Path> pages = NotebookExport.write(SampleMarts.provincial(), folder);

        assertThat(pages).containsExactly(folder.resolve("mau-2025/index.html"));
        try (var files = Files.list(folder.resolve("mau-2025"))) {
            assertThat(files).containsExactly(folder.resolve("mau-2025/index.html"));
        }
    }
}
