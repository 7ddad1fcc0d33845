package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDistributionTest {

    /** Draws at probabilities 1/8, 3/8, 5/8 and 7/8. */
    private static final SampleDistribution FOUR = SampleDistribution.of(new double[] {30, 10, 60, 20});

    @ParameterizedTest
    @CsvSource({
        "0.001, 10",
        "0.125, 10",
        "0.25, 15",
        "0.375, 20",
        "0.5, 25",
        "0.625, 30",
        "0.75, 45",
        "0.875, 60",
        "0.999, 60"
    })
    void quantilesAreLinearBetweenTheRanksAndConstantBeyond(double probability, double quantile) {
        assertThat(FOUR.quantile(probability)).isCloseTo(quantile, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"9, 0.999", "10, 0.999", "10.1, 0.75", "20, 0.75", "30, 0.5", "60, 0.25", "60.1, 0.001"})
    void theProbabilityIsThePartOfTheDrawsThatReachATarget(double target, double probability) {
        assertThat(FOUR.probabilityAtLeast(target)).isEqualTo(probability);
    }

    @Test
    void onlyDrawsThatAreAllTheSameAreCertain() {
        SampleDistribution constant = SampleDistribution.of(new double[] {5, 5, 5});

        assertThat(constant.probabilityAtLeast(5)).isEqualTo(1);
        assertThat(constant.probabilityAtLeast(5.1)).isZero();
        assertThat(constant.quantile(0.01)).isEqualTo(5);
    }

    @Test
    void aWiderLawKeepsItsMedian() {
        PredictiveDistribution wide = FOUR.widened(2);

        assertThat(wide.quantile(0.5)).isEqualTo(25);
        assertThat(wide.quantile(0.125)).isEqualTo(25 - 2 * 15);
        assertThat(wide.quantile(0.875)).isEqualTo(25 + 2 * 35);
        assertThat(FOUR.mean()).isEqualTo(30);
    }

    @Test
    void quantilesOfAThousandDrawsAreThousandths() {
        SampleDistribution law = SampleDistribution.of(
                IntStream.range(0, 1000).mapToDouble(i -> (i + 0.5) / 1000).toArray());
        for (int i = 1; i < 1000; i++) {
            assertThat(law.quantile(i / 1000.0)).isCloseTo(i / 1000.0, within(1e-12));
        }
    }

    @Test
    void drawsChangedAfterwardsChangeNothing() {
        double[] draws = {2, 1};
        SampleDistribution law = SampleDistribution.of(draws);
        draws[0] = 100;

        assertThat(law.mean()).isEqualTo(1.5);
        assertThat(draws).containsExactly(100, 1);
    }

    @Test
    void noDrawsAndDrawsOfNoNumberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDistribution.of(new double[0]))
                .withMessage("Expecting at least one draw but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDistribution.of(new double[] {1, Double.NaN}))
                .withMessage("Expecting finite draws but one was NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void onlyProbabilitiesInsideZeroAndOneHaveAQuantile(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.quantile(probability))
                .withMessage("Expecting a probability inside (0, 1) but was " + probability);
    }
}
