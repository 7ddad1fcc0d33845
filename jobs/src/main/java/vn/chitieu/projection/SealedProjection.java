package vn.chitieu.projection;

import java.io.Serializable;
import java.util.ArrayList;
import vn.chitieu.catalog.rows.Sealed;

/**
 * What became of the series of one area and year, as a task made it: small until it is opened.
 *
 * @param outcomes the same whatever day they are seen from, as long as nothing is known more
 */
public record SealedProjection(ProjectionTask task, Sealed<ArrayList<SeriesOutcome>> outcomes) implements Serializable {

    public static SealedProjection of(AreaProjection projection) {
        return new SealedProjection(projection.task(), Sealed.of(new ArrayList<>(projection.outcomes())));
    }

    public AreaProjection open() {
        return new AreaProjection(task, outcomes.open());
    }
}
