package vn.chitieu.night;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.projection.AreaProjections;

/** What the stages before the tables made of one day. */
record Computed(List<SealedAccount> accounts, AreaProjections projections, List<ProgrammeVerdicts> verdicts) {

    Computed {
        accounts = List.copyOf(accounts);
        verdicts = List.copyOf(verdicts);
    }

    List<TargetAttainment> attainments() {
        return verdicts.stream()
                .flatMap(programme -> programme.attainments().stream())
                .toList();
    }

    /**
     * Returns the numbers of every target and of the series of some areas.
     *
     * @param versions as in {@link TrackedQuantities#of}
     */
    TrackedQuantities standing(Collection<String> areas, Map<TrackedQuantities.Quantity, Integer> versions) {
        return TrackedQuantities.of(
                areas.stream().flatMap(area -> projections.series(area).stream()), attainments(), versions);
    }
}
