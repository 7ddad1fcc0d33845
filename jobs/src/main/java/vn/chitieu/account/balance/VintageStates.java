package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/**
 * The states of knowledge that an area's figures show: of each year one or more views, each with the year before as its
 * releases saw it, for a rate of growth is taken between two levels of one state of knowledge.
 */
final class VintageStates {

    private record YearBasis(int year, PriceBasis basis) implements Comparable<YearBasis> {
        private static final Comparator<YearBasis> ORDER =
                Comparator.comparing(YearBasis::basis).thenComparingInt(YearBasis::year);

        @Override
        public int compareTo(YearBasis other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<YearBasis, List<VintageState>> ofYear = new TreeMap<>();
    private final List<VintageState> seenAsBase = new ArrayList<>();

    /** Sorts figures into views; figures of the population are of no view. */
    VintageStates(List<BalanceInput> inputs) {
        Map<YearBasis, NavigableMap<LocalDate, List<BalanceInput>>> byDate = new TreeMap<>();
        for (BalanceInput input : inputs) {
            if (input.kind() != FigureKind.POPULATION) {
                byDate.computeIfAbsent(new YearBasis(input.span().year(), input.basis()), key -> new TreeMap<>())
                        .computeIfAbsent(input.knownOn(), day -> new ArrayList<>())
                        .add(input);
            }
        }
        byDate.forEach((key, days) -> ofYear.put(
                key,
                viewsOf(
                        key,
                        days,
                        byDate.getOrDefault(
                                new YearBasis(key.year() - 1, key.basis()), Collections.emptyNavigableMap()))));
        new ArrayList<>(ofYear.values()).forEach(views -> views.forEach(this::addBase));
        all().forEach(VintageState::close);
        for (List<VintageState> views : ofYear.values()) {
            for (VintageState view : views) {
                if (view.before != null) {
                    view.spans.addAll(view.before.spans);
                    view.furtherItems.addAll(view.before.furtherItems);
                }
            }
        }
    }

    private static List<VintageState> viewsOf(
            YearBasis key,
            NavigableMap<LocalDate, List<BalanceInput>> days,
            NavigableMap<LocalDate, List<BalanceInput>> daysBefore) {
        List<VintageState> views = new ArrayList<>();
        for (Map.Entry<LocalDate, List<BalanceInput>> day : days.entrySet()) {
            VintageState view = views.isEmpty() ? null : views.get(views.size() - 1);
            if (view == null
                    || day.getValue().stream().anyMatch(view::isRestatedBy)
                    || view.isGrowthRestatedBy(day.getKey(), day.getValue(), daysBefore)) {
                VintageState next = new VintageState(key.year(), key.basis(), day.getKey());
                next.before = view;
                views.add(next);
                view = next;
            }
            for (BalanceInput input : day.getValue()) {
                view.add(input);
                view.need(input.span(), input.item());
            }
        }
        return views;
    }

    /** Gives a view the year before: the state that it starts from, and where this is not known one of its own. */
    private void addBase(VintageState view) {
        List<BalanceInput> comparing = view.inputs.stream()
                .filter(input -> input.kind().isAgainstYearBefore())
                .toList();
        List<VintageState> known =
                ofYear.computeIfAbsent(new YearBasis(view.year - 1, view.basis), key -> new ArrayList<>());
        if (known.isEmpty() && !comparing.isEmpty()) {
            known.add(new VintageState(view.year - 1, view.basis, view.opened));
        }
        Optional<VintageState> seen = known.stream()
                .filter(base -> !base.opened.isAfter(view.last))
                .reduce((earlier, later) -> later)
                .or(() -> known.stream().findFirst());
        if (seen.isEmpty()) {
            return;
        }
        view.base = seen.get();
        for (BalanceInput input : comparing) {
            MonthSpan span = input.span().yearBefore();
            VintageState base = seen.get();
            if (!base.isSeenOn(input.knownOn(), span)) {
                base = silentBase(view, base);
                view.silent.add(span);
            }
            base.need(span, input.item());
            base.need(span, GrdpCodes.TOTAL);
        }
    }

    private VintageState silentBase(VintageState view, VintageState known) {
        VintageState base = view.silentBase;
        if (base == null) {
            base = new VintageState(view.year - 1, view.basis, view.opened);
            base.before = view.before != null && view.before.silentBase != null ? view.before.silentBase : known;
            view.silentBase = base;
            seenAsBase.add(base);
        }
        return base;
    }

    /** Returns every view, each after the one that it revises, those seen as a base only last. */
    List<VintageState> all() {
        List<VintageState> all = new ArrayList<>();
        ofYear.values().forEach(all::addAll);
        all.addAll(seenAsBase);
        return all;
    }

    /** Returns the latest view of every year that figures are about. */
    Collection<VintageState> latest() {
        return ofYear.values().stream()
                .filter(views -> !views.isEmpty())
                .map(views -> views.get(views.size() - 1))
                .toList();
    }
}
