package vn.chitieu.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Language;

class DeclaredGapsTest {

    private static final String HEADER = "programme_id,target_id,reason_code,reason_vi,reason_en\n";

    @Test
    void theShippedGapsAreRead() {
        DeclaredGaps gaps = DeclaredGaps.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

        assertThat(gaps.of("hau-giang-2025", "4a").orElseThrow().reasonCode()).isEqualTo("index_not_compiled");
        assertThat(gaps.of("viet-nam-2025", "4a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p,1,no_data,a,b;p,1,no_data,c,d"
                        + "|codelist/declared_gap.csv, line 3: Expecting each key once but was 'p 1' again."
                        + " Correct the code list."
                        + "|codelist/declared_gap.csv, dòng 3: cần mỗi khóa một lần nhưng là 'p 1' lần nữa."
                        + " Sửa danh mục.",
                "p,1,no_data,a,"
                        + "|codelist/declared_gap.csv, line 2: Expecting a value of reason_en but was empty."
                        + " Correct the code list."
                        + "|codelist/declared_gap.csv, dòng 2: cần giá trị của reason_en nhưng là ô trống."
                        + " Sửa danh mục.",
                "p,1,no_data"
                        + "|codelist/declared_gap.csv, line 2: Expecting 5 fields as in the header but was 3."
                        + " Correct the code list."
                        + "|codelist/declared_gap.csv, dòng 2: cần 5 ô như dòng tiêu đề, nhưng là 3."
                        + " Sửa danh mục."
            })
    void aWrongLineIsRefusedInBothLanguages(String lines, String en, String vi, @TempDir Path datasets)
            throws IOException {
        Files.createDirectories(datasets.resolve("codelist"));
        Files.writeString(datasets.resolve("codelist/declared_gap.csv"), HEADER + lines.replace(';', '\n') + "\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DeclaredGaps.read(datasets))
                .withMessage(en)
                .satisfies(e -> assertThat(e.message(Language.VI)).isEqualTo(vi));
    }

    @Test
    void aMissingFileIsNamedInBothLanguages(@TempDir Path datasets) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DeclaredGaps.read(datasets))
                .withMessage("Expecting the file codelist/declared_gap.csv in " + datasets
                        + " but there is none. Restore it.")
                .satisfies(e -> assertThat(e.message(Language.VI))
                        .isEqualTo("Cần tệp codelist/declared_gap.csv trong " + datasets
                                + " nhưng không có. Khôi phục tệp."));
    }
}
