package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;

/** What became of every series of one area and year. */
public record AreaProjection(ProjectionTask task, List<SeriesOutcome> outcomes) implements Serializable {

    private static final long serialVersionUID = 1L;

    public AreaProjection {
        outcomes = List.copyOf(outcomes);
    }
}
