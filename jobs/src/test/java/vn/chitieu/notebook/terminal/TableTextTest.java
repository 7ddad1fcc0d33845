package vn.chitieu.notebook.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.notebook.LabelledMarts;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.SampleProgramme;
import vn.chitieu.notebook.terminal.TableText.Subject;

class TableTextTest {

    @Test
    void givesEveryVersionOfEveryTargetInTheOrderOfTheProgrammeWithItsNames() throws IOException {
        List<NamedCsvRecord> rows =
                records(TableText.csv(SampleProgramme.provincial(), Subject.ATTAINMENT, Optional.of("mau-2025")));

        assertThat(rows)
                .extracting(row -> row.getField("target_id") + "/" + row.getField("target_version"))
                .containsExactly("1/0", "1/1", "2a/0", "2b/0", "3/0", "4a/0", "4b/0", "5/0", "6/0", "19/0");
        assertThat(rows.get(2).getField("target_name_vi")).isEqualTo("Thu nội địa");
        assertThat(rows.get(2).getField("target_value")).isEqualTo("8300");
        assertThat(rows.get(2).getField("unit_name_en")).isEqualTo("Billion VND");
        assertThat(rows.get(4).getField("target_value")).isEqualTo("-0.74");
        assertThat(rows.get(4).getField("actual_to_date")).isEmpty();
        assertThat(rows.get(4).getField("closed_on")).isEqualTo("2025-06-30");
    }

    @Test
    void givesAllRowsWhereNoneIsChosenAndNoneOfAnother() throws IOException {
        assertThat(records(TableText.csv(SampleProgramme.provincial(), Subject.GRDP, Optional.empty())))
                .hasSize(15);
        assertThat(records(TableText.csv(SampleProgramme.provincial(), Subject.GRDP, Optional.of("VN"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1+1"})
    void guardsATextThatASpreadsheetWouldCompute(String label) throws IOException {
        NamedCsvRecord row = records(
                        TableText.csv(LabelledMarts.of(label), Subject.ATTAINMENT, Optional.of(SampleMarts.PROGRAMME)))
                .get(0);

        assertThat(row.getField("target_name_vi")).isEqualTo("'" + label);
    }

    @Test
    void keepsALongLabelWhole() throws IOException {
        String label = "dài ".repeat(2500).strip();

        assertThat(records(TableText.csv(LabelledMarts.of(label), Subject.ATTAINMENT, Optional.empty()))
                        .get(0)
                        .getField("target_name_vi"))
                .isEqualTo(label);
    }

    @Test
    void givesNumbersAndEmptyCellsAsJson() throws IOException {
        JsonNode row = new ObjectMapper()
                .readTree(TableText.json(SampleProgramme.provincial(), Subject.TRADE, Optional.of("VN-MAU")))
                .get(0);

        assertThat(row.get("exports").decimalValue()).isEqualByComparingTo("502.5");
        assertThat(row.get("turnover").isNull()).isTrue();
        assertThat(row.get("as_of_date").textValue()).isEqualTo("2025-07-15");
    }

    @Test
    void refusesASubjectThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of("weather"))
                .withMessage(
                        "Expecting attainment, grdp, balance, revenue, trade, history, findings, accuracy or changes"
                                + " but was 'weather'");
    }

    private static List<NamedCsvRecord> records(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }
}
