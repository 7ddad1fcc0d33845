package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;

/** What became of every series of one area and year. */
public record AreaProjection(ProjectionTask task, List<SeriesOutcome> outcomes) implements Serializable {

    public AreaProjection {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the projections, without the series that have none. */
    public List<SeriesProjection> series() {
        return outcomes.stream()
                .filter(SeriesProjection.class::isInstance)
                .map(SeriesProjection.class::cast)
                .toList();
    }
}
