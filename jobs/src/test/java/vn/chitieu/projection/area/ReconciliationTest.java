package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private static final double[] FREE = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    @Test
    void theGapIsSharedByVariances() {
        // 107.5 against 40 + 60: of a gap of 7.5 and variances 1 + 2 the first part takes a third.
        assertThat(Reconciliation.toTotal(new double[] {40, 60}, new double[] {1, 2}, FREE, 107.5))
                .containsExactly(new double[] {42.5, 65}, within(1e-9));
    }

    @Test
    void aKnownPartStaysAsItIs() {
        assertThat(Reconciliation.toTotal(new double[] {40, 60}, new double[] {0, 2}, FREE, 110))
                .containsExactly(new double[] {40, 70}, within(1e-9));
    }

    @Test
    void refusesKnownPartsThatContradictTheTotal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.toTotal(new double[] {40, 60}, new double[] {0, 0}, FREE, 110))
                .withMessageStartingWith("Expecting parts that can make 110.0");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theIdentityHoldsWhateverTheValues(long seed) {
        Random random = new Random(seed);
        double[] parts = random.doubles(2, -1e6, 1e6).toArray();
        double[] variances = random.doubles(2, 0, 1e8).toArray();
        double total = random.nextDouble(-1e6, 1e6);

        double[] moved = Reconciliation.toTotal(parts, variances, FREE, total);

        assertThat(moved[0] + moved[1]).isCloseTo(total, within(1e-3));
    }

    @Test
    void partsAreMovedToTheirTotalButNotBelowWhatIsKnown() {
        assertThat(Reconciliation.toTotal(new double[] {40, 60}, new double[] {1, 3}, FREE, 92))
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
