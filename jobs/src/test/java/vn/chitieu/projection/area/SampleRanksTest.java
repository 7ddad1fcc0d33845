package vn.chitieu.projection.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesProjection.SeriesId;
import vn.chitieu.projection.distribution.UniformDistribution;

class SampleRanksTest {

    private static final int DRAWS = 2000;
    private static final double[] ERRORS = {0.3, -1.2, 0.8, 2.1, -0.4, 0.1, -2.2, 1.4, -0.9, 0.5, 1.1, -1.6};

    private static SampleNode node(String activity, boolean isSector, double... errors) {
        TreeMap<Integer, Double> byYear = new TreeMap<>();
        for (int i = 0; i < errors.length; i++) {
            byYear.put(2010 + i, errors[i]);
        }
        SeriesId id = new SeriesId("VN", "value_added", activity, PriceBasis.CONSTANT_2010);
        return new SampleNode(id, new UniformDistribution(0, 1), byYear, isSector);
    }

    private static double rankCorrelation(int[] one, int[] other) {
        return new SpearmansCorrelation()
                .correlation(
                        Arrays.stream(one).asDoubleStream().toArray(),
                        Arrays.stream(other).asDoubleStream().toArray());
    }

    @Test
    void theSmallestValueHasRankZeroAndEqualOnesRankByTheirPlace() {
        assertThat(SampleRanks.ranks(new double[] {30, 10, 20})).containsExactly(2, 0, 1);
        assertThat(SampleRanks.ranks(new double[] {1, 0, 1, 0})).containsExactly(2, 0, 3, 1);
        assertThat(SampleRanks.ranks(new double[] {5, 5, 5})).containsExactly(0, 1, 2);
        assertThat(SampleRanks.ranks(new double[0])).isEmpty();
    }

    @Test
    void ranksOfRanksAreThemselves() {
        int[] ranks = SampleRanks.ranks(ERRORS);

        assertThat(ranks).containsExactly(6, 2, 8, 11, 4, 5, 0, 10, 3, 7, 9, 1);
        assertThat(SampleRanks.ranks(Arrays.stream(ranks).asDoubleStream().toArray()))
                .containsExactly(ranks);
    }

    @ParameterizedTest(name = "{0} draws")
    @ValueSource(ints = {1, 2, 100, DRAWS})
    void everyNodeHasEveryRankOnce(int draws) {
        int[][] ranks = SampleRanks.of(
                List.of(
                        node("S1", true, ERRORS),
                        node("S2", true, 1, 2, 3, 4, 5, 4, 3, 2),
                        node("S3", true),
                        node("D21X31", false, 1, -1)),
                draws);

        assertThat(ranks).hasDimensions(4, draws);
        for (int[] ofNode : ranks) {
            assertThat(ofNode)
                    .containsExactlyInAnyOrder(IntStream.range(0, draws).toArray());
        }
    }

    @Test
    void noNodesHaveNoRanks() {
        assertThat(SampleRanks.of(List.of(), DRAWS)).isEmpty();
    }

    @Test
    void nodesThatErredInTheSameOrderAreDrawnInTheSameOrder() {
        double[] larger =
                Arrays.stream(ERRORS).map(error -> Math.exp(3 * error)).toArray();

        int[][] ranks = SampleRanks.of(List.of(node("S1", false, ERRORS), node("S2", false, larger)), DRAWS);

        assertThat(ranks[1]).containsExactly(ranks[0]);
    }

    @Test
    void nodesThatErredInOppositeOrderAreDrawnInOppositeOrder() {
        double[] opposite = Arrays.stream(ERRORS).map(error -> -error).toArray();

        int[][] ranks = SampleRanks.of(List.of(node("S1", true, ERRORS), node("S2", true, opposite)), DRAWS);

        assertThat(rankCorrelation(ranks[0], ranks[1])).isLessThan(-0.99999);
    }

    /** A correlation r of normal values is a rank correlation of 6/π · asin(r/2). */
    @ParameterizedTest(name = "{0} shared years, of sectors {1}: {2}")
    @CsvSource({
        "0, false, 0",
        "0, true,  0.3",
        "3, false, 0",
        "3, true,  0.3",
        "4, false, 0.5",
        "4, true,  0.65",
        "7, false, 0.5",
        "7, true,  0.65",
        "8, false, 1",
        "8, true,  1"
    })
    void fourSharedYearsCountHalfAndEightAlone(int years, boolean isSector, double correlation) {
        double[] errors = Arrays.copyOf(ERRORS, years);

        int[][] ranks = SampleRanks.of(List.of(node("S1", isSector, errors), node("S2", isSector, errors)), DRAWS);

        assertThat(rankCorrelation(ranks[0], ranks[1]))
                .isCloseTo(6 / Math.PI * Math.asin(correlation / 2), within(0.01));
    }

    @Test
    void errorsThatNeverDifferTellNoCorrelation() {
        int[][] ranks = SampleRanks.of(List.of(node("S1", true, 1, 1, 1, 1), node("S2", true, 1, 1, 1, 1)), DRAWS);

        assertThat(rankCorrelation(ranks[0], ranks[1])).isCloseTo(6 / Math.PI * Math.asin(0.15), within(0.01));
    }

    @Test
    void theSameNodesGiveTheSameRanks() {
        List<SampleNode> nodes = List.of(node("S1", true, ERRORS), node("S2", true), node("S3", true));

        assertThat(SampleRanks.of(nodes, 500)).isDeepEqualTo(SampleRanks.of(nodes, 500));
    }
}
