package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.balance.BalanceInput.Subject;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/**
 * A year's figures as one state of knowledge saw them: figures that no one restated between the dates of the first and
 * the last of them. Where a figure is restated another state of the year begins.
 */
final class VintageState {

    private final int year;
    private final PriceBasis basis;
    private final LocalDate opened;
    private final @Nullable VintageState revised;
    private final List<BalanceInput> inputs = new ArrayList<>();
    private final Map<Subject, List<BalanceInput>> bySubject = new HashMap<>();
    private final NavigableMap<MonthSpan, LocalDate> lastFigures = new TreeMap<>();
    private final NavigableMap<MonthSpan, LocalDate> lastNews = new TreeMap<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<MonthSpan> spans = new TreeSet<>();
    private final TreeSet<String> items = new TreeSet<>();
    private LocalDate last;

    /**
     * Opens a state.
     *
     * @param revised the state of the same year that this one revises
     */
    VintageState(int year, PriceBasis basis, LocalDate opened, @Nullable VintageState revised) {
        this.year = year;
        this.basis = basis;
        this.opened = opened;
        this.revised = revised;
        this.last = opened;
    }

    /** Adds a figure, none before one that was known earlier. */
    void add(BalanceInput input) {
        List<BalanceInput> known = bySubject.computeIfAbsent(input.subject(), any -> new ArrayList<>());
        boolean isRepeat = known.stream().anyMatch(input::isSameValue);
        boolean isNews = known.stream()
                .noneMatch(earlier -> earlier.knownOn().isBefore(input.knownOn()) && earlier.isSameValue(input));
        inputs.add(input);
        known.add(input);
        days.add(input.knownOn());
        last = !isRepeat && input.knownOn().isAfter(last) ? input.knownOn() : last;
        lastFigures.merge(input.span(), input.knownOn(), VintageState::later);
        if (isNews) {
            lastNews.merge(input.span(), input.knownOn(), VintageState::later);
        }
        need(input.span(), input.item());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** Makes some months of an item belong to the account. */
    void need(MonthSpan span, String item) {
        need(span);
        need(item);
    }

    /** Makes some months belong to the account. */
    void need(MonthSpan span) {
        spans.add(span);
    }

    /** Makes an item belong to the account. */
    void need(String item) {
        items.add(item);
    }

    /** Makes the months and items of the state that this one revises belong to the account. */
    void needWhatWasRevised() {
        if (revised != null) {
            spans.addAll(revised.spans);
            items.addAll(revised.items);
        }
    }

    int year() {
        return year;
    }

    PriceBasis basis() {
        return basis;
    }

    /** Returns when its first figure was published. */
    LocalDate opened() {
        return opened;
    }

    /** Returns when its last figure that was not known before was published. */
    LocalDate last() {
        return last;
    }

    /** Returns the state that this one revises. */
    Optional<VintageState> revised() {
        return Optional.ofNullable(revised);
    }

    /** Returns its figures in the order in which they became known. */
    List<BalanceInput> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** Returns its figures of one subject in the order in which they became known. */
    List<BalanceInput> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Returns whether it has a level in print. */
    boolean hasLevel(String item, MonthSpan span) {
        return !levels(item, span).isEmpty();
    }

    /** Returns its levels of an item over some months. */
    List<BalanceInput> levels(String item, MonthSpan span) {
        return of(new Subject(FigureKind.LEVEL, item, "", basis, span));
    }

    SortedSet<MonthSpan> spans() {
        return Collections.unmodifiableSortedSet(spans);
    }

    SortedSet<String> items() {
        return Collections.unmodifiableSortedSet(items);
    }

    /** Returns when the last figure of the months that figures are about was published, known before or not. */
    NavigableMap<MonthSpan, LocalDate> lastFigures() {
        return Collections.unmodifiableNavigableMap(lastFigures);
    }

    /** Returns when the last figure of some months that was not known before was published. */
    Optional<LocalDate> lastNews(MonthSpan span) {
        return Optional.ofNullable(lastNews.get(span));
    }

    /** Returns whether a figure restates one that this state has. */
    boolean isRestatedBy(BalanceInput input) {
        return of(input.subject()).stream()
                .anyMatch(known -> known.knownOn().isBefore(input.knownOn()) && !known.isSameValue(input));
    }

    /**
     * Returns whether the figures of a day restate growth without printing it again: levels of this year and the year
     * before that give another rate than the state has, or a rate other than its levels give.
     *
     * @param ofYearBefore figures of the year before by the day of their release
     */
    boolean isGrowthRestatedBy(
            LocalDate day, List<BalanceInput> ofDay, Map<LocalDate, List<BalanceInput>> ofYearBefore) {
        return isOtherGrowth(inputs, rate -> ofDay, ofYearBefore.getOrDefault(day, List.of()), day)
                || days.headSet(day).stream()
                        .anyMatch(earlier -> isOtherGrowth(
                                ofDay,
                                rate -> levels(rate.item(), rate.span()),
                                ofYearBefore.getOrDefault(earlier, List.of()),
                                earlier));
    }

    /**
     * Returns whether levels of a day give another rate than one that is printed on another day.
     *
     * @param levels among which those that a rate leads to are
     */
    private static boolean isOtherGrowth(
            List<BalanceInput> rates,
            Function<BalanceInput, List<BalanceInput>> levels,
            List<BalanceInput> levelsBefore,
            LocalDate day) {
        return rates.stream()
                .filter(rate ->
                        rate.kind() == FigureKind.GROWTH && !rate.knownOn().equals(day))
                .anyMatch(rate -> level(levels.apply(rate), rate.item(), rate.span(), day)
                        .flatMap(now -> level(
                                        levelsBefore, rate.item(), rate.span().yearBefore(), day)
                                .map(then -> isOtherGrowth(rate, now, then)))
                        .orElse(false));
    }

    private static Optional<BalanceInput> level(List<BalanceInput> inputs, String item, MonthSpan span, LocalDate day) {
        return inputs.stream()
                .filter(input -> input.kind() == FigureKind.LEVEL
                        && input.item().equals(item)
                        && input.span().equals(span)
                        && input.knownOn().equals(day))
                .findFirst();
    }

    private static boolean isOtherGrowth(BalanceInput rate, BalanceInput now, BalanceInput then) {
        if (!(then.value() > 0)) {
            return false;
        }
        double ofLevels = 100 * now.value() / then.value() - 100;
        double rounding = 100 * (now.halfUnit() + then.halfUnit() * now.value() / then.value()) / then.value();
        return !PrintedRounding.agree(ofLevels, rate.value(), rate.halfUnit() + rounding);
    }
}
