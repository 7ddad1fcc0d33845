package vn.chitieu.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalScoreTest {

    private static final double[] LOWER = {8, 6};
    private static final double[] UPPER = {12, 14};
    private static final double[] OUTSIDE = {0.2, 0.05};

    /**
     * Median 10, intervals 8–12 and 6–14. Inside both at 11: (1/2 + 0.1 × 4 + 0.025 × 8) / 2.5 = 0.44. Beyond both at
     * 15: (5/2 + 0.1 × 4 + 3 + 0.025 × 8 + 1) / 2.5 = 2.84.
     */
    @Test
    void weighsWidthAndWhatLiesOutside() {
        assertThat(IntervalScore.weighted(10, LOWER, UPPER, OUTSIDE, 11)).isCloseTo(0.44, within(1e-12));
        assertThat(IntervalScore.weighted(10, LOWER, UPPER, OUTSIDE, 15)).isCloseTo(2.84, within(1e-12));
    }

    @Test
    void withoutIntervalsItIsTheAbsoluteError() {
        assertThat(IntervalScore.weighted(10, new double[0], new double[0], new double[0], 7))
                .isEqualTo(3);
    }
}
