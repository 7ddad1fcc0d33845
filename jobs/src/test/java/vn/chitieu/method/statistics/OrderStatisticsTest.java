package vn.chitieu.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.method.statistics.OrderStatistics.Spread;

class OrderStatisticsTest {

    /** The middle is 2; distances from it are 1, 1, 0, 0, 2, 4, 7, whose middle is 1. */
    private static final double[] SEVEN = {1, 1, 2, 2, 4, 6, 9};

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theMedianIsTheMiddleInWhateverOrderTheValuesCome(int size) {
        // the squares 1, 4, 9, 16, 25, 36
        double[] middles = {1, 2.5, 4, 6.5, 9, 12.5};
        double[] values = new double[size];
        int orders = (int) Math.pow(size, size);
        for (int order = 0; order < orders; order++) {
            boolean[] isUsed = new boolean[size];
            int rest = order;
            boolean isPermutation = true;
            for (int i = 0; i < size; i++) {
                int k = rest % size;
                rest /= size;
                isPermutation &= !isUsed[k];
                isUsed[k] = true;
                values[i] = (k + 1) * (k + 1);
            }
            if (isPermutation) {
                assertThat(OrderStatistics.median(values)).isEqualTo(middles[size - 1]);
            }
        }
    }

    @Test
    void theDeviationIsTheMiddleOfTheDistances() {
        assertThat(Spread.of(SEVEN)).isEqualTo(new Spread(2, 1));
        assertThat(OrderStatistics.medianAbsoluteDeviation(SEVEN, 0)).isEqualTo(2);
        assertThat(OrderStatistics.medianAbsoluteDeviation(new double[] {1, 2, 4, 8}, 3))
                .isEqualTo(1.5);
    }

    @Test
    void whatLiesFurtherThanThreeDeviationsIsDrawnToThem() {
        double[] drawn = Spread.of(SEVEN).winsorise(SEVEN);

        assertThat(drawn).containsExactly(1, 1, 2, 2, 4, 6, 2 + 3 * 1.4826);
        assertThat(new Spread(2, 1).winsorise(new double[] {-100, 2})[0]).isCloseTo(-2.4478, within(1e-12));
    }

    @Test
    void withoutDeviationNothingIsDrawn() {
        double[] values = {5, 5, 5, 5, 1000};

        assertThat(Spread.of(values)).isEqualTo(new Spread(5, 0));
        assertThat(Spread.of(values).winsorise(values)).containsExactly(values);
    }

    @Test
    void runningMediansPassOverASpike() {
        assertThat(OrderStatistics.runningMedians(new double[] {1, 5, 2, 8, 3}, 3))
                .containsExactly(2, 5, 3);
        assertThat(OrderStatistics.runningMedians(new double[] {0, 0, 9, 0, 0}, 3))
                .containsExactly(0, 0, 0);
        assertThat(OrderStatistics.runningMedians(SEVEN, 1)).containsExactly(SEVEN);
        assertThat(OrderStatistics.runningMedians(SEVEN, 7)).containsExactly(2);
    }

    @ParameterizedTest(name = "width {0}")
    @ValueSource(ints = {3, 5, 13, 25})
    void aRunningMedianIsTheMedianOfItsWindow(int width) {
        double[] values = new Random(width).doubles(100, -10, 10).toArray();
        double[] medians = OrderStatistics.runningMedians(values, width);

        assertThat(medians).hasSize(101 - width);
        for (int t = 0; t < medians.length; t++) {
            double[] window = Arrays.copyOfRange(values, t, t + width);
            Arrays.sort(window);
            assertThat(medians[t]).isEqualTo(window[width / 2]).isEqualTo(OrderStatistics.median(window));
        }
    }

    @Test
    void theMeanIsTheSumByTheirNumber() {
        assertThat(OrderStatistics.mean(new double[] {1, 2, 6})).isEqualTo(3);
        assertThat(OrderStatistics.mean(new double[] {-4})).isEqualTo(-4);
    }

    @Test
    void theValuesStayAsTheyWere() {
        double[] values = {9, 1, 5, 3, 700};
        double[] before = values.clone();
        OrderStatistics.median(values);
        OrderStatistics.runningMedians(values, 3);
        Spread.of(values).winsorise(values);

        assertThat(values).containsExactly(before);
    }
}
