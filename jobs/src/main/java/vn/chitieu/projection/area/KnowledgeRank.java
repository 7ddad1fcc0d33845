package vn.chitieu.projection.area;

import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.sparse.AnnualProjection;

/**
 * How much is known of a series.
 *
 * @param month the last month of the projected year that a figure covers which the projection goes on from; 0 if none
 *     does
 * @param lastYear the last earlier year with an annual value; 0 if there is none
 */
public record KnowledgeRank(int month, int lastYear) {

    public static KnowledgeRank of(SeriesProjection projection) {
        boolean isComplete = projection.distribution() instanceof KnownValue;
        int month = projection.lastPeriod() == null
                        || projection.observedPeriods() == 0
                        || projection.method().code().equals(AnnualProjection.METHOD)
                ? 0
                : projection.lastPeriod().lastMonth();
        int last = projection.history().stream().mapToInt(PastYear::year).max().orElse(0);
        return new KnowledgeRank(isComplete ? 12 : month, last);
    }

    /** Returns whether the other is known further into the year or, where nothing of it is, to a later year. */
    boolean isLessThan(KnowledgeRank other) {
        return month != other.month ? month < other.month : month == 0 && lastYear < other.lastYear;
    }
}
