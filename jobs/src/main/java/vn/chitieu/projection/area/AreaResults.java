package vn.chitieu.projection.area;

import java.util.List;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.projection.SealedProjection;

/**
 * What was made of areas.
 *
 * @param accounts one of each area and day, in their order
 * @param projections of each area and year, in their order
 */
public record AreaResults(List<SealedAccount> accounts, List<SealedProjection> projections) {

    public AreaResults {
        accounts = List.copyOf(accounts);
        projections = List.copyOf(projections);
    }
}
