package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictThresholdsTest {

    @Test
    void aTargetIsLikelyFromEightyAndUnlikelyUpToTwentyPercent() {
        for (int percent = 0; percent <= 100; percent++) {
            Verdict expected = percent >= 80 ? Verdict.LIKELY : percent <= 20 ? Verdict.UNLIKELY : Verdict.UNCERTAIN;

            assertThat(VerdictThresholds.usual().verdict(percent / 100.0)).isEqualTo(expected);
        }
    }

    @Test
    void thresholdsMayBeMovedUpToCertainty() {
        VerdictThresholds strict = new VerdictThresholds(1, 0);

        assertThat(strict.verdict(0)).isEqualTo(Verdict.UNLIKELY);
        assertThat(strict.verdict(0.999)).isEqualTo(Verdict.UNCERTAIN);
        assertThat(strict.verdict(1)).isEqualTo(Verdict.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0.2, 0.8", "1.1, 0.2", "0.8, -0.1", "NaN, 0.2", "0.8, NaN"})
    void thresholdsOutOfOrderAreRefused(double likely, double unlikely) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerdictThresholds(likely, unlikely))
                .withMessage("Expecting 0 <= unlikely < likely <= 1 but were " + unlikely + " and " + likely);
    }
}
