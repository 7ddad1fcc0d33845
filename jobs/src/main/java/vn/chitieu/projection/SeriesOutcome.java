package vn.chitieu.projection;

import java.io.Serializable;

/** What can be said of the year-end of a series: a projection, or why there is none. */
public sealed interface SeriesOutcome extends Serializable permits SeriesProjection, SeriesRefusal {

    SeriesId id();

    int year();
}
