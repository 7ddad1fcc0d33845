package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;

/**
 * The areas below one area in the last period that any of them reports, against those that reported the year before:
 * regularly is in at least {@code min_share} of its periods. Areas are looked at one after the other, and of each it is
 * remembered only that it reported.
 */
final class ReportingUnits {

    private static final int FEWEST_UNITS = 2;

    private final Codelists codelists;
    private final Map<List<Object>, NavigableMap<Period, Reports>> groups = new LinkedHashMap<>();

    ReportingUnits(Codelists codelists) {
        this.codelists = codelists;
    }

    /** Who reported a period. */
    private record Reports(Observation first, SortedSet<String> areas) {}

    /** Takes the figures of one area, the areas being in the order of their codes. */
    void add(KnownFigures known) {
        for (Observation figure : known.latest()) {
            Optional<String> whole = known.areaAbove(figure);
            if (whole.isPresent() && ReportingChecks.isOfPeriods(known, figure)) {
                ObservationKey key = figure.key();
                NavigableMap<Period, Reports> group = groups.computeIfAbsent(
                        List.of(
                                whole.get(),
                                key.indicatorCode(),
                                key.activityCode(),
                                key.priceBasis(),
                                key.period().frequency()),
                        k -> new TreeMap<>());
                group.computeIfAbsent(key.period(), p -> new Reports(figure, new TreeSet<>()))
                        .areas()
                        .add(key.areaCode());
                group.headMap(yearBefore(group.lastKey())).clear();
            }
        }
    }

    private static Period yearBefore(Period last) {
        return last.inYear(last.year() - 1);
    }

    /** Judges what was taken. */
    void check(ValidationRule rule, Results results) {
        groups.values().forEach(group -> check(group, rule, results));
    }

    private void check(NavigableMap<Period, Reports> group, ValidationRule rule, Results results) {
        Period last = group.lastKey();
        Reports ofLast = group.lastEntry().getValue();
        Map<String, Integer> reports = new TreeMap<>();
        group.headMap(last).values().forEach(ofPeriod -> ofPeriod.areas()
                .forEach(area -> reports.merge(area, 1, Integer::sum)));
        TreeSet<String> regular = new TreeSet<>();
        reports.forEach((area, count) -> {
            if (count >= rule.tolerance("min_share") * last.frequency().periodsPerYear()) {
                regular.add(area);
            }
        });
        if (regular.size() < FEWEST_UNITS) {
            return;
        }
        TreeSet<String> missing = new TreeSet<>(regular);
        missing.removeAll(ofLast.areas());
        if (missing.isEmpty()) {
            results.pass();
        } else {
            results.fail(
                    ofLast.first(),
                    missing.size(),
                    Map.of(
                            "period", last,
                            "value", BigDecimal.valueOf(regular.size() - missing.size()),
                            "other", BigDecimal.valueOf(regular.size()),
                            "parts",
                                    missing.stream()
                                            .map(area -> Objects.requireNonNull(
                                                    codelists.areas().get(area), area))
                                            .toList()));
        }
    }
}
