package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.SampleDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;

class JointSampleTest {

    private static final SeriesId EXPORTS = new SeriesId("VN", "exports", "_T", PriceBasis.CURRENT);
    private static final SeriesId IMPORTS = new SeriesId("VN", "imports", "_T", PriceBasis.CURRENT);
    private static final SeriesId S1 = new SeriesId("VN", "value_added", "S1", PriceBasis.CONSTANT_2010);
    private static final SeriesId S2 = new SeriesId("VN", "value_added", "S2", PriceBasis.CONSTANT_2010);

    private static StudentDistribution distribution(double centre, double scale) {
        return new StudentDistribution(
                centre, scale, 6, LinkFunction.IDENTITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static SortedMap<Integer, Double> errors(double... errors) {
        SortedMap<Integer, Double> byYear = new TreeMap<>();
        for (int i = 0; i < errors.length; i++) {
            byYear.put(2024 - i, errors[i]);
        }
        return byYear;
    }

    @Test
    void everyNodeHasExactlyItsOwnLaw() {
        PredictiveDistribution distribution = distribution(400, 10);

        double[] draws = JointSample.of(List.of(
                        new SampleNode(EXPORTS, distribution, errors(), false),
                        new SampleNode(IMPORTS, distribution(380, 9), errors(), false)))
                .of(EXPORTS);

        Arrays.sort(draws);
        for (int r : new int[] {0, 1, 199, 1000, 1999}) {
            assertThat(draws[r]).isEqualTo(distribution.quantile((r + 0.5) / 2000));
        }
    }

    @Test
    void nodesThatErredTogetherInEightYearsAreDrawnTogether() {
        JointSample sample = JointSample.of(List.of(
                new SampleNode(EXPORTS, distribution(400, 10), errors(-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2), false),
                new SampleNode(
                        IMPORTS, distribution(380, 9), errors(-1.9, -1.6, -0.9, -0.4, 0.6, 0.9, 1.4, 2.1), false)));

        double correlation = new SpearmansCorrelation().correlation(sample.of(EXPORTS), sample.of(IMPORTS));

        assertThat(correlation).isCloseTo(1, within(1e-9)); // the same ranks in every year
    }

    @Test
    void sectorsWithoutSharedYearsAreDrawnWithTheUsualCorrelation() {
        JointSample sample = JointSample.of(List.of(
                new SampleNode(S1, distribution(0, 1), errors(), true),
                new SampleNode(S2, distribution(0, 1), errors(), true)));

        assertThat(new PearsonsCorrelation().correlation(sample.of(S1), sample.of(S2)))
                .isCloseTo(0.3, within(0.03));
    }

    @Test
    void fewSharedYearsGiveACorrelationHalfWayToTheUsual() {
        JointSample sample = JointSample.of(List.of(
                new SampleNode(EXPORTS, distribution(0, 1), errors(-1, 0, 1, 2), false),
                new SampleNode(IMPORTS, distribution(0, 1), errors(-1, 0, 1, 2), false)));

        assertThat(new PearsonsCorrelation().correlation(sample.of(EXPORTS), sample.of(IMPORTS)))
                .isCloseTo(0.5, within(0.04));
    }

    @Test
    void knownNodesAreTheSameInEveryDraw() {
        JointSample sample = JointSample.of(
                List.of(SampleNode.known(S1, 653), new SampleNode(S2, distribution(0, 1), errors(), true)));

        assertThat(sample.of(S1)).containsOnly(653);
    }

    @Test
    void theOrderOfTheNodesAndThoseThatAreKnownChangeNothing() {
        List<SampleNode> nodes = new ArrayList<>(List.of(
                new SampleNode(EXPORTS, distribution(400, 10), errors(), false),
                new SampleNode(S1, distribution(0, 1), errors(), true),
                new SampleNode(S2, distribution(0, 1), errors(), true)));
        JointSample sample = JointSample.of(nodes);
        Collections.reverse(nodes);
        nodes.add(SampleNode.known(IMPORTS, 0));

        JointSample reversed = JointSample.of(nodes);

        for (SeriesId id : sample.ids()) {
            assertThat(reversed.of(id)).isEqualTo(sample.of(id));
        }
    }

    @Test
    void refusesANodeGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointSample.of(List.of(SampleNode.known(S1, 1), SampleNode.known(S1, 2))))
                .withMessage("Expecting each node once but found again VN.value_added.S1.constant_2010");
    }

    @Test
    void theLawOfDrawsHasTheirQuantilesInOrder() {
        SampleDistribution distribution = SampleDistribution.of(new double[] {4, 1, 3, 2});

        assertThat(distribution.quantile(0.5)).isEqualTo(2.5);
        assertThat(distribution.quantile(0.125)).isEqualTo(1);
        assertThat(distribution.probabilityAtLeast(3)).isEqualTo(0.5);
        double last = Double.NEGATIVE_INFINITY;
        for (double p = 0.01; p < 1; p += 0.01) {
            assertThat(distribution.quantile(p)).isGreaterThanOrEqualTo(last);
            last = distribution.quantile(p);
        }
    }
}
