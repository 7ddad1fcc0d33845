package vn.chitieu.account.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;

/**
 * The levels of one flow, such as exports, which add up: months, quarters and what is cumulated of one year are sums
 * and differences of each other ({@link AdditiveYear}). A printed figure that does not fit the figures to date gives
 * way, and the method says when a level is put together from several sources.
 */
final class FlowLevels {

    /** A level with the family that it is of; empty if it is of several. */
    record FlowLevel(AccountValue value, Optional<Family> family) {}

    private static final int SHORTEST_ACROSS_SOURCES = 3;

    private final VisibleVintages visible;
    private final VisibleVintages.Line line;
    private final boolean acrossSources;
    private final NavigableMap<Family, NavigableMap<MonthSpan, AccountValue>> families;
    private final NavigableMap<MonthSpan, AccountValue> additive = new TreeMap<>();

    /** The families that tell each span, the one that counts most first. */
    private final NavigableMap<MonthSpan, List<Family>> bySpan = new TreeMap<>();

    private FlowLevels(VisibleVintages visible, VisibleVintages.Line line, boolean acrossSources) {
        this.visible = visible;
        this.line = line;
        this.acrossSources = acrossSources;
        this.families = new TreeMap<>(Family.bestFirst(visible.asOf()));
        NavigableMap<Integer, NavigableMap<MonthSpan, AccountValue>> printed = new TreeMap<>();
        for (MonthSpan span : visible.spans(line)) {
            for (Observation observation : visible.vintages(line, span)) {
                families.computeIfAbsent(Family.of(observation), family -> new TreeMap<>())
                        .putIfAbsent(span, visible.value(observation));
            }
            visible.published(line, span)
                    .ifPresent(value -> printed.computeIfAbsent(span.year(), year -> new TreeMap<>())
                            .put(span, value));
        }
        families.values().forEach(FamilyLevels::fillFromPeriods);
        families.forEach((family, levels) -> levels.keySet()
                .forEach(span ->
                        bySpan.computeIfAbsent(span, of -> new ArrayList<>()).add(family)));
        printed.forEach((year, ofYear) -> additive.putAll(AdditiveYear.of(year, ofYear)));
    }

    /** Returns levels of which none that is not printed rests on more than one source. */
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

    /** Returns the months over which the flow stands in a table. */
    NavigableSet<MonthSpan> spans() {
        TreeSet<MonthSpan> known = new TreeSet<>(visible.spans(line));
        TreeSet<MonthSpan> derived = new TreeSet<>(additive.keySet());
        families.values().forEach(ofFamily -> derived.addAll(ofFamily.keySet()));
        for (MonthSpan span : derived) {
            boolean isMonthly = derived.contains(new MonthSpan(span.year(), span.lastMonth(), span.lastMonth()));
            if ((span.isStandard() || isMonthly) && level(span).isPresent()) {
                known.add(span);
            }
        }
        return known;
    }

    /** Returns the level over some months that adds up with those of the other months of its year. */
    Optional<FlowLevel> level(MonthSpan span) {
        Optional<FlowLevel> printed = visible.latest(line, span)
                .map(observation -> new FlowLevel(visible.value(observation), Optional.of(Family.of(observation))));
        Optional<AccountValue> fitting = Optional.ofNullable(additive.get(span));
        if (fitting.isEmpty()) {
            return printed;
        }
        return printed.filter(level -> fits(level.value(), fitting.get()))
                .or(() -> ofFamilies(span, fitting.get()))
                .or(() -> acrossFamilies(fitting.get()).filter(level -> printed.isPresent() || isShown(span)))
                .or(() -> printed);
    }

    private boolean isShown(MonthSpan span) {
        return acrossSources && span.months() >= SHORTEST_ACROSS_SOURCES;
    }

    private static boolean fits(AccountValue value, AccountValue fitting) {
        return PrintedRounding.agree(value.value(), fitting.value(), value.halfUnit() + fitting.halfUnit());
    }

    private Optional<FlowLevel> ofFamilies(MonthSpan span, AccountValue fitting) {
        for (Family family : bySpan.getOrDefault(span, List.of())) {
            Optional<AccountValue> value = level(family, span).filter(found -> fits(found, fitting));
            if (value.isPresent()) {
                return Optional.of(new FlowLevel(value.get(), Optional.of(family)));
            }
        }
        return Optional.empty();
    }

    private static Optional<FlowLevel> acrossFamilies(AccountValue fitting) {
        return Optional.of(
                new FlowLevel(fitting.withMethod(fitting.methodCode() + MethodCode.MIXED), Optional.empty()));
    }

    Optional<AccountValue> level(Family family, MonthSpan span) {
        return Optional.ofNullable(
                families.getOrDefault(family, new TreeMap<>()).get(span));
    }

    /** Returns growth between two levels of the first family that has both. */
    Optional<AccountValue> growth(MonthSpan span) {
        for (Family family : bySpan.getOrDefault(span, List.of())) {
            Optional<AccountValue> current = level(family, span);
            Optional<AccountValue> previous = level(family, span.yearBefore());
            if (current.isPresent() && previous.isPresent()) {
                return GrowthArithmetic.growth(current.get(), previous.get(), MethodCode.GROWTH_OF_LEVELS);
            }
        }
        return Optional.empty();
    }

    /** Returns growth between the two levels that count. */
    Optional<AccountValue> growthOfShown(MonthSpan span) {
        return ShownGrowth.between(
                level(span).map(FlowLevel::value), level(span.yearBefore()).map(FlowLevel::value));
    }
}
