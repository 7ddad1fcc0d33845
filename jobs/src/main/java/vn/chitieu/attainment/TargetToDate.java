package vn.chitieu.attainment;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * What is known of a target's year, in the target's measure and unit. A number that is not known is null.
 *
 * @param toDate the figure of the year up to the end of {@code period}
 * @param changePct against the same period of the year before; null for growth, changes and rates
 * @param previousYear last year's value
 */
public record TargetToDate(
        @Nullable Double toDate,
        @Nullable Period period,
        @Nullable Double changePct,
        @Nullable Double previousYear) implements Serializable {

    static final TargetToDate NONE = new TargetToDate(null, null, null, null);

    /** Returns what a reading knows; of the year to date what another source knows if it knows nothing. */
    static TargetToDate of(TargetReading reading, TargetToDate other) {
        Double toDate = reading.actualToDate();
        return new TargetToDate(
                toDate == null ? other.toDate : toDate,
                toDate == null ? other.period : reading.series().lastPeriod(),
                reading.toDateChangePct(),
                reading.previousYear());
    }
}
