package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorQuantilesTest {

    /** Errors above are twice as large as those below. */
    private static final ErrorQuantiles SKEWED =
            new ErrorQuantiles(new double[] {0.1, 0.5, 0.9}, new double[] {-1, 0, 2});

    /** The normal law told by two of its points: 84.13% of it is below 1. */
    private static final ErrorQuantiles NORMAL =
            new ErrorQuantiles(new double[] {0.5, 0.8413447460685429}, new double[] {0, 1});

    @ParameterizedTest
    @CsvSource({
        "0.001, -3.090232",
        "0.025, -1.959964",
        "0.1, -1.281552",
        "0.5, 0",
        "0.75, 0.674490",
        "0.95, 1.644854",
        "0.999, 3.090232"
    })
    void twoPointsOfTheNormalLawGiveItAll(double probability, double quantile) {
        assertThat(NORMAL.quantile(probability)).isCloseTo(quantile, within(1e-6));
        assertThat(NORMAL.probabilityAtLeast(quantile)).isCloseTo(1 - probability, within(1e-7));
    }

    @Test
    void thePointsOfTheTableAreMetExactly() {
        assertThat(SKEWED.quantile(0.1)).isEqualTo(-1);
        assertThat(SKEWED.quantile(0.5)).isZero();
        assertThat(SKEWED.quantile(0.9)).isEqualTo(2);
        assertThat(SKEWED.probabilityAtLeast(-1)).isCloseTo(0.9, within(1e-12));
        assertThat(SKEWED.probabilityAtLeast(0)).isEqualTo(0.5);
        assertThat(SKEWED.probabilityAtLeast(2)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void halfWayInScoreIsHalfWayInError() {
        // 1.281552 is the score of 0.9, and 0.640776 that of 0.739166
        assertThat(SKEWED.quantile(0.739166)).isCloseTo(1, within(1e-5));
        assertThat(SKEWED.quantile(1 - 0.739166)).isCloseTo(-0.5, within(1e-5));
    }

    @Test
    void theLastSlopesGoOnForEver() {
        // 2.563103 is twice the score of 0.9, and that of 0.994813
        assertThat(SKEWED.quantile(0.994813)).isCloseTo(4, within(1e-4));
        assertThat(SKEWED.quantile(1 - 0.994813)).isCloseTo(-2, within(1e-4));
    }

    @Test
    void quantileAndProbabilityAreEachOthersInverse() {
        for (int thousandths = 1; thousandths < 1000; thousandths++) {
            double p = thousandths / 1000.0;
            for (ErrorQuantiles table : new ErrorQuantiles[] {SKEWED, NORMAL}) {
                assertThat(table.probabilityAtLeast(table.quantile(p))).isCloseTo(1 - p, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void onlyProbabilitiesInsideZeroAndOneHaveAQuantile(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SKEWED.quantile(probability))
                .withMessage("Expecting a probability inside (0, 1) but was " + probability);
    }

    @Test
    void aTableThatIsNoDistributionIsRefused() {
        assertRefused(
                new double[] {0.5},
                new double[] {0},
                "as many quantiles as probabilities and at least 2 but were 1 and 1");
        assertRefused(
                new double[] {0.1, 0.9},
                new double[] {0, 1, 2},
                "as many quantiles as probabilities and at least 2 but were 3 and 2");
        assertRefused(
                new double[] {0, 0.9},
                new double[] {0, 1},
                "a probability inside (0, 1) and a finite quantile but were 0.0 and 0.0");
        assertRefused(
                new double[] {0.1, 1},
                new double[] {0, 1},
                "a probability inside (0, 1) and a finite quantile but were 1.0 and 1.0");
        assertRefused(
                new double[] {0.1, 0.9},
                new double[] {0, Double.NaN},
                "a probability inside (0, 1) and a finite quantile but were 0.9 and NaN");
        assertRefused(
                new double[] {0.9, 0.1},
                new double[] {0, 1},
                "increasing probabilities and quantiles but (0.1, 1.0) follows (0.9, 0.0)");
        assertRefused(
                new double[] {0.1, 0.9},
                new double[] {1, 1},
                "increasing probabilities and quantiles but (0.9, 1.0) follows (0.1, 1.0)");
    }

    private static void assertRefused(double[] probabilities, double[] quantiles, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorQuantiles(probabilities, quantiles))
                .withMessage("Expecting " + expected);
    }

    @Test
    void aTableIsAValueThatNobodyCanChange() {
        double[] probabilities = {0.1, 0.9};
        double[] quantiles = {-1, 1};
        ErrorQuantiles table = new ErrorQuantiles(probabilities, quantiles);
        probabilities[0] = 0.2;
        quantiles[0] = 0;
        table.probabilities()[1] = 0.8;
        table.quantiles()[1] = 7;

        assertThat(table)
                .isEqualTo(new ErrorQuantiles(new double[] {0.1, 0.9}, new double[] {-1, 1}))
                .hasSameHashCodeAs(new ErrorQuantiles(new double[] {0.1, 0.9}, new double[] {-1, 1}))
                .isNotEqualTo(new ErrorQuantiles(new double[] {0.2, 0.9}, new double[] {-1, 1}))
                .isNotEqualTo(new ErrorQuantiles(new double[] {0.1, 0.9}, new double[] {-1, 2}))
                .hasToString("ErrorQuantiles[-1.0, 1.0]");
    }
}
