package vn.chitieu.projection.dense;

import java.util.HashMap;
import java.util.Map;
import vn.chitieu.observation.Aggregation;
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
    private final PooledTables tables;
    private final Map<Integer, OriginForecast> byYear = new HashMap<>();

    /**
     * Prepares to ask.
     *
     * @param tables of which the settings of the members are looked at
     */
    public BacktestOrigins(RegularSeries series, int observedPeriods, Aggregation aggregation, PooledTables tables) {
        this.series = series;
        this.observedPeriods = observedPeriods;
        this.aggregation = aggregation;
        this.tables = tables;
    }

    /** Returns what the members say of {@code year}, after at least two complete years; later values do not matter. */
    OriginForecast of(int year) {
        return byYear.computeIfAbsent(year, asked -> tables.origin(series, asked, observedPeriods, aggregation));
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
