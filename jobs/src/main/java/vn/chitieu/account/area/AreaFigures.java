package vn.chitieu.account.area;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;

/** Every vintage of every figure of one area: what one task of a night works on. */
public record AreaFigures(String areaCode, List<Observation> observations) implements Serializable {

    public AreaFigures {
        observations = List.copyOf(observations);
    }

    /** Returns the figures of each area, in the order of their codes. */
    public static List<AreaFigures> of(Collection<Observation> figures) {
        Map<String, List<Observation>> byArea = new TreeMap<>();
        for (Observation figure : figures) {
            byArea.computeIfAbsent(figure.key().areaCode(), area -> new ArrayList<>())
                    .add(figure);
        }
        return byArea.entrySet().stream()
                .map(area -> new AreaFigures(area.getKey(), area.getValue()))
                .toList();
    }

    /** Returns the accounts of the area as they stood on each of some days. */
    public List<AreaAccount> accounts(SortedSet<LocalDate> days) {
        return days.stream()
                .map(day -> new AreaAccount(
                        areaCode, day, RegionalAccounts.of(areaCode, Vintages.visible(observations, day), day)))
                .toList();
    }
}
