package vn.chitieu.account.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Observation;

/** Observations of all areas, looked through once however many merged areas are asked for. */
public final class FiguresOfTerritories {

    /** An observation and its place among all. */
    private record Placed(int place, Observation observation) {}

    private final Map<String, List<Placed>> byArea = new HashMap<>();

    public FiguresOfTerritories(Collection<Observation> observations) {
        int place = 0;
        for (Observation observation : observations) {
            byArea.computeIfAbsent(observation.key().areaCode(), area -> new ArrayList<>())
                    .add(new Placed(place, observation));
            place++;
        }
    }

    /** Returns the observations of a merged area and of its parts, in the order given. */
    public List<Observation> of(String whole, List<AreaPart> parts) {
        Set<String> areas = new TreeSet<>(Set.of(whole));
        parts.forEach(part -> areas.add(part.partCode()));
        return areas.stream()
                .flatMap(area -> byArea.getOrDefault(area, List.of()).stream())
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::observation)
                .toList();
    }
}
