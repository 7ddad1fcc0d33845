package vn.chitieu.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The levels of one vintage family: the published ones and what exact arithmetic makes of them. */
final class FamilyLevels {

    private final NavigableMap<Slot, NavigableMap<MonthSpan, Reading>> levels = new TreeMap<>();

    /** Keeps the first reading of an item and span. */
    void add(Slot slot, MonthSpan span, Reading reading) {
        levels.computeIfAbsent(slot, any -> new TreeMap<>()).putIfAbsent(span, reading);
    }

    Optional<Reading> level(Slot slot, MonthSpan span) {
        return Optional.ofNullable(of(slot).get(span));
    }

    NavigableMap<MonthSpan, Reading> of(Slot slot) {
        return levels.getOrDefault(slot, Collections.emptyNavigableMap());
    }

    Collection<Slot> slots() {
        return levels.keySet();
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    /** Adds, for every span, a total whose parts are all known, and a part that alone is missing. */
    void fillFromParts(List<PartsOfTotal> identities) {
        for (PartsOfTotal identity : identities) {
            for (MonthSpan span : spansOf(identity)) {
                fillTotal(identity, span);
                fillMissingPart(identity, span);
            }
        }
    }

    /** Adds, for every span, a total whose parts are all known. */
    void fillTotals(List<PartsOfTotal> identities) {
        for (PartsOfTotal identity : identities) {
            spansOf(identity).forEach(span -> fillTotal(identity, span));
        }
    }

    /** Adds months, quarters and cumulated figures that are sums or differences of known ones. */
    void fillFromPeriods() {
        levels.values().forEach(FamilyLevels::fillFromPeriods);
    }

    static void fillFromPeriods(NavigableMap<MonthSpan, Reading> known) {
        NavigableMap<MonthSpan, Reading> before = new TreeMap<>(known);
        TreeSet<Integer> years = new TreeSet<>();
        before.keySet().forEach(span -> years.add(span.year()));
        for (int year : years) {
            for (MonthSpan wanted : MonthSpan.ofYear(year)) {
                if (!before.containsKey(wanted)) {
                    fromPeriods(before, wanted).ifPresent(reading -> known.put(wanted, reading));
                }
            }
        }
    }

    private static Optional<Reading> fromPeriods(Map<MonthSpan, Reading> known, MonthSpan wanted) {
        return CumulatedPeriods.terms(known.keySet(), wanted).map(terms -> {
            List<Reading> added = new ArrayList<>();
            List<Reading> takenAway = new ArrayList<>();
            for (CumulatedPeriods.Term term : terms) {
                Optional.ofNullable(known.get(term.span())).ifPresent((term.sign() > 0 ? added : takenAway)::add);
            }
            return Reading.sum(
                    takenAway.isEmpty() ? MethodCode.SUM_OF_PERIODS : MethodCode.DIFFERENCE_OF_PERIODS,
                    added,
                    takenAway);
        });
    }

    private Collection<MonthSpan> spansOf(PartsOfTotal identity) {
        TreeSet<MonthSpan> spans = new TreeSet<>(of(identity.total()).keySet());
        identity.parts().forEach(part -> spans.addAll(of(part).keySet()));
        return spans;
    }

    private void fillTotal(PartsOfTotal identity, MonthSpan span) {
        List<Reading> parts = known(identity.parts(), span);
        if (parts.size() == identity.parts().size()
                && level(identity.total(), span).isEmpty()) {
            add(identity.total(), span, Reading.sum(MethodCode.SUM_OF_PARTS, parts, List.of()));
        }
    }

    private void fillMissingPart(PartsOfTotal identity, MonthSpan span) {
        List<Reading> parts = known(identity.parts(), span);
        if (parts.size() != identity.parts().size() - 1) {
            return;
        }
        for (Slot part : identity.parts()) {
            if (level(part, span).isEmpty()) {
                level(identity.total(), span)
                        .ifPresent(total ->
                                add(part, span, Reading.sum(MethodCode.TOTAL_LESS_PARTS, List.of(total), parts)));
            }
        }
    }

    List<Reading> known(List<Slot> slots, MonthSpan span) {
        return slots.stream().flatMap(slot -> level(slot, span).stream()).toList();
    }
}
