package vn.chitieu.projection.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.projection.learned.HistogramBooster.Settings;

class HistogramBoosterTest {

    private static final int ROWS = 1000;

    /** All features are the number of the row, so that it does not matter which are drawn. */
    private static double[][] rows() {
        double[][] x = new double[ROWS][Feature.values().length];
        for (int i = 0; i < ROWS; i++) {
            Arrays.fill(x[i], i);
        }
        return x;
    }

    /** Half the squared distance from -1 in the first half of the rows, from 1 in the second. */
    private static void squaredDistance(double[] prediction, double[] first, double[] second) {
        for (int i = 0; i < ROWS; i++) {
            first[i] = prediction[i] - (i < ROWS / 2 ? -1 : 1);
            second[i] = 1;
        }
    }

    private static List<RegressionTree> grow(Settings settings) {
        return HistogramBooster.fit(FeatureBins.of(rows()), HistogramBoosterTest::squaredDistance, settings);
    }

    private static double sum(List<RegressionTree> trees, int row) {
        return TreeSum.of(trees).of(rows()[row]);
    }

    @Test
    void oneQuestionSplitsWhereTheGradientTurns() {
        RegressionTree tree = grow(new Settings(1, 1, 10, 1, 0.1, 1)).get(0);

        // the edge between bins 31 and 32 of 64 is row 500; a tenth of 500 / (500 + 5) on each side
        assertThat(tree.toString()).endsWith("<500.0 -0.0990099 0.0990099");
    }

    @Test
    void manyTreesComeNear() {
        List<RegressionTree> trees = grow(new Settings(2, 80, 10, 0.5, 0.1, 1));

        assertThat(sum(trees, 10)).isCloseTo(-1, within(0.02));
        assertThat(sum(trees, 990)).isCloseTo(1, within(0.02));
    }

    @Test
    void aSideThatIsTooSmallIsNotCutOff() {
        RegressionTree tree = grow(new Settings(1, 1, 600, 1, 0.1, 1)).get(0);

        assertThat(tree).hasToString("0.0"); // -1 and 1 cancel
    }

    @Test
    void theSameSeedGrowsTheSameTrees() {
        Settings settings = new Settings(3, 5, 10, 0.5, 0.1, 7);

        assertThat(grow(settings).toString()).isEqualTo(grow(settings).toString());
    }
}
