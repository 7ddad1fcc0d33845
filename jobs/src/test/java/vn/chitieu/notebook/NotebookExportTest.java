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

    @Test
    void look() throws IOException {
        NotebookExport.write(SampleMarts.provincial(), Path.of("/tmp/nb-look"));
        Files.writeString(
                Path.of("/tmp/nb-look/vi.txt"),
                ShowTables.attainment(SampleMarts.provincial(), "mau-2025", vn.chitieu.catalog.Language.VI, 120));
        Files.writeString(
                Path.of("/tmp/nb-look/en.txt"),
                ShowTables.attainment(SampleMarts.provincial(), "mau-2025", vn.chitieu.catalog.Language.EN, 120)
                        + ShowTables.grdp(SampleMarts.provincial(), "VN-MAU", vn.chitieu.catalog.Language.VI, 120)
                        + ShowTables.revenue(SampleMarts.provincial(), "VN-MAU", vn.chitieu.catalog.Language.VI, 120)
                        + ShowTables.trade(SampleMarts.provincial(), "VN-MAU", vn.chitieu.catalog.Language.EN, 120)
                        + ShowTables.findings(SampleMarts.provincial(), vn.chitieu.catalog.Language.VI, 120)
                        + TableText.csv(SampleMarts.provincial(), TableText.Subject.ATTAINMENT, "mau-2025")
                        + TableText.json(SampleMarts.provincial(), TableText.Subject.TRADE, "VN-MAU"));
    }
}
