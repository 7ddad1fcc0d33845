package vn.chitieu.account.derivation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.reading.AccountItem;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.PartsOfTotal;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.MonthSpan;

/** The levels of one vintage family: the published ones and what exact arithmetic makes of them. */
final class FamilyLevels {

    private final NavigableMap<AccountItem, NavigableMap<MonthSpan, AccountValue>> levels = new TreeMap<>();

    /** Keeps the first value of an item and span. */
    void add(AccountItem accountItem, MonthSpan span, AccountValue value) {
        levels.computeIfAbsent(accountItem, any -> new TreeMap<>()).putIfAbsent(span, value);
    }

    Optional<AccountValue> level(AccountItem accountItem, MonthSpan span) {
        return Optional.ofNullable(of(accountItem).get(span));
    }

    NavigableMap<MonthSpan, AccountValue> of(AccountItem accountItem) {
        return levels.getOrDefault(accountItem, Collections.emptyNavigableMap());
    }

    Collection<AccountItem> accountItems() {
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

    static void fillFromPeriods(NavigableMap<MonthSpan, AccountValue> known) {
        Map<Integer, NavigableMap<MonthSpan, AccountValue>> years = new TreeMap<>();
        known.forEach((span, value) ->
                years.computeIfAbsent(span.year(), year -> new TreeMap<>()).put(span, value));
        years.values().removeIf(before -> before.size() < 2); // of one nothing follows, and most sources print one
        years.forEach((year, before) -> {
            for (MonthSpan wanted : MonthSpan.ofYear(year)) {
                if (!before.containsKey(wanted)) {
                    fromPeriods(before, wanted).ifPresent(value -> known.put(wanted, value));
                }
            }
        });
    }

    static Optional<AccountValue> fromPeriods(Map<MonthSpan, AccountValue> known, MonthSpan wanted) {
        return CumulatedPeriods.terms(known.keySet(), wanted).map(terms -> {
            List<AccountValue> added = new ArrayList<>();
            List<AccountValue> takenAway = new ArrayList<>();
            for (CumulatedPeriods.Term term : terms) {
                Optional.ofNullable(known.get(term.span())).ifPresent((term.sign() > 0 ? added : takenAway)::add);
            }
            return AccountValue.sum(
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
        List<AccountValue> parts = known(identity.parts(), span);
        if (parts.size() == identity.parts().size()
                && level(identity.total(), span).isEmpty()) {
            add(identity.total(), span, AccountValue.sum(MethodCode.SUM_OF_PARTS, parts, List.of()));
        }
    }

    private void fillMissingPart(PartsOfTotal identity, MonthSpan span) {
        List<AccountValue> parts = known(identity.parts(), span);
        if (parts.size() != identity.parts().size() - 1) {
            return;
        }
        for (AccountItem part : identity.parts()) {
            if (level(part, span).isEmpty()) {
                level(identity.total(), span)
                        .ifPresent(total ->
                                add(part, span, AccountValue.sum(MethodCode.TOTAL_LESS_PARTS, List.of(total), parts)));
            }
        }
    }

    List<AccountValue> known(List<AccountItem> accountItems, MonthSpan span) {
        return accountItems.stream()
                .flatMap(accountItem -> level(accountItem, span).stream())
                .toList();
    }
}
