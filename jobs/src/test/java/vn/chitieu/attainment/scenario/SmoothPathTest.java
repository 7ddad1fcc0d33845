package vn.chitieu.attainment.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothPathTest {

    @Test
    void withoutAKnownPeriodGrowthIsConstant() {
        assertThat(SmoothPath.of(new double[0], new double[] {1, 3}, 32)).containsExactly(8, 8);
    }

    @Test
    void afterOneKnownPeriodGrowthRunsAlongALine() {
        // 6, 6 + d, 6 + 2d: (6 + d) + (6 + 2d) = 18, so d = 2
        assertThat(SmoothPath.of(new double[] {6}, new double[] {1, 1}, 18))
                .containsExactly(new double[] {8, 10}, within(1e-12));
    }

    @Test
    void aTrendThatMakesTheSumIsGoneOnWith() {
        assertThat(SmoothPath.of(new double[] {4, 5}, new double[] {1, 1, 1}, 6 + 7 + 8))
                .containsExactly(new double[] {6, 7, 8}, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noOtherPathWithTheSameSumBendsLess(long seed) {
        Random random = new Random(seed);
        double[] known = {random.nextDouble(10), random.nextDouble(10)};
        double[] weights = {random.nextDouble(0.1, 1), random.nextDouble(0.1, 1), random.nextDouble(0.1, 1)};
        double[] path = SmoothPath.of(known, weights, 12);

        assertThat(weights[0] * path[0] + weights[1] * path[1] + weights[2] * path[2])
                .isCloseTo(12, within(1e-9));
        for (int i = 0; i < 50; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = -(a * weights[0] + b * weights[1]) / weights[2]; // keeps the sum
            double[] other = {path[0] + a, path[1] + b, path[2] + c};
            assertThat(bending(known, path)).isLessThanOrEqualTo(bending(known, other) + 1e-9);
        }
    }

    @Test
    void aPeriodWithoutWeightCannotCarryGrowth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothPath.of(new double[0], new double[] {1, 0}, 8))
                .withMessage("Expecting weights above 0 of remaining periods but were [1.0, 0.0]");
    }

    private static double bending(double[] known, double[] path) {
        double[] all = {known[0], known[1], path[0], path[1], path[2]};
        double sum = 0;
        for (int i = 2; i < all.length; i++) {
            sum += Math.pow(all[i] - 2 * all[i - 1] + all[i - 2], 2);
        }
        return sum;
    }
}
