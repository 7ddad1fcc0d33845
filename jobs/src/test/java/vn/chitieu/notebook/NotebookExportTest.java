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
    void replacesAnOlderPage(@TempDir Path folder) throws IOException {
        NotebookExport.write(SampleMarts.small(), folder);
        NotebookExport.write(SampleMarts.provincial(), folder);

        assertThat(folder.resolve("mau-2025/index.html")).content().contains("Kim ngạch nhập khẩu");
    }

    @Test
    void theSameTablesGiveTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path folder) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = Files.readAllBytes(
                NotebookExport.write(SampleMarts.provincial(), folder).get(0));
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] second = Files.readAllBytes(
                    NotebookExport.write(SampleMarts.provincial(), folder).get(0));

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
                .isThrownBy(() -> NotebookExport.write(marts.reader(), folder))
                .withMessage("Expecting programme_id in dim_target of small letters, digits and hyphens but was"
                        + " '../evil'; rename the programme");
    }
}
