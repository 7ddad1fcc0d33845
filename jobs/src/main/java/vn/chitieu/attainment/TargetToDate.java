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
public record KnownPart(
        @Nullable Double toDate,
        @Nullable Period period,
        @Nullable Double changePct,
        @Nullable Double previousYear) implements Serializable {

    static final KnownPart NONE = new KnownPart(null, null, null, null);

    /** Returns what a reading knows; of the year to date what another source knows if it knows nothing. */
    static KnownPart of(TargetReading reading, KnownPart other) {
        Double toDate = reading.actualToDate();
        return new KnownPart(
                toDate == null ? other.toDate : toDate,
                toDate == null ? other.period : reading.series().lastPeriod(),
                reading.toDateChangePct(),
                reading.previousYear());
    }
}
