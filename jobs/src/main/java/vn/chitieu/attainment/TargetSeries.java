package vn.chitieu.attainment;

import java.util.Optional;

/**
 * What the series of a target allow: a reading, or the reason why there is none; neither where a series is of another
 * kind, as a growth rate where a level was looked for.
 *
 * @param known of the year of a series that nobody could project
 */
record TargetSeries(Optional<TargetReading> reading, Optional<Reason> obstacle, TargetToDate known) {

    static final TargetSeries OF_OTHER_KIND = new TargetSeries(Optional.empty(), Optional.empty(), TargetToDate.NONE);

    static TargetSeries of(TargetReading reading) {
        return new TargetSeries(Optional.of(reading), Optional.empty(), TargetToDate.NONE);
    }

    static TargetSeries without(Reason obstacle) {
        return new TargetSeries(Optional.empty(), Optional.of(obstacle), TargetToDate.NONE);
    }
}
