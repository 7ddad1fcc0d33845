package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * One period of the projected year.
 *
 * @param isKnown also of a period that was interpolated before the last known one
 * @param value of the period alone, known or projected
 * @param lastYearValue of the same period a year before; null if not known
 * @param cumulated since January where the annual value is a sum; else the annual value as of that period
 * @param fan quantiles of {@code cumulated}; null where known or without a distribution
 */
public record PathPeriod(
        Period period,
        boolean isKnown,
        double value,
        @Nullable Double lastYearValue,
        double cumulated,
        @Nullable Quantiles fan)
        implements Serializable {

    PathPeriod withFan(Quantiles quantiles) {
        return new PathPeriod(period, false, value, lastYearValue, cumulated, quantiles);
    }
}
