package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    /** Total less its two parts. */
    private static final double[][] SUM = {{1, -1, -1}};

    private static final double[] NOTHING = {0};

    @Test
    void theGapIsSharedByVariances() {
        // 110 against 40 + 60: a gap of 10; of variances 1 + 1 + 2 the total takes a quarter, the second part half.
        assertThat(Reconciliation.reconcile(new double[] {110, 40, 60}, new double[] {1, 1, 2}, SUM, NOTHING))
                .containsExactly(new double[] {107.5, 42.5, 65}, within(1e-9));
    }

    @Test
    void aKnownValueStaysAsItIs() {
        double[] reconciled =
                Reconciliation.reconcile(new double[] {110, 40, 60}, new double[] {1, 0, 2}, SUM, NOTHING);

        assertThat(reconciled[1]).isEqualTo(40);
        assertThat(reconciled[0]).isCloseTo(reconciled[1] + reconciled[2], within(1e-9));
    }

    @Test
    void anIdentityGivenTwiceNeedsNoNoise() {
        assertThat(Reconciliation.reconcile(
                        new double[] {110, 40, 60},
                        new double[] {1, 1, 2},
                        new double[][] {SUM[0], SUM[0]},
                        new double[] {0, 0}))
                .containsExactly(new double[] {107.5, 42.5, 65}, within(1e-9));
    }

    @Test
    void refusesKnownValuesThatContradictAnIdentity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.reconcile(new double[] {110, 40, 60}, new double[] {0, 0, 0}, SUM, NOTHING))
                .withMessage("Expecting known values that agree with identity 1 but they miss it by 10.0");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anIdentityHoldsWhateverTheValues(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(3, -1e6, 1e6).toArray();
        double[] variances = random.doubles(3, 0, 1e8).toArray();

        double[] reconciled = Reconciliation.reconcile(values, variances, SUM, NOTHING);

        assertThat(reconciled[0] - reconciled[1] - reconciled[2]).isCloseTo(0, within(1e-3));
    }

    @Test
    void partsAreMovedToTheirTotalButNotBelowWhatIsKnown() {
        double[] free = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

        assertThat(Reconciliation.toTotal(new double[] {40, 60}, new double[] {1, 3}, free, 92))
                .containsExactly(new double[] {38, 54}, within(1e-9));
        assertThat(Reconciliation.toTotal(new double[] {40, 60}, new double[] {1, 3}, new double[] {0, 57}, 92))
                .containsExactly(new double[] {35, 57}, within(1e-9));
    }

    @Test
    void refusesATotalBelowWhatIsKnownOfTheParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.toTotal(new double[] {40, 60}, new double[] {1, 3}, new double[] {39, 59}, 92))
                .withMessageStartingWith("Expecting parts that can make 92.0");
    }
}
