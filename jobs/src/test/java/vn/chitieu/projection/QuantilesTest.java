package vn.chitieu.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.StudentDistribution;

class QuantilesTest {

    /** Of the normal distribution 10 percent lie above 1.2816 standard deviations and 2.5 percent above 1.96. */
    @Test
    void areThoseOfTheNormalTableWhereTheDegreesOfFreedomAreMany() {
        Quantiles quantiles = Quantiles.of(new StudentDistribution(
                100, 10, 1e6, LinkFunction.IDENTITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));

        assertThat(quantiles.p50()).isCloseTo(100, within(1e-9));
        assertThat(quantiles.p90()).isCloseTo(112.816, within(0.01));
        assertThat(quantiles.p10()).isCloseTo(87.184, within(0.01));
        assertThat(quantiles.p97_5()).isCloseTo(119.6, within(0.01));
        assertThat(quantiles.p2_5()).isCloseTo(80.4, within(0.01));
    }

    @Test
    void ofAKnownValueAreThatValue() {
        assertThat(Quantiles.of(new KnownValue(7))).isEqualTo(new Quantiles(7, 7, 7, 7, 7));
    }

    @Test
    void ofARisingFunctionAreTheFunctionOfEach() {
        assertThat(new Quantiles(1, 2, 3, 4, 5).map(x -> 10 * x + 1)).isEqualTo(new Quantiles(11, 21, 31, 41, 51));
    }

    @Test
    void theIntervalOf95PercentIsAsLongAsFromTheFirstToTheLast() {
        assertThat(new Quantiles(-2, 0, 1, 3, 7).width95()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"2,1,3,4,5", "1,3,2,4,5", "1,2,4,3,5", "1,2,3,5,4", "NaN,1,2,3,4", "0,1,2,3,NaN", "0,1,NaN,3,4"})
    void refusesWhatDoesNotAscend(double p2_5, double p10, double p50, double p90, double p97_5) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantiles(p2_5, p10, p50, p90, p97_5))
                .withMessage("Expecting quantiles that ascend but were %s, %s, %s, %s, %s"
                        .formatted(p2_5, p10, p50, p90, p97_5));
    }

    @Test
    void refusesAFallingFunction() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantiles(1, 2, 3, 4, 5).map(x -> -x));
    }
}
