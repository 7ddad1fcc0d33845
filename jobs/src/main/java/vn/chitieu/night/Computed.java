package vn.chitieu.night;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.account.SealedAccount;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.TrackedQuantities;
import vn.chitieu.attainment.TrackedQuantities.Quantity;
import vn.chitieu.programme.Programme;
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
     * Returns the numbers of each of some areas: of its series and of the targets of its programmes.
     *
     * @param versions as in {@link TrackedQuantities#of}
     */
    SortedMap<String, TrackedQuantities> standing(
            Collection<String> areas, Collection<Programme> programmes, Map<Quantity, Integer> versions) {
        Map<String, List<TargetAttainment>> byProgramme = verdicts.stream()
                .collect(Collectors.toMap(ProgrammeVerdicts::programmeId, ProgrammeVerdicts::attainments));
        Map<String, List<TargetAttainment>> byArea = new HashMap<>();
        programmes.forEach(programme -> byArea.computeIfAbsent(programme.areaCode(), area -> new ArrayList<>())
                .addAll(byProgramme.getOrDefault(programme.programmeId(), List.of())));
        SortedMap<String, TrackedQuantities> numbers = new TreeMap<>();
        areas.forEach(area -> numbers.put(
                area,
                TrackedQuantities.of(
                        projections.series(area).stream(), byArea.getOrDefault(area, List.of()), versions)));
        return numbers;
    }
}
