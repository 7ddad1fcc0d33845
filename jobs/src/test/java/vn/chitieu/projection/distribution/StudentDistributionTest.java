package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentDistributionTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void quantilesAreThoseOfTheStudentTable() {
        StudentDistribution distribution =
                new StudentDistribution(10, 2, 4, LinkFunction.IDENTITY, -INFINITY, INFINITY);

        assertThat(distribution.quantile(0.975)).isCloseTo(10 + 2 * 2.776445, within(1e-5));
        assertThat(distribution.quantile(0.9)).isCloseTo(10 + 2 * 1.533206, within(1e-5));
        assertThat(distribution.median()).isEqualTo(10);
    }

    @Test
    void probabilityAndQuantileAreInverse() {
        for (StudentDistribution distribution : new StudentDistribution[] {
            new StudentDistribution(10, 2, 3, LinkFunction.IDENTITY, -INFINITY, INFINITY),
            new StudentDistribution(2, 0.3, 3, LinkFunction.LOG, 0, INFINITY),
            new StudentDistribution(-2, 0.5, 3, LinkFunction.LOGIT, 0, 100)
        }) {
            for (double p : new double[] {0.025, 0.3, 0.5, 0.9}) {
                assertThat(distribution.probabilityAtLeast(distribution.quantile(p)))
                        .isCloseTo(1 - p, within(1e-9));
            }
        }
    }

    @Test
    void whatIsReachedAlreadyIsCertainUpToTheBound() {
        StudentDistribution distribution =
                new StudentDistribution(Math.log(110), 0.2, 5, LinkFunction.LOG, 90, INFINITY);

        assertThat(distribution.probabilityAtLeast(90)).isEqualTo(0.999);
        assertThat(distribution.probabilityAtLeast(-5)).isEqualTo(0.999);
        assertThat(distribution.quantile(0.001)).isEqualTo(90);
        assertThat(distribution.probabilityAtLeast(1e9)).isEqualTo(0.001);
    }

    @Test
    void aShareBeyondItsBoundIsImpossible() {
        StudentDistribution distribution = new StudentDistribution(3, 1, 2, LinkFunction.LOGIT, 0, 100);

        assertThat(distribution.probabilityAtLeast(100)).isEqualTo(0.001);
        assertThat(distribution.probabilityAtLeast(101)).isEqualTo(0.001);
        assertThat(distribution.probabilityAtLeast(0)).isEqualTo(0.999);
    }

    @Test
    void noSpreadIsAlmostCertain() {
        StudentDistribution distribution =
                new StudentDistribution(10, 0, 2, LinkFunction.IDENTITY, -INFINITY, INFINITY);

        assertThat(distribution.probabilityAtLeast(9.999)).isEqualTo(0.999);
        assertThat(distribution.probabilityAtLeast(10.001)).isEqualTo(0.001);
    }

    @Test
    void aShareWithoutBoundsIsRefused() {
        assertThatThrownBy(() -> new StudentDistribution(0, 1, 2, LinkFunction.LOGIT, 0, INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expecting a lower bound below the upper, both finite for shares, but were 0.0 and Infinity");
        assertThatThrownBy(() -> new StudentDistribution(0, 1, 0.5, LinkFunction.LOG, 0, INFINITY))
                .hasMessageContaining("at least 1 degree of freedom");
    }
}
