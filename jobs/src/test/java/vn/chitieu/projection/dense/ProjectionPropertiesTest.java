package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.RegularSeries;

/** What holds for every series, however odd: months and quarters, every point of the year, every aggregation. */
class ProjectionPropertiesTest {

    private static final int FIRST_YEAR = 2010;
    private static final double[] PROBABILITIES = {0.001, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 0.999};

    static Stream<Arguments> oddSeries() {
        List<Arguments> all = new ArrayList<>();
        for (int m : new int[] {4, 12}) {
            for (int years : new int[] {0, 1, 2, 3, 9}) {
                for (Kind kind : Kind.values()) {
                    all.add(Arguments.of(m, years, kind));
                }
            }
        }
        return all.stream();
    }

    enum Kind {
        PLAIN,
        OUTLIERS,
        SOME_ZEROS,
        NEGATIVES,
        CONSTANT,
        ALL_ZERO,
        ZERO_BUT_ONE,
        EXPLODING,
        VANISHING,
        LEVEL_SHIFT,
        HUGE,
        TINY
    }

    @ParameterizedTest(name = "{0} a year, {1} years, {2}")
    @MethodSource("oddSeries")
    void thereIsAlwaysAnAnswerWithItsMethodOrReasonAndQuantilesNeverCross(int m, int years, Kind kind) {
        for (int observed = 1; observed < m; observed += m == 12 ? 2 : 1) {
            for (Aggregation aggregation : Aggregation.values()) {
                YearEndResult result = YearEndProjector.project(
                        series(m, years, observed, kind),
                        FIRST_YEAR + years,
                        observed,
                        aggregation,
                        PooledTables.shipped());

                if (result instanceof YearEndProjection projection) {
                    assertThat(projection.method().code()).isNotEmpty();
                    assertThat(projection.point()).isFinite();
                    double[] quantiles = Arrays.stream(PROBABILITIES)
                            .map(projection::quantile)
                            .toArray();
                    assertThat(quantiles).isSorted();
                    assertThat(Arrays.stream(quantiles).allMatch(Double::isFinite))
                            .isTrue();
                    double[] chances = Arrays.stream(quantiles)
                            .map(projection::probabilityAtLeast)
                            .map(chance -> -chance)
                            .toArray();
                    assertThat(chances).isSorted();
                } else {
                    assertThat(((NotProjectable) result).reason()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} a year, {1} years, {2}")
    @MethodSource("oddSeries")
    void aCompleteYearIsItsSum(int m, int years, Kind kind) {
        RegularSeries series = series(m, years, m, kind);
        double sum = 0;
        for (int j = 0; j < m; j++) {
            sum += series.values()[years * m + j];
        }

        YearEndProjection projection = (YearEndProjection)
                YearEndProjector.project(series, FIRST_YEAR + years, m, Aggregation.SUM, PooledTables.shipped());

        assertThat(projection.point()).isEqualTo(sum);
        assertThat(projection.quantile(0.025)).isEqualTo(sum);
        assertThat(projection.probabilityAtLeast(sum)).isEqualTo(1);
        assertThat(projection.probabilityAtLeast(Math.nextUp(sum))).isZero();
    }

    private static RegularSeries series(int m, int years, int observed, Kind kind) {
        Random random = new Random(kind.name().length() + 100L * years);
        double[] values = new double[years * m + observed];
        for (int t = 0; t < values.length; t++) {
            double plain = 100 * Math.exp(0.01 * t + 0.1 * random.nextGaussian() + 0.3 * Math.sin(t * 2 * Math.PI / m));
            values[t] = switch (kind) {
                case PLAIN -> plain;
                case OUTLIERS -> t % 7 == 3 ? 50 * plain : plain;
                case SOME_ZEROS -> t % 5 == 0 ? 0 : plain;
                case NEGATIVES -> plain - 110;
                case CONSTANT -> 42;
                case ALL_ZERO -> 0;
                case ZERO_BUT_ONE -> t == values.length / 2 ? 7 : 0;
                case EXPLODING -> Math.exp(0.5 * t);
                case VANISHING -> Math.exp(-0.5 * t);
                case LEVEL_SHIFT -> t > values.length / 2 ? 1000 * plain : plain;
                case HUGE -> plain * 1e14;
                case TINY -> plain * 1e-14;
            };
        }
        return new RegularSeries(m, FIRST_YEAR, 1, values);
    }
}
