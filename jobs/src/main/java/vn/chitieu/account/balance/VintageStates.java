package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/**
 * The states of knowledge that an area's figures show: of each year one or more, each with the year before as its
 * releases saw it, for a rate of growth is taken between two levels of one state of knowledge.
 */
final class VintageStates {

    /** Within so many days after a year's last figure another release starts from that state of the year. */
    static final int SAME_STATE_DAYS = 90;

    private record YearBasis(int year, PriceBasis basis) implements Comparable<YearBasis> {
        private static final Comparator<YearBasis> ORDER =
                Comparator.comparing(YearBasis::basis).thenComparingInt(YearBasis::year);

        YearBasis before() {
            return new YearBasis(year - 1, basis);
        }

        @Override
        public int compareTo(YearBasis other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<YearBasis, List<VintageState>> ofYear = new TreeMap<>();
    /** The year before, as far as a state's releases start from figures that are known of it. */
    private final Map<VintageState, VintageState> bases = new HashMap<>();
    /** The year before where a state's releases start from another state of it than its own figures show. */
    private final Map<VintageState, VintageState> silentBases = new HashMap<>();
    /** The months, of the year before, that are of the silent base. */
    private final Map<VintageState, TreeSet<MonthSpan>> silentSpans = new HashMap<>();

    private final List<VintageState> seenAsBase = new ArrayList<>();

    /** Sorts figures into states; figures of the population are of none. */
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
                key, statesOf(key, days, byDate.getOrDefault(key.before(), Collections.emptyNavigableMap()))));
        new ArrayList<>(ofYear.values()).forEach(states -> states.forEach(this::addBase));
        all().forEach(VintageStates::complete);
        ofYear.values().forEach(states -> states.forEach(VintageState::needWhatWasRevised));
    }

    private static List<VintageState> statesOf(
            YearBasis key,
            NavigableMap<LocalDate, List<BalanceInput>> days,
            NavigableMap<LocalDate, List<BalanceInput>> daysBefore) {
        List<VintageState> states = new ArrayList<>();
        for (Map.Entry<LocalDate, List<BalanceInput>> day : days.entrySet()) {
            VintageState state = states.isEmpty() ? null : states.get(states.size() - 1);
            if (state == null
                    || day.getValue().stream().anyMatch(state::isRestatedBy)
                    || state.isGrowthRestatedBy(day.getKey(), day.getValue(), daysBefore)) {
                state = new VintageState(key.year(), key.basis(), day.getKey(), state);
                states.add(state);
            }
            day.getValue().forEach(state::add);
        }
        return states;
    }

    /** Gives a state the year before: the state that it starts from, and where this is not known one of its own. */
    private void addBase(VintageState state) {
        List<BalanceInput> comparing = state.inputs().stream()
                .filter(input -> input.kind().isAgainstYearBefore())
                .toList();
        List<VintageState> known =
                ofYear.computeIfAbsent(new YearBasis(state.year() - 1, state.basis()), key -> new ArrayList<>());
        if (known.isEmpty() && !comparing.isEmpty()) {
            known.add(new VintageState(state.year() - 1, state.basis(), state.opened(), null));
        }
        Optional<VintageState> seen = known.stream()
                .filter(base -> !base.opened().isAfter(state.last()))
                .reduce((earlier, later) -> later)
                .or(() -> known.stream().findFirst());
        if (seen.isEmpty()) {
            return;
        }
        bases.put(state, seen.get());
        for (BalanceInput input : comparing) {
            MonthSpan span = input.span().yearBefore();
            VintageState base = seen.get();
            if (!isSeenOn(input.knownOn(), base, span)) {
                base = silentBase(state, base);
                silentSpans.computeIfAbsent(state, any -> new TreeSet<>()).add(span);
            }
            base.need(span, input.item());
            base.need(span, GrdpCodes.TOTAL);
        }
    }

    /** Returns whether a rate that is released on a day starts from a state of the months that it compares with. */
    private static boolean isSeenOn(LocalDate day, VintageState base, MonthSpan span) {
        return base.lastNews(span)
                .map(latest -> !latest.plusDays(SAME_STATE_DAYS).isBefore(day))
                .orElse(true);
    }

    private VintageState silentBase(VintageState state, VintageState known) {
        VintageState base = silentBases.get(state);
        if (base == null) {
            VintageState revised = state.revised()
                    .flatMap(before -> Optional.ofNullable(silentBases.get(before)))
                    .orElse(known);
            base = new VintageState(state.year() - 1, state.basis(), state.opened(), revised);
            silentBases.put(state, base);
            seenAsBase.add(base);
        }
        return base;
    }

    /** Adds the cumulated months that quarters complete, and both parts of the second sector where one is needed. */
    private static void complete(VintageState state) {
        for (int last = 6; last <= 12; last += 3) {
            if (state.spans().contains(new MonthSpan(state.year(), 1, last - 3))
                    && state.spans().contains(new MonthSpan(state.year(), last - 2, last))) {
                state.need(new MonthSpan(state.year(), 1, last));
            }
        }
        if (state.items().contains("BTE") || state.items().contains("F")) {
            state.need("BTE");
            state.need("F");
        }
    }

    /** Returns the year before as releases of a state saw some months of it. */
    Optional<VintageState> baseOf(VintageState state, MonthSpan spanBefore) {
        boolean isSilent = silentSpans.getOrDefault(state, new TreeSet<>()).contains(spanBefore);
        return Optional.ofNullable((isSilent ? silentBases : bases).get(state));
    }

    /** Returns every state, each after the one that it revises, those seen as a base only last. */
    List<VintageState> all() {
        List<VintageState> all = new ArrayList<>();
        ofYear.values().forEach(all::addAll);
        all.addAll(seenAsBase);
        return all;
    }

    /** Returns the latest state of every year that figures are about. */
    Collection<VintageState> latest() {
        return ofYear.values().stream()
                .filter(states -> !states.isEmpty())
                .map(states -> states.get(states.size() - 1))
                .toList();
    }

    /** Returns the latest state of a year if figures are about it. */
    Optional<VintageState> latest(int year, PriceBasis basis) {
        List<VintageState> states = ofYear.getOrDefault(new YearBasis(year, basis), List.of());
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
    }
}
