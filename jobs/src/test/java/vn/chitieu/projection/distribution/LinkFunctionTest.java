package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkFunctionTest {

    @Test
    void theIdentityIsTheValueWhateverTheBounds() {
        assertThat(LinkFunction.IDENTITY.of(-7.5, 0, 1)).isEqualTo(-7.5);
        assertThat(LinkFunction.IDENTITY.value(-7.5, 0, 1)).isEqualTo(-7.5);
    }

    @Test
    void equalFactorsAreEqualStepsOfTheLogarithm() {
        assertThat(LinkFunction.LOG.of(1, 0, 0)).isZero();
        assertThat(LinkFunction.LOG.of(200, 0, 0) - LinkFunction.LOG.of(100, 0, 0))
                .isCloseTo(Math.log(2), within(1e-15));
        assertThat(LinkFunction.LOG.value(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void aShareIsTheLogarithmOfItsOdds() {
        assertThat(LinkFunction.LOGIT.of(50, 0, 100)).isZero();
        assertThat(LinkFunction.LOGIT.of(75, 0, 100)).isCloseTo(Math.log(3), within(1e-15));
        assertThat(LinkFunction.LOGIT.of(20, 0, 100)).isCloseTo(-Math.log(4), within(1e-15));
        assertThat(LinkFunction.LOGIT.of(25, 20, 40)).isCloseTo(-Math.log(3), within(1e-15));
        assertThat(LinkFunction.LOGIT.value(Math.log(3), 0, 100)).isCloseTo(75, within(1e-13));
        assertThat(LinkFunction.LOGIT.value(0, 20, 40)).isEqualTo(30);
    }

    @Test
    void aShareOnOrBeyondABoundIsJustInside() {
        double odds = Math.log(0.9995 / 0.0005);

        assertThat(LinkFunction.LOGIT.of(99.95, 0, 100)).isCloseTo(odds, within(1e-10));
        for (double share : new double[] {99.96, 100, 101, 1e9}) {
            assertThat(LinkFunction.LOGIT.of(share, 0, 100)).isCloseTo(odds, within(1e-12));
        }
        for (double share : new double[] {0.04, 0, -1, -1e9}) {
            assertThat(LinkFunction.LOGIT.of(share, 0, 100)).isCloseTo(-odds, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValueLeadsToItsScoreAndBack(LinkFunction link) {
        double before = Double.NEGATIVE_INFINITY;
        for (int value = 1; value < 100; value++) {
            double score = link.of(value, 0, 100);

            assertThat(link.value(score, 0, 100)).isCloseTo(value, within(1e-12));
            assertThat(score).isGreaterThan(before);
            before = score;
        }
    }
}
