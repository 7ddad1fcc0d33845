package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/**
 * A year's account as one state of knowledge saw it: figures that no one restated between the dates of the first and
 * the last of them. Where a figure is restated another view of the year begins.
 */
final class VintageState {

    /** Within so many days after a year's last figure another release starts from that state of the year. */
    private static final int SAME_STATE_DAYS = 90;

    final int year;
    final PriceBasis basis;
    final List<BalanceInput> inputs = new ArrayList<>();
    final TreeSet<MonthSpan> spans = new TreeSet<>();
    final TreeSet<String> furtherItems = new TreeSet<>();
    final Map<MonthSpan, NavigableMap<String, Integer>> cells = new TreeMap<>();
    LocalDate opened;
    /** When its last figure that was not known before was published. */
    LocalDate last;
    /** The view that this one revises. */
    @Nullable
    VintageState before;
    /** The year before, as far as this view's releases start from figures that are known of it. */
    @Nullable
    VintageState base;
    /** The year before where this view's releases start from another state of it than its own figures show. */
    @Nullable
    VintageState silentBase;
    /** The months, of the year before, that are of the silent base. */
    final TreeSet<MonthSpan> silent = new TreeSet<>();

    VintageState(int year, PriceBasis basis, LocalDate opened) {
        this.year = year;
        this.basis = basis;
        this.opened = opened;
        this.last = opened;
    }

    void add(BalanceInput input) {
        boolean isRepeat = inputs.stream().anyMatch(known -> known.isSameSubject(input) && known.isSameValue(input));
        inputs.add(input);
        last = !isRepeat && input.knownOn().isAfter(last) ? input.knownOn() : last;
    }

    /** Returns whether a figure restates one that this view has. */
    boolean isRestatedBy(BalanceInput input) {
        return inputs.stream()
                .anyMatch(known -> known.isSameSubject(input)
                        && known.knownOn().isBefore(input.knownOn())
                        && !known.isSameValue(input));
    }

    /**
     * Returns whether the figures of a day restate growth without printing it again: levels of this year and the year
     * before that give another rate than the view has, or a rate other than its levels give.
     *
     * @param ofYearBefore figures of the year before by the day of their release
     */
    boolean isGrowthRestatedBy(
            LocalDate day, List<BalanceInput> ofDay, Map<LocalDate, List<BalanceInput>> ofYearBefore) {
        return isOtherGrowth(inputs, ofDay, ofYearBefore.getOrDefault(day, List.of()), day)
                || inputs.stream()
                        .filter(known -> known.knownOn().isBefore(day))
                        .map(BalanceInput::knownOn)
                        .distinct()
                        .anyMatch(earlier ->
                                isOtherGrowth(ofDay, inputs, ofYearBefore.getOrDefault(earlier, List.of()), earlier));
    }

    /** Returns whether levels of a day give another rate than one that is printed on another day. */
    private static boolean isOtherGrowth(
            List<BalanceInput> rates, List<BalanceInput> levels, List<BalanceInput> levelsBefore, LocalDate day) {
        return rates.stream()
                .filter(rate ->
                        rate.kind() == FigureKind.GROWTH && !rate.knownOn().equals(day))
                .anyMatch(rate -> level(levels, rate.item(), rate.span(), day)
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

    /** Returns when the last figure of some months that was not known before was published. */
    private Optional<LocalDate> lastOf(MonthSpan span) {
        return inputs.stream()
                .filter(input -> input.span().equals(span))
                .filter(input -> inputs.stream()
                        .noneMatch(known -> known.knownOn().isBefore(input.knownOn())
                                && known.isSameSubject(input)
                                && known.isSameValue(input)))
                .map(BalanceInput::knownOn)
                .max(LocalDate::compareTo);
    }

    /** Returns whether a rate that is released on a day starts from this state of the months that it compares with. */
    boolean isSeenOn(LocalDate day, MonthSpan span) {
        return lastOf(span)
                .map(latest -> !latest.plusDays(SAME_STATE_DAYS).isBefore(day))
                .orElse(true);
    }

    /** Returns the year before as releases of this view saw some months of it. */
    @Nullable
    VintageState baseOf(MonthSpan spanBefore) {
        return silent.contains(spanBefore) ? silentBase : base;
    }

    void need(MonthSpan span, String item) {
        spans.add(span);
        if (!item.equals(GrdpCodes.TOTAL) && !GrdpCodes.PARTS.contains(item)) {
            furtherItems.add(item);
        }
    }

    /** Adds the cumulated spans that quarters complete. */
    void close() {
        for (int last = 6; last <= 12; last += 3) {
            if (spans.contains(new MonthSpan(year, 1, last - 3))
                    && spans.contains(new MonthSpan(year, last - 2, last))) {
                spans.add(new MonthSpan(year, 1, last));
            }
        }
        if (furtherItems.contains("BTE") || furtherItems.contains("F")) {
            furtherItems.add("BTE");
            furtherItems.add("F");
        }
    }

    /** Returns the items of the account, totals first. */
    List<String> items() {
        List<String> items = new ArrayList<>(List.of(GrdpCodes.TOTAL, "S1", "S2"));
        items.addAll(furtherItems);
        items.addAll(List.of("S3", GrdpCodes.NET_TAXES));
        return items;
    }

    boolean has(String item, MonthSpan span) {
        return cells.getOrDefault(span, Collections.emptyNavigableMap()).containsKey(item);
    }

    int cell(String item, MonthSpan span) {
        Integer cell = cells.getOrDefault(span, Collections.emptyNavigableMap()).get(item);
        if (cell == null) {
            throw new IllegalStateException("Expecting a cell of " + item + " over " + span + " but there is none");
        }
        return cell;
    }
}
