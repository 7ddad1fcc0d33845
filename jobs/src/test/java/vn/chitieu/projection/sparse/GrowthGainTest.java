package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.projection.sparse.GrowthReference.GrowthPair;

class GrowthGainTest {

    private static List<GrowthPair> gains(double... gains) {
        List<GrowthPair> pairs = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            pairs.add(new GrowthPair("VN", 2015 + i, 6, 6 + gains[i]));
        }
        return pairs;
    }

    @Test
    void noYearsNoGain() {
        assertThat(GrowthGain.usual(List.of())).isZero();
    }

    @Test
    void fewYearsAreDrawnToNoGain() {
        assertThat(GrowthGain.usual(gains(0.5))).isCloseTo(0.5 / 5, within(1e-12));
        assertThat(GrowthGain.usual(gains(0.5, 0.5, 0.5, 0.5))).isCloseTo(0.5 * 4 / 8, within(1e-12));
    }

    /** The median is 0.5 and the median deviation from it 0.1: −3 counts as 0.5 − 2 (0.14826 + 0.1). */
    @Test
    void anExtraordinaryYearIsDrawnIn() {
        double drawnIn = 0.5 - 2 * (0.14826 + 0.1);

        assertThat(GrowthGain.usual(gains(0.4, 0.5, 0.6, 0.5, -3)))
                .isCloseTo((0.4 + 0.5 + 0.6 + 0.5 + drawnIn) / 5 * 5 / 9, within(1e-12));
    }
}
