package vn.chitieu.track;

import java.io.Serializable;
import java.time.LocalDate;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;

/**
 * When a statement was made and on what.
 *
 * @param statedBy {@link #RUN}, the run of {@code day}; {@link #REPLAY} where a first run projected the year again
 * @param day whose knowledge it rests on
 * @param cutoff the last known period; the year before where nothing of the year was known
 * @param vintageKind whether the recent figures were those of the day
 */
public record Occasion(String statedBy, LocalDate day, Period cutoff, VintageKind vintageKind) implements Serializable {

    /** Published by the run of the day. */
    public static final String RUN = "run";

    /** Projected again by a later run, because no run stood there then. */
    public static final String REPLAY = "replay";

    public boolean isReplay() {
        return statedBy.equals(REPLAY);
    }

    /** Returns the last month known of a year, 0 if nothing of it was. */
    public int month(int year) {
        return cutoff.year() < year ? 0 : cutoff.lastMonth();
    }
}
