package vn.chitieu.projection.dense;

import java.util.HashMap;
import java.util.Map;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * What every member says of the years of one series at one point of the year, worked out once for each year asked.
 *
 * <p>Not for several threads at once.
 */
public final class BacktestOrigins {

    private final RegularSeries series;
    private final int observedPeriods;
    private final Aggregation aggregation;
    private final MethodConstants constants;
    private final Map<Integer, OriginForecast> byYear = new HashMap<>();

    public BacktestOrigins(
            RegularSeries series, int observedPeriods, Aggregation aggregation, MethodConstants constants) {
        this.series = series;
        this.observedPeriods = observedPeriods;
        this.aggregation = aggregation;
        this.constants = constants;
    }

    /** Returns what the members say of {@code year}, after at least two complete years; later values do not matter. */
    OriginForecast of(int year) {
        return byYear.computeIfAbsent(
                year, asked -> OriginForecast.of(series, asked, observedPeriods, aggregation, constants));
    }

    RegularSeries series() {
        return series;
    }

    int observedPeriods() {
        return observedPeriods;
    }

    Aggregation aggregation() {
        return aggregation;
    }
}
