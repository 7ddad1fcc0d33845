package vn.chitieu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.page.PageScripts;
import vn.chitieu.notebook.text.Resources;

class NotebookExportTest {

    @Test
    void writesAPageTheNotebooksOfEachLanguageAndTheFirstPageAndLeavesNothingElse(@TempDir Path folder)
            throws IOException {
        List<Path> written = NotebookExport.write(SampleProgramme.provincial(), folder, PageScripts.BESIDE);

        assertThat(written)
                .hasSize(1 + 2 * 6 + 4)
                .contains(
                        folder.resolve("plotly-basic.min.js"),
                        folder.resolve("index.html"),
                        folder.resolve("queries.html"),
                        folder.resolve("glossary.html"),
                        folder.resolve("mau-2025/index.html"),
                        folder.resolve("mau-2025/en/4-targets.ipynb"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void theLibraryOfChartsStandsOnceBesideThePagesOrByChoiceInEach(@TempDir Path folder) throws IOException {
        String library = Resources.text("plotly-basic.min.js");
        NotebookExport.write(SampleProgramme.provincial(), folder.resolve("beside"), PageScripts.BESIDE);
        NotebookExport.write(SampleProgramme.provincial(), folder.resolve("inside"), PageScripts.INSIDE);

        assertThat(folder.resolve("beside/plotly-basic.min.js")).hasContent(library);
        assertThat(Files.readString(folder.resolve("beside/mau-2025/index.html")))
                .contains("<script src=\"../plotly-basic.min.js\"></script>")
                .doesNotContain(library);
        assertThat(folder.resolve("inside/plotly-basic.min.js")).doesNotExist();
        assertThat(Files.readString(folder.resolve("inside/mau-2025/index.html")))
                .contains(library)
                .doesNotContain(" src=", "file:");
    }

    @Test
    void replacesAnOlderPage(@TempDir Path folder) throws IOException {
        NotebookExport.write(SampleProgramme.small(), folder, PageScripts.BESIDE);
        NotebookExport.write(SampleProgramme.provincial(), folder, PageScripts.BESIDE);

        assertThat(folder.resolve("mau-2025/index.html")).content().contains("Kim ngạch nhập khẩu");
    }

    @Test
    void theSameTablesGiveTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path folder) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<Path, String> first =
                contents(NotebookExport.write(SampleProgramme.provincial(), folder, PageScripts.BESIDE));
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Map<Path, String> second =
                    contents(NotebookExport.write(SampleProgramme.provincial(), folder, PageScripts.BESIDE));

            assertThat(second).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void refusesAProgrammeThatCannotNameAFolder(@TempDir Path folder) {
        SampleMarts marts = new SampleMarts();
        Map<String, Object> row = new HashMap<>(Map.of("programme_id", "../evil", "year", 2025));
        marts.add(MartTables.DIM_TARGET, row);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> NotebookExport.write(marts.reader(), folder, PageScripts.BESIDE))
                .withMessage("Expecting programme_id in dim_target of small letters, digits and hyphens but was"
                        + " '../evil'; rename the programme");
    }

    private static Map<Path, String> contents(List<Path> files) throws IOException {
        Map<Path, String> contents = new HashMap<>();
        for (Path file : files) {
            contents.put(file, Files.readString(file));
        }
        return contents;
    }
}
