package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
class TreeSumTest {

    private static final String DEEP = "GROWTH_MEAN<0.5 QUARTERS<2.0 0.01 0.02 -0.03";

    private static double sum(double growth, double quarters, String... trees) {
        double[] x = new double[Feature.values().length];
        x[Feature.GROWTH_MEAN.ordinal()] = growth;
        x[Feature.QUARTERS.ordinal()] = quarters;
        return TreeSum.of(Stream.of(trees).map(RegressionTree::parse).toList()).of(x);
    }

    @Test
    void theAnswersLeadToALeaf() {
        assertThat(sum(0.4, 1, DEEP)).isEqualTo(0.01);
        assertThat(sum(0.4, 2, DEEP)).isEqualTo(0.02); // 2 is not below 2
        assertThat(sum(0.5, 1, DEEP)).isEqualTo(-0.03);
        assertThat(sum(0, 0, "7.5")).isEqualTo(7.5);
    }

    @Test
    void treesOfAnyShapeAddUp() {
        String other = "QUARTERS<1.5 -1.0 QUARTERS<2.5 GROWTH_MEAN<0.45 4.0 5.0 6.0";

        assertThat(sum(0.4, 1, DEEP, other, "7.5")).isCloseTo(0.01 - 1 + 7.5, within(1e-12));
        assertThat(sum(0.4, 2, DEEP, other, "7.5")).isCloseTo(0.02 + 4 + 7.5, within(1e-12));
        assertThat(sum(0.45, 2, DEEP, other, "7.5")).isCloseTo(0.02 + 5 + 7.5, within(1e-12));
        assertThat(sum(0.5, 3, DEEP, other, "7.5")).isCloseTo(-0.03 + 6 + 7.5, within(1e-12));
        assertThat(sum(0.5, 3)).isZero();
    }

    @Test
    void zeroIsNotBelowZeroWhateverItsSign() {
        assertThat(sum(-0.0, 0, "GROWTH_MEAN<0.0 1.0 2.0")).isEqualTo(2);
        assertThat(sum(0.0, 0, "GROWTH_MEAN<-0.0 1.0 2.0")).isEqualTo(2);
    }
}
