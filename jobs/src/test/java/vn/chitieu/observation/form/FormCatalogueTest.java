package vn.chitieu.observation.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.text.Language;

class FormCatalogueTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);

    @Test
    void aFormThatIsNotUtf8IsRefusedByItsName(@TempDir Path datasets) throws IOException {
        Path file = Files.createDirectory(datasets.resolve("form")).resolve("HG-STC.yaml");
        Files.write(file, "form_code: HG-STC # báo cáo".getBytes(StandardCharsets.ISO_8859_1));

        DataException refused =
                catchThrowableOfType(DataException.class, () -> FormCatalogue.read(datasets, CODELISTS));

        assertThat(refused.message(Language.EN))
                .startsWith("Expecting a readable YAML file in UTF-8 but was ")
                .endsWith(", in " + file + ": save it as UTF-8");
        assertThat(refused.message(Language.VI))
                .startsWith(file + ": cần một tệp YAML đọc được, mã hóa UTF-8, nhưng gặp ")
                .endsWith(". Lưu lại tệp bằng UTF-8.");
    }

    @Test
    void anOfficeWithoutFormsHasNone(@TempDir Path datasets) {
        assertThat(FormCatalogue.read(datasets, CODELISTS).forms()).isEmpty();
    }
}
