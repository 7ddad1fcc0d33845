package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.projection.dense.CutoffTable;
import vn.chitieu.projection.dense.PooledTables;

class PredictiveDistributionTest {

    private static final double NO_FLOOR = Double.NEGATIVE_INFINITY;
    private static final ErrorQuantiles SHIPPED = PooledTables.shipped().errors();

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.1, 0.31, 0.5, 0.77, 0.99, 0.9995})
    void aTableOfNormalQuantilesIsTheNormalDistribution(double p) {
        NormalDistribution normal = new NormalDistribution();
        double[] probabilities = {0.01, 0.05, 0.3, 0.5, 0.8, 0.95};
        ErrorQuantiles table = new ErrorQuantiles(
                probabilities,
                Arrays.stream(probabilities)
                        .map(normal::inverseCumulativeProbability)
                        .toArray());

        assertThat(table.quantile(p)).isCloseTo(normal.inverseCumulativeProbability(p), within(1e-9));
        assertThat(table.probabilityAtLeast(table.quantile(p))).isCloseTo(1 - p, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.03, 0.1, 0.5, 0.6, 0.9, 0.97, 0.998})
    void quantileAndProbabilityAreEachOthersInverse(double p) {
        PredictiveDistribution factor = new PooledErrorDistribution(200, true, 1, 0.05, SHIPPED, NO_FLOOR);
        PredictiveDistribution difference = new PooledErrorDistribution(-3, false, 40, 0.05, SHIPPED, NO_FLOOR);

        assertThat(factor.probabilityAtLeast(factor.quantile(p))).isCloseTo(1 - p, within(1e-9));
        assertThat(difference.probabilityAtLeast(difference.quantile(p))).isCloseTo(1 - p, within(1e-9));
    }

    @Test
    void errorsMultiplyThePointOfLogarithmsAndAreAddedOtherwise() {
        assertThat(new PooledErrorDistribution(200, true, 1, 0.05, SHIPPED, NO_FLOOR).quantile(0.9))
                .isCloseTo(200 * Math.exp(0.05 * 1.7002), within(1e-9));
        assertThat(new PooledErrorDistribution(-3, false, 40, 0.05, SHIPPED, NO_FLOOR).quantile(0.1))
                .isCloseTo(-3 - 40 * 0.05 * 1.4195, within(1e-9));
    }

    @Test
    void whatIsCertainAlreadyRaisesTheLowerBounds() {
        PredictiveDistribution distribution = new PooledErrorDistribution(100, true, 1, 0.05, SHIPPED, 96);

        assertThat(distribution.quantile(0.025)).isEqualTo(96);
        assertThat(distribution.quantile(0.9)).isGreaterThan(96);
        assertThat(distribution.probabilityAtLeast(96)).isEqualTo(0.999);
        assertThat(distribution.probabilityAtLeast(95)).isEqualTo(0.999);
    }

    @Test
    void probabilitiesStayAwayFromCertainty() {
        PredictiveDistribution distribution = new PooledErrorDistribution(100, true, 1, 0.01, SHIPPED, NO_FLOOR);

        assertThat(distribution.probabilityAtLeast(1)).isEqualTo(0.999);
        assertThat(distribution.probabilityAtLeast(-1)).isEqualTo(0.999);
        assertThat(distribution.probabilityAtLeast(10_000)).isEqualTo(0.001);
    }

    @Test
    void aKnownValueIsCertain() {
        PredictiveDistribution distribution = new KnownValue(5);

        assertThat(distribution.probabilityAtLeast(5)).isEqualTo(1);
        assertThat(distribution.probabilityAtLeast(5.1)).isZero();
        assertThat(distribution.quantile(0.1)).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> distribution.quantile(0));
    }

    @Test
    void refusesATableThatDoesNotIncrease() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorQuantiles(new double[] {0.1, 0.5, 0.9}, new double[] {-1, 0, 0}))
                .withMessage("Expecting increasing probabilities and quantiles but (0.9, 0.0) follows (0.5, 0.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorQuantiles(new double[] {0.1}, new double[] {1}));
    }

    @Test
    void theLawRefusesImpossibleParameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PooledErrorDistribution(-1, true, 1, 0.1, SHIPPED, NO_FLOOR))
                .withMessageContaining("above 0 for logarithms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PooledErrorDistribution(1, true, 1, 0, SHIPPED, NO_FLOOR));
    }

    @Test
    void tablesAreLinearBetweenPointsOfTheYearAndConstantOutside() {
        CutoffTable table = new CutoffTable(new double[] {1, 2, 3}, new double[][] {{10, 1}, {20, 3}, {40, 2}});

        assertThat(table.at(0.3)).containsExactly(10, 1);
        assertThat(table.at(2)).containsExactly(20, 3);
        assertThat(table.at(2.5)).containsExactly(30, 2.5);
        assertThat(table.at(3.7)).containsExactly(40, 2);
    }
}
