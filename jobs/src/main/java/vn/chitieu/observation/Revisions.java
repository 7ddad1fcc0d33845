package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that were reported with several values by a day. */
public final class Revisions {

    private Revisions() {}

    /**
     * Returns a revision for every figure with at least two different values, in the order of the keys.
     *
     * <p>Only sources dated on or before the day count: what an archive stamped later shows was not known yet.
     */
    public static List<Revision> of(Collection<Observation> observations, LocalDate asOf) {
        Map<ObservationKey, List<Observation>> byKey = new TreeMap<>(Vintages.KEY_ORDER);
        for (Observation vintage : Vintages.visible(observations, asOf)) {
            if (!vintage.sourceDate().isAfter(asOf)) {
                byKey.computeIfAbsent(vintage.key(), key -> new ArrayList<>()).add(vintage);
            }
        }
        List<Revision> revisions = new ArrayList<>();
        for (List<Observation> vintages : byKey.values()) {
            long values = vintages.stream()
                    .map(vintage -> vintage.value().stripTrailingZeros())
                    .distinct()
                    .count();
            if (values > 1) {
                revisions.add(revision(vintages, asOf));
            }
        }
        return List.copyOf(revisions);
    }

    private static Revision revision(List<Observation> vintages, LocalDate asOf) {
        LocalDate firstDate =
                Collections.min(vintages.stream().map(Observation::sourceDate).toList());
        Observation first = Collections.min(
                vintages.stream()
                        .filter(vintage -> vintage.sourceDate().equals(firstDate))
                        .toList(),
                Vintages.preference(asOf));
        Observation latest = Vintages.latest(vintages, asOf);
        return new Revision(
                first.key(),
                latest.unitCode(),
                first.value(),
                first.sourceDate(),
                latest.value(),
                latest.sourceDate(),
                vintages.size());
    }
}
