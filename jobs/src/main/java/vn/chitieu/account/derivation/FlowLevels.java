package vn.chitieu.account.derivation;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PeriodName;

/**
 * The levels of one flow, such as exports: as published, and sums or differences of what one family published. Only
 * where no family carries a span are figures of several sources put together, and the method says so.
 */
final class FlowLevels {

    /** A level with the family that it is of; empty if it is of several. */
    record FlowLevel(AccountValue value, Optional<Family> family) {}

    private static final int SHORTEST_ACROSS_SOURCES = 3;

    private final VisibleVintages visible;
    private final VisibleVintages.Line line;
    private final NavigableMap<Family, NavigableMap<MonthSpan, AccountValue>> families;
    private final NavigableMap<MonthSpan, AccountValue> mixed = new TreeMap<>();

    private FlowLevels(VisibleVintages visible, VisibleVintages.Line line, boolean acrossSources) {
        this.visible = visible;
        this.line = line;
        this.families = new TreeMap<>(Family.bestFirst(visible.asOf()));
        for (MonthSpan span : visible.spans(line)) {
            for (Observation observation : visible.vintages(line, span)) {
                families.computeIfAbsent(Family.of(observation), family -> new TreeMap<>())
                        .putIfAbsent(span, visible.value(observation));
            }
            if (acrossSources) {
                visible.latest(line, span).ifPresent(latest -> mixed.put(span, visible.value(latest)));
            }
        }
        families.values().forEach(FamilyLevels::fillFromPeriods);
        FamilyLevels.fillFromPeriods(mixed);
        mixed.keySet().removeIf(span -> span.months() < SHORTEST_ACROSS_SOURCES);
    }

    /** Returns levels of which none rests on more than one source: estimates of months are not to be mixed. */
    static FlowLevels withinSources(VisibleVintages visible, VisibleVintages.Line line) {
        return new FlowLevels(visible, line, false);
    }

    /** Returns levels that for want of one source are put together from several, from a quarter on. */
    static FlowLevels acrossSources(VisibleVintages visible, VisibleVintages.Line line) {
        return new FlowLevels(visible, line, true);
    }

    VisibleVintages.Line line() {
        return line;
    }

    /** Returns the names under which the flow stands in a table. */
    Collection<PeriodName> names() {
        TreeSet<PeriodName> names = new TreeSet<>();
        for (MonthSpan span : visible.spans(line)) {
            names.addAll(visible.names(line, span));
        }
        TreeSet<MonthSpan> spans = new TreeSet<>(mixed.keySet());
        families.values().forEach(ofFamily -> spans.addAll(ofFamily.keySet()));
        for (MonthSpan span : spans) {
            names.addAll(span.standardNames());
            boolean monthly = spans.contains(new MonthSpan(span.year(), span.lastMonth(), span.lastMonth()));
            if (span.firstMonth() == 1 && span.lastMonth() > 1 && monthly) {
                names.add(
                        new PeriodName(new Period(span.year(), Frequency.M, span.lastMonth()), Accumulation.CUMULATED));
            }
        }
        return names;
    }

    /** Returns the level that counts under one name of the period. */
    Optional<FlowLevel> level(PeriodName name) {
        return visible.latest(line, name)
                .map(own -> new FlowLevel(visible.value(own), Optional.of(Family.of(own))))
                .or(() -> level(name.span()));
    }

    /**
     * Returns the level over some months: the printed one under whatever name, for what is printed to date holds more
     * than the sum of printed months; then a sum and then a difference of what one family printed; then of several.
     */
    Optional<FlowLevel> level(MonthSpan span) {
        return printed(span)
                .or(() -> ofFamilies(span, MethodCode.SUM_OF_PERIODS))
                .or(() -> ofFamilies(span, MethodCode.DIFFERENCE_OF_PERIODS))
                .or(() -> Optional.ofNullable(mixed.get(span))
                        .map(value -> new FlowLevel(
                                value.withMethod(value.methodCode() + MethodCode.MIXED), Optional.empty())));
    }

    private Optional<FlowLevel> printed(MonthSpan span) {
        return visible.latest(line, span)
                .map(observation -> new FlowLevel(
                        visible.value(observation).withMethod(MethodCode.SAME_MONTHS),
                        Optional.of(Family.of(observation))));
    }

    private Optional<FlowLevel> ofFamilies(MonthSpan span, String methodCode) {
        for (Family family : families.keySet()) {
            Optional<AccountValue> value =
                    level(family, span).filter(found -> found.methodCode().equals(methodCode));
            if (value.isPresent()) {
                return Optional.of(new FlowLevel(value.get(), Optional.of(family)));
            }
        }
        return Optional.empty();
    }

    Optional<AccountValue> level(Family family, MonthSpan span) {
        return Optional.ofNullable(
                families.getOrDefault(family, new TreeMap<>()).get(span));
    }

    /** Returns growth between two levels of the first family that has both. */
    Optional<AccountValue> growth(MonthSpan span) {
        for (Family family : families.keySet()) {
            Optional<AccountValue> current = level(family, span);
            Optional<AccountValue> previous = level(family, span.yearBefore());
            if (current.isPresent() && previous.isPresent()) {
                return GrowthArithmetic.growth(current.get(), previous.get(), MethodCode.GROWTH_OF_LEVELS);
            }
        }
        return Optional.empty();
    }

    /** Returns growth between two levels whatever their families. */
    Optional<AccountValue> growthAcrossVintages(PeriodName name) {
        PeriodName before = new PeriodName(name.period().inYear(name.period().year() - 1), name.accumulation());
        return level(name).flatMap(current -> level(before)
                .flatMap(previous ->
                        GrowthArithmetic.growth(current.value(), previous.value(), MethodCode.GROWTH_ACROSS_VINTAGES)));
    }

    /** Returns the families that published the flow, the one that counts most first. */
    Collection<Family> families() {
        return families.keySet();
    }
}
