package vn.chitieu.projection.area;

import java.io.Serializable;
import java.util.List;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.projection.sparse.GrowthReference;

/**
 * What is told of an area as seen from a day: that travels, not its series.
 *
 * @param growth what its series say of growth, or none where they say nothing; nothing of what is rebuilt, for the
 *     parts have said it
 */
record AreaStatement(SealedAccount account, List<GrowthReference> growth) implements Serializable {

    AreaStatement {
        growth = List.copyOf(growth);
    }
}
