package vn.chitieu.observation.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BandTest {

    /**
     * Median 0.10, absolute deviations 0.02, 0.01, 0, 0.01, 0.03: their median is 0.01, so 6 × 1.4826 × 0.01 = 0.089.
     */
    @Test
    void steadyGrowthHasTheFloor() {
        Band band = Band.ofGrowth(new double[] {0.08, 0.09, 0.10, 0.11, 0.13});

        assertThat(band.centre()).isEqualTo(0.10);
        assertThat(band.width()).isEqualTo(Math.log(1.25));
    }

    /** Deviations 0.1, 0.05, 0, 0.05, 0.1: 6 × 1.4826 × 0.05 = 0.445. */
    @Test
    void unsteadyGrowthHasSixRobustDeviations() {
        assertThat(Band.ofGrowth(new double[] {0, 0.05, 0.10, 0.15, 0.20}).width())
                .isCloseTo(0.445, within(0.001));
    }

    /** One year of 0.50 among 0.10: the others say nothing of the spread, and 1.25 × 0.40 = 0.5 does. */
    @Test
    void whatHappenedOnceMayHappenAgain() {
        assertThat(Band.ofGrowth(new double[] {0.1, 0.1, 0.1, 0.1, 0.5}).width())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void noWidthReachesHalfASlipOfTen() {
        assertThat(Band.ofGrowth(new double[] {-2, -1, 0, 1, 2}).width()).isEqualTo(Math.log(10) / 2);
        assertThat(new Band(0.1, 0.5).over(4, Band.WIDEST)).isEqualTo(new Band(0.4, 1.0));
    }
}
