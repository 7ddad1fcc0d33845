package vn.chitieu.projection;

import java.io.Serializable;

/** What became of one series: a projection, or the reason why there is none. */
public sealed interface SeriesOutcome extends Serializable permits SeriesProjection, NotProjectable {

    /** Returns which series it is. */
    SeriesProjection.SeriesId id();

    /** Returns the projected year. */
    int year();
}
