package vn.chitieu.night;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.SeriesProjection;

/** What the stages before the tables made of one day. */
record Computed(List<SealedAccount> accounts, List<AreaProjection> projections, List<ProgrammeVerdicts> verdicts) {

    Computed {
        accounts = List.copyOf(accounts);
        projections = List.copyOf(projections);
        verdicts = List.copyOf(verdicts);
    }

    List<SeriesProjection> series() {
        return projections.stream()
                .flatMap(area -> area.outcomes().stream())
                .flatMap(outcome ->
                        outcome instanceof SeriesProjection projection ? Stream.of(projection) : Stream.empty())
                .toList();
    }

    List<TargetAttainment> attainments() {
        return verdicts.stream()
                .flatMap(programme -> programme.attainments().stream())
                .toList();
    }

    TrackedQuantities standing(Map<TrackedQuantities.Quantity, Integer> versions) {
        return TrackedQuantities.of(series(), attainments(), versions);
    }
}
