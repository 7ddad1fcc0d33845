package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.projection.dense.PooledTables;

class CombinationTest {

    private static final int SNAIVE = 0;
    private static final int HW = 8;
    private static final MethodConstants CONSTANTS = PooledTables.shipped().constants();

    @Test
    void withoutABacktestAllWeighTheSame() {
        assertThat(Combination.weights(new double[] {1, 2, 3, 4}, List.of(), CONSTANTS))
                .containsOnly(0.25);
    }

    @Test
    void weightsFollowTheShrunkRelativeMeanSquaredError() {
        // squares 1, 4, 1, 4 relative to their mean 2.5, one year against three of equal weights
        double better = Math.pow((0.4 + 3) / 4, -3);
        double worse = Math.pow((1.6 + 3) / 4, -3);
        double total = 2 * better + 2 * worse;

        double[] weights = Combination.weights(new double[4], List.<double[]>of(new double[] {1, 2, 1, 2}), CONSTANTS);

        assertThat(weights)
                .containsExactly(
                        new double[] {better / total, worse / total, better / total, worse / total}, within(1e-12));
    }

    @Test
    void olderYearsCountLessAndErrorsAreCapped() {
        double first = (25 + 0.85 * 1) / 1.85;
        double second = (1 + 0.85 * 1) / 1.85;
        double mean = (first + 2 * second) / 3;
        double[] expected = {shrunk(first / mean), shrunk(second / mean), shrunk(second / mean)};
        double total = Arrays.stream(expected).sum();

        double[] weights = Combination.weights(
                new double[3], List.of(new double[] {100, 1, 1}, new double[] {1, 1, 1}), CONSTANTS);

        assertThat(weights)
                .containsExactly(Arrays.stream(expected).map(w -> w / total).toArray(), within(1e-12));
    }

    private static double shrunk(double relative) {
        return Math.pow((relative * 1.85 + 3) / 4.85, -3);
    }

    @Test
    void perfectMembersWeighTheSame() {
        assertThat(Combination.weights(new double[4], List.<double[]>of(new double[4]), CONSTANTS))
                .containsOnly(0.25);
    }

    @Test
    void aMemberThatFailedIsLeftOut() {
        double[] projections = {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5, 6};

        assertThat(Combination.weights(projections, List.of(), CONSTANTS))
                .containsExactly(0.25, 0, 0.25, 0, 0.25, 0.25);
    }

    @Test
    void withFewerThanThreeMembersOnlyTheNaiveOnesCount() {
        double[] projections = new double[Forecasters.NAMES.size()];
        Arrays.fill(projections, Double.NaN);
        projections[SNAIVE] = 10;
        projections[HW] = 20;

        double[] weights = Combination.weights(projections, List.of(), CONSTANTS);

        assertThat(weights[SNAIVE]).isEqualTo(1);
        assertThat(weights[HW]).isZero();
    }

    @Test
    void theTrimmedMeanCutsAFifthOfTheWeightAtEachEnd() {
        double[] equal = {0.2, 0.2, 0.2, 0.2, 0.2};

        assertThat(Combination.trimmedMean(new double[] {100, 3, 2, 4, -50}, equal, 0.2))
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void theTrimmedMeanCutsThroughAValue() {
        // of the weight 0.5 of the value 1 the first 0.2 are cut, of 10 all: (0.3 × 1 + 0.3 × 2) / 0.6
        assertThat(Combination.trimmedMean(new double[] {1, 10, 2}, new double[] {0.5, 0.2, 0.3}, 0.2))
                .isCloseTo(1.5, within(1e-12));
    }
}
