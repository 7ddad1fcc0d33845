package vn.chitieu.projection;

import java.io.Serializable;
import vn.chitieu.catalog.rows.Sealed;

/** What became of the series of one area and year, as a task made it: small until it is opened. */
public record SealedProjection(ProjectionTask task, Sealed<AreaProjection> projection) implements Serializable {

    public static SealedProjection of(AreaProjection projection) {
        return new SealedProjection(projection.task(), Sealed.of(projection));
    }

    public AreaProjection open() {
        return projection.open();
    }
}
