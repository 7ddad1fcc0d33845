package vn.chitieu.observation.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    @ParameterizedTest(name = "{0} for about {1}: {2}")
    @CsvSource({
        "4385200, 3904, TIMES_1000",
        "4.3852, 3904, BY_1000",
        "438520, 3904, TIMES_100",
        "43.852, 3904, BY_100",
        "43852, 3904, TIMES_10",
        "44385, 3904, DOUBLED_DIGIT",
        "485, 3904, MISSING_DIGIT",
        "-4385, 3904, SIGN",
        "2830, -3201, SIGN",
        "43852000, 3904, TIMES_MORE",
        "0.004, 3904, BY_MORE",
        "0, 3904, NONE_AT_ALL",
        "4385, 3904, UNKNOWN"
    })
    void aFactorOfTenADigitAndASignAreTold(BigDecimal typed, double meant, Slip slip) {
        assertThat(Slip.of(typed, meant, Band.FLOOR)).isEqualTo(slip);
    }

    /** 9,000 is 2.3 times 3,904: neither near it nor near ten times it, ln 2.3 = 0.83 and ln (10 / 2.3) = 1.47. */
    @ParameterizedTest
    @CsvSource({"9000, 3904", "1500, 3904"})
    void whatNoSlipLeadsToIsUnknown(BigDecimal typed, double meant) {
        assertThat(Slip.of(typed, meant, Band.FLOOR)).isEqualTo(Slip.UNKNOWN);
    }
}
