package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

class VerdictWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"exceeded", "achieved", "likely", "not_evaluable"})
    void theWordIsTheVerdictPublished(String verdict) {
        assertThat(VerdictWord.of(row(Map.of("verdict_code", verdict))).code()).isEqualTo(verdict);
    }

    @Test
    void refusesAVerdictThatIsNotPublished() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerdictWord.of(row(Map.of("verdict_code", "perhaps", "target_id", "5a"))))
                .withMessageStartingWith("Expecting a verdict of target 5a of ")
                .withMessageEndingWith(" but was 'perhaps'");
    }

    private static MartRow row(Map<String, ?> values) {
        SampleMarts marts = new SampleMarts();
        marts.add(MartTables.TARGET_ATTAINMENT, values);
        return MartRows.of(marts.reader(), MartTables.TARGET_ATTAINMENT).first().orElseThrow();
    }
}
