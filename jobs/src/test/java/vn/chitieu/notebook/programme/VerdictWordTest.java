package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

class VerdictWordTest {

    /** More than a floor and less than a ceiling exceed it; equal to it, and a planning figure, never do. */
    @ParameterizedTest
    @CsvSource({
        "at_least, 949, 940, EXCEEDED",
        "at_least, 940, 940, ACHIEVED",
        "above, 85.1, 85, EXCEEDED",
        "at_most, 67, 67.4, EXCEEDED",
        "at_most, 67.4, 67.4, ACHIEVED",
        "below, 66, 67.4, EXCEEDED",
        "point, 945, 940, ACHIEVED"
    })
    void aTargetReachedIsExceededWhereTheOutcomeIsBetter(
            String comparator, double actual, double target, VerdictWord expected) {
        assertThat(VerdictWord.of(row(Map.of(
                        "verdict_code", "achieved",
                        "comparator_code", comparator,
                        "actual_to_date", actual,
                        "target_value", target))))
                .isEqualTo(expected);
    }

    @Test
    void noiseOfArithmeticExceedsNothing() {
        assertThat(VerdictWord.of(row(Map.of(
                        "verdict_code",
                        "achieved",
                        "comparator_code",
                        "at_least",
                        "actual_to_date",
                        940 + 1e-9,
                        "target_value",
                        940.0))))
                .isEqualTo(VerdictWord.ACHIEVED);
    }

    @Test
    void aTargetNotYetReachedIsNeverExceeded() {
        assertThat(VerdictWord.of(row(Map.of(
                        "verdict_code",
                        "likely",
                        "comparator_code",
                        "at_least",
                        "actual_to_date",
                        949.0,
                        "target_value",
                        940.0))))
                .isEqualTo(VerdictWord.LIKELY);
    }

    @Test
    void aTargetAssessedWithoutNumbersIsAchieved() {
        assertThat(VerdictWord.of(row(Map.of("verdict_code", "achieved", "comparator_code", "assessed"))))
                .isEqualTo(VerdictWord.ACHIEVED);
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
