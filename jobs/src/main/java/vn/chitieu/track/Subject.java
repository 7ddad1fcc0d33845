package vn.chitieu.track;

import java.io.Serializable;
import java.util.Comparator;
import vn.chitieu.projection.SeriesId;

/**
 * What a statement is about: the year of a series, or of a target in its own measure.
 *
 * @param series of a target its area, indicator and activity
 * @param programmeId empty for a series, as is {@code targetId}
 */
public record Subject(SeriesId series, int year, String unitCode, String programmeId, String targetId)
        implements Comparable<Subject>, Serializable {

    private static final Comparator<Subject> BY_VARIABLE = Comparator.comparing(Subject::variable);

    static Subject of(SeriesId series, int year, String unitCode) {
        return new Subject(series, year, unitCode, "", "");
    }

    public boolean isTarget() {
        return !programmeId.isEmpty();
    }

    /** Returns the name of the series, or programme and target. */
    public String variable() {
        return isTarget() ? programmeId + "." + targetId : series.toString();
    }

    @Override
    public int compareTo(Subject other) {
        boolean areSeries = !isTarget() && !other.isTarget(); // whose ids are in the order of their texts
        int order = areSeries ? series.compareTo(other.series) : BY_VARIABLE.compare(this, other);
        return order == 0 ? Integer.compare(year, other.year) : order;
    }
}
