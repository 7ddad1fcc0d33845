package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was printed of a known account, rounded and with gaps, leads back to it. */
class GeneratedAccountTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSmallAccountIsRecovered(long seed) {
        assertRecovered(new GeneratedAccount(2, 6, 24, seed));
    }

    @Test
    @Tag("full")
    void aNationOfFortyAreasIsRecovered() {
        assertRecovered(new GeneratedAccount(40, 25, 60, 1));
    }

    private static void assertRecovered(GeneratedAccount account) {
        double[] truth = account.truth();

        LeastSquaresSolution solution = account.problem.solve(5);

        double[] values = new double[truth.length];
        Arrays.setAll(values, solution::value);
        for (Constraint identity : account.identities) {
            assertThat(identity.form().at(values)).as(identity.name()).isCloseTo(0, within(1e-6));
        }
        int determined = 0;
        int within = 0;
        for (int cell = 0; cell < truth.length; cell++) {
            if (solution.isDetermined(cell)) {
                determined++;
                within += Math.abs(values[cell] - truth[cell]) <= 3 * solution.standardError(cell) ? 1 : 0;
            }
        }
        assertThat(solution.isConverged()).isTrue();
        assertThat(solution.contradictoryConstraints()).isEmpty();
        assertThat(determined).isGreaterThan(truth.length * 9 / 10);
        assertThat((double) within / determined).isGreaterThan(0.99);
    }
}
