package vn.chitieu.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DieboldMarianoTest {

    /**
     * Twenty differences, −2 and 1 in turn: mean −0.5, variance 2.25. With one step ahead the statistic is −0.5 /
     * √(2.25/20) times √((20 + 1 − 2 + 0)/20), that is −1.4907 × 0.9747 = −1.4530; of Student's t with 19 degrees of
     * freedom that is exceeded in size with probability 0.163.
     */
    @Test
    void oneStepAheadItIsTheCorrectedRatioOfMeanAndStandardError() {
        double[] differences = new double[20];
        Arrays.setAll(differences, i -> i % 2 == 0 ? -2 : 1);

        DieboldMariano.Result result = DieboldMariano.of(differences, 1).orElseThrow();

        assertThat(result.statistic()).isCloseTo(-1.4530, within(1e-4));
        assertThat(result.pValue()).isCloseTo(0.1626, within(1e-3));
    }

    /** Differences that keep their sign for long are fewer than they seem. */
    @Test
    void neighboursThatErrTogetherWeakenTheTest() {
        double[] blocks = new double[40];
        Arrays.setAll(blocks, i -> i / 10 % 2 == 0 ? -3 : 1);

        double oneAhead = DieboldMariano.of(blocks, 1).orElseThrow().pValue();
        double tenAhead = DieboldMariano.of(blocks, 10).orElseThrow().pValue();

        assertThat(oneAhead).isLessThan(0.01);
        assertThat(tenAhead).isGreaterThan(0.1);
    }

    @Test
    void itSaysNothingOfFewerThanTwentyOfEqualOnesOrOfTooLongAHorizon() {
        double[] varied = new double[24];
        Arrays.setAll(varied, i -> i % 3);

        assertThat(DieboldMariano.of(Arrays.copyOf(varied, 19), 1)).isEmpty();
        assertThat(DieboldMariano.of(new double[24], 1)).isEmpty();
        assertThat(DieboldMariano.of(varied, 24)).isEmpty();
        assertThat(DieboldMariano.of(varied, 1)).isPresent();
    }
}
