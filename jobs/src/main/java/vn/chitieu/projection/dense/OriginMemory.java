package vn.chitieu.projection.dense;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * What every member says of years of some series, kept for who asks again. A series whose past years are projected one
 * after the other asks in each for the errors of the years before it, and so for the same origins many times over.
 *
 * <p>For several threads at once.
 */
final class OriginMemory {

    /** All that an origin depends on. */
    private record Asked(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation, MethodConstants constants) {}

    private final Map<Asked, OriginForecast> forecasts = new ConcurrentHashMap<>();

    /** Returns what {@link OriginForecast#of} does. */
    OriginForecast of(
            RegularSeries series, int year, int observedPeriods, Aggregation aggregation, MethodConstants constants) {
        RegularSeries known = series.until(year, observedPeriods).since(year - constants.mostHistoryYears());
        return forecasts.computeIfAbsent(
                new Asked(known, year, observedPeriods, aggregation, constants),
                asked -> OriginForecast.of(known, year, observedPeriods, aggregation, constants));
    }
}
