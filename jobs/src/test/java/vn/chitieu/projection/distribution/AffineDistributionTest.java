package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffineDistributionTest {

    /** Growth of 0 to 20% from a level of 50. */
    private static final AffineDistribution GROWTH = new AffineDistribution(new UniformDistribution(50, 60), -100, 2);

    @Test
    void growthIsTheLevelInAnotherUnit() {
        assertThat(GROWTH.quantile(0.25)).isEqualTo(5);
        assertThat(GROWTH.quantile(0.5)).isEqualTo(10);
        assertThat(GROWTH.probabilityAtLeast(15)).isEqualTo(0.25);
        assertThat(GROWTH.probabilityAtLeast(21)).isZero();
    }

    @Test
    void itIsWidenedAsTheLawItIsMadeOf() {
        assertThat(GROWTH.widened(2)).isEqualTo(new AffineDistribution(new UniformDistribution(45, 65), -100, 2));
        assertThat(GROWTH.widened(2).quantile(0.5)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, -1", "0, NaN", "0, Infinity", "NaN, 1", "-Infinity, 1"})
    void aScaleThatTurnsOrLosesTheOrderIsRefused(double offset, double scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineDistribution(new KnownValue(1), offset, scale))
                .withMessage("Expecting a finite offset and a scale above 0 but were " + offset + " and " + scale);
    }

    @Test
    void aKnownValueIsItsOwnLaw() {
        KnownValue known = new KnownValue(8);

        assertThat(known.quantile(0.01)).isEqualTo(8);
        assertThat(known.probabilityAtLeast(8)).isEqualTo(1);
        assertThat(known.probabilityAtLeast(8.01)).isZero();
        assertThat(known.widened(3)).isSameAs(known);
    }
}
