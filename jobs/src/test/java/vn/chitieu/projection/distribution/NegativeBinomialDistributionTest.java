package vn.chitieu.projection.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialDistributionTest {

    /** A mean of 1 with a variance of 2 is a tossed coin: 0 with 1/2, 1 with 1/4, 2 with 1/8. */
    private static final NegativeBinomialDistribution COIN = new NegativeBinomialDistribution(3, 1, 2);

    @Test
    void whatComesIsAddedToWhatIsCounted() {
        assertThat(COIN.probabilityAtLeast(3)).isEqualTo(1);
        assertThat(COIN.probabilityAtLeast(4)).isCloseTo(0.5, within(1e-12));
        assertThat(COIN.probabilityAtLeast(4.5)).isCloseTo(0.25, within(1e-12));
        assertThat(COIN.probabilityAbove(4)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void quantilesAreTheFewestEventsThatSuffice() {
        assertThat(COIN.quantile(0.49)).isEqualTo(3);
        assertThat(COIN.quantile(0.51)).isEqualTo(4);
        assertThat(COIN.quantile(0.76)).isEqualTo(5);
        // 1 - 2^-k is above 0.999 from k = 10 on
        assertThat(COIN.quantile(0.999)).isEqualTo(3 + 9);
        assertThat(COIN.evenQuantiles(8)).containsExactly(3, 3, 3, 3, 4, 4, 5, 6);
    }

    @Test
    void evenQuantilesAreTheQuantiles() {
        NegativeBinomialDistribution many = new NegativeBinomialDistribution(0, 40, 130);
        double[] even = many.evenQuantiles(200);

        for (int r = 0; r < 200; r++) {
            assertThat(even[r]).isEqualTo(many.quantile((r + 0.5) / 200));
        }
    }

    @Test
    void aVarianceNoLargerThanTheMeanIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NegativeBinomialDistribution(0, 1, 1))
                .withMessageContaining("a variance above it");
    }
}
