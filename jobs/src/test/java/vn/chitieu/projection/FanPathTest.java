package vn.chitieu.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesProjection.PathPeriod;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.UniformDistribution;

@NullUnmarked // lines that are not drawn are null
class FanPathTest {

    /** Its quantiles are 40.5, 42, 58 and 59.5. */
    private static final PredictiveDistribution AROUND_50 = new UniformDistribution(40, 60);

    private static PathPeriod period(int quarter, boolean isKnown, double value, double cumulated) {
        Period period = new Period(2025, Frequency.Q, quarter);
        return new PathPeriod(period, isKnown, value, 7.0, cumulated, null, null, null, null);
    }

    /** A year of four quarters, the first of which is known. */
    private static List<PathPeriod> year(double... values) {
        List<PathPeriod> path = new ArrayList<>();
        double cumulated = 0;
        for (int i = 0; i < values.length; i++) {
            cumulated += values[i];
            path.add(period(i + 1, i == 0, values[i], cumulated));
        }
        return path;
    }

    private static double[] lines(PathPeriod period) {
        return new double[] {period.p2_5(), period.p10(), period.p90(), period.p97_5()};
    }

    private static void assertLines(PathPeriod period, double... lines) {
        assertThat(lines(period)).containsExactly(lines, within(1e-12));
    }

    @Test
    void theFanOpensAsTheRestComesIn() {
        List<PathPeriod> path = FanPath.withLines(year(10, 10, 20, 10), AROUND_50);

        assertThat(path.get(0)).isEqualTo(period(1, true, 10, 10));
        assertLines(path.get(1), 20 - 9.5 / 4, 18, 22, 20 + 9.5 / 4); // a quarter of the rest
        assertLines(path.get(2), 40 - 9.5 * 3 / 4, 34, 46, 40 + 9.5 * 3 / 4);
        assertLines(path.get(3), 40.5, 42, 58, 59.5);
        assertThat(path.get(2).value()).isEqualTo(20);
        assertThat(path.get(2).lastYearValue()).isEqualTo(7.0);
        assertThat(path.get(2).cumulated()).isEqualTo(40);
    }

    @Test
    void whereAPeriodIsBelowZeroItOpensByEqualSteps() {
        List<PathPeriod> path = FanPath.withLines(year(10, 50, -20, 10), AROUND_50);

        assertLines(path.get(1), 60 - 9.5 / 3, 60 - 8.0 / 3, 60 + 8.0 / 3, 60 + 9.5 / 3);
        assertLines(path.get(2), 40 - 9.5 * 2 / 3, 40 - 16.0 / 3, 40 + 16.0 / 3, 40 + 9.5 * 2 / 3);
        assertLines(path.get(3), 40.5, 42, 58, 59.5);
    }

    @Test
    void whereNothingIsToComeItOpensByEqualStepsToo() {
        List<PathPeriod> path = FanPath.withLines(year(50, 0, 0, 0), AROUND_50);

        assertThat(path.get(1).p10()).isCloseTo(50 - 8.0 / 3, within(1e-12));
        assertLines(path.get(3), 40.5, 42, 58, 59.5);
    }

    @Test
    void aLawThatIsNotCentredOnThePathBendsItsLines() {
        List<PathPeriod> path = FanPath.withLines(year(10, 20, 20), new UniformDistribution(60, 80));

        assertLines(path.get(1), 30 + 10.5 / 2, 30 + 6, 30 + 14, 30 + 29.5 / 2);
        assertLines(path.get(2), 60.5, 62, 78, 79.5);
    }

    @Test
    void onlyTheLastPeriodMayHaveLines() {
        List<PathPeriod> path = FanPath.withLastLines(year(10, 10, 20, 10), AROUND_50);

        assertThat(path.subList(0, 3)).isEqualTo(year(10, 10, 20, 10).subList(0, 3));
        assertLines(path.get(3), 40.5, 42, 58, 59.5);
        assertThat(path.get(3).cumulated()).isEqualTo(50);
    }

    @Test
    void withoutALawOrAnOpenPeriodThePathIsTheSame() {
        List<PathPeriod> path = year(10, 10, 20, 10);
        List<PathPeriod> complete = List.of(period(1, true, 10, 10));

        assertThat(FanPath.withLines(path, null)).isSameAs(path);
        assertThat(FanPath.withLastLines(path, null)).isSameAs(path);
        assertThat(FanPath.withLines(List.of(), AROUND_50)).isEmpty();
        assertThat(FanPath.withLastLines(List.of(), AROUND_50)).isEmpty();
        assertThat(FanPath.withLines(complete, AROUND_50)).isEqualTo(complete);
        assertThat(FanPath.withLastLines(complete, AROUND_50)).isEqualTo(complete);
    }

    @Test
    void aWiderLawMovesEachLineByItsPartOfTheDistance() {
        List<PathPeriod> path = FanPath.withLines(year(10, 10, 20, 10), AROUND_50);

        List<PathPeriod> wide = FanPath.widened(path, AROUND_50, AROUND_50.widened(2));

        assertThat(wide.get(0)).isEqualTo(path.get(0));
        assertLines(wide.get(1), 20 - 19.0 / 4, 16, 24, 20 + 19.0 / 4);
        assertLines(wide.get(2), 40 - 19.0 * 3 / 4, 28, 52, 40 + 19.0 * 3 / 4);
        assertLines(wide.get(3), 31, 34, 66, 69);
    }

    @Test
    void whatHasNoWidthStaysAsItIs() {
        List<PathPeriod> path = FanPath.withLines(year(10, 40), new KnownValue(50));

        assertLines(path.get(1), 50, 50, 50, 50);
        assertThat(FanPath.widened(path, new KnownValue(50), AROUND_50)).isEqualTo(path);
        assertThat(FanPath.widened(year(10, 40), AROUND_50, AROUND_50)).isEqualTo(year(10, 40));
    }

    @Test
    void thePathEndsAtAnotherPointByOneFactor() {
        List<PathPeriod> path = FanPath.endingAt(year(10, 10, 20, 10), 70, new UniformDistribution(60, 80));

        assertThat(path.stream().map(PathPeriod::value)).containsExactly(10.0, 15.0, 30.0, 15.0);
        assertThat(path.stream().map(PathPeriod::cumulated)).containsExactly(10.0, 25.0, 55.0, 70.0);
        assertLines(path.get(1), 25 - 9.5 / 4, 23, 27, 25 + 9.5 / 4);
        assertLines(path.get(3), 60.5, 62, 78, 79.5);
    }

    @Test
    void whereNoFactorLeadsThereEachPeriodGivesAlike() {
        assertThat(FanPath.endingAt(year(10, 10, 20, 10), -10, AROUND_50).stream()
                        .map(PathPeriod::value))
                .containsExactly(10.0, -10.0, 0.0, -10.0);
        assertThat(FanPath.endingAt(year(10, 0, 0, 0), 16, AROUND_50).stream().map(PathPeriod::value))
                .containsExactly(10.0, 2.0, 2.0, 2.0);
    }
}
