package vn.chitieu.projection.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;

class OriginMemoryTest {

    private static final int FIRST_YEAR = 2010;
    private static final MethodConstants CONSTANTS = PooledTables.shipped().constants();

    private static RegularSeries quarters(int years, double first) {
        double[] values = IntStream.range(0, 4 * years)
                .mapToDouble(t -> 100 + t + 10 * (t % 4) + (t * t) % 7)
                .toArray();
        values[0] = first;
        return new RegularSeries(4, FIRST_YEAR, 1, values);
    }

    private static OriginForecast origin(OriginMemory memory, RegularSeries series, int year, int observed) {
        return memory.of(series, year, observed, Aggregation.SUM, CONSTANTS);
    }

    @Test
    void whatIsKnownAtAnOriginIsWorkedOutOnceWhateverComesAfterIt() {
        OriginMemory memory = new OriginMemory();
        OriginForecast first = origin(memory, quarters(8, 100), 2016, 2);

        assertThat(origin(memory, quarters(10, 100), 2016, 2)).isSameAs(first);
        assertThat(origin(memory, quarters(10, 100), 2016, 3)).isNotSameAs(first);
        assertThat(origin(memory, quarters(10, 100), 2017, 2)).isNotSameAs(first);
        assertThat(origin(memory, quarters(8, 101), 2016, 2)).isNotSameAs(first);
        assertThat(memory.of(quarters(8, 100), 2016, 2, Aggregation.MEAN, CONSTANTS))
                .isNotSameAs(first);
    }

    @Test
    void projectionsAndTheirBacktestsAreThoseWithoutMemory() {
        PooledTables remembering = PooledTables.shipped().remembering();
        for (int year = 2014; year < 2020; year++) {
            RegularSeries series = quarters(year - FIRST_YEAR + 1, 100);
            assertThat(YearEndProjector.project(series, year, 2, Aggregation.SUM, remembering))
                    .isEqualTo(YearEndProjector.project(series, year, 2, Aggregation.SUM, PooledTables.shipped()));
            assertThat(YearEndProjector.backtest(series, year, 2, Aggregation.SUM, remembering))
                    .isEqualTo(YearEndProjector.backtest(series, year, 2, Aggregation.SUM, PooledTables.shipped()));
        }
    }
}
