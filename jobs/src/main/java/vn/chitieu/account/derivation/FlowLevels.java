package vn.chitieu.account.derivation;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.GrowthReadings;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.account.reading.PeriodName;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;

/**
 * The levels of one flow, such as exports: as published, and sums or differences of what one family published. Only
 * where no family carries a span are figures of several sources put together, and the method says so.
 */
final class FlowLevels {

    /** A level with the family that it is of; empty if it is of several. */
    record Found(AccountValue reading, Optional<Family> family) {}

    private static final int SHORTEST_ACROSS_SOURCES = 3;

    private final VisibleVintages book;
    private final VisibleVintages.Line line;
    private final NavigableMap<Family, NavigableMap<MonthSpan, AccountValue>> families;
    private final NavigableMap<MonthSpan, AccountValue> mixed = new TreeMap<>();

    private FlowLevels(VisibleVintages book, VisibleVintages.Line line, boolean acrossSources) {
        this.book = book;
        this.line = line;
        this.families = new TreeMap<>(Family.bestFirst(book.asOf()));
        for (MonthSpan span : book.spans(line)) {
            for (Observation observation : book.vintages(line, span)) {
                families.computeIfAbsent(Family.of(observation), family -> new TreeMap<>())
                        .putIfAbsent(span, AccountValue.published(observation, book.asOf()));
            }
            if (acrossSources) {
                book.latest(line, span)
                        .ifPresent(latest -> mixed.put(span, AccountValue.published(latest, book.asOf())));
            }
        }
        families.values().forEach(FamilyLevels::fillFromPeriods);
        FamilyLevels.fillFromPeriods(mixed);
        mixed.keySet().removeIf(span -> span.months() < SHORTEST_ACROSS_SOURCES);
    }

    /** Returns levels of which none rests on more than one source: estimates of months are not to be mixed. */
    static FlowLevels withinSources(VisibleVintages book, VisibleVintages.Line line) {
        return new FlowLevels(book, line, false);
    }

    /** Returns levels that for want of one source are put together from several, from a quarter on. */
    static FlowLevels acrossSources(VisibleVintages book, VisibleVintages.Line line) {
        return new FlowLevels(book, line, true);
    }

    VisibleVintages.Line line() {
        return line;
    }

    /** Returns the names under which the flow stands in a table. */
    Collection<PeriodName> names() {
        TreeSet<PeriodName> names = new TreeSet<>();
        for (MonthSpan span : book.spans(line)) {
            names.addAll(book.names(line, span));
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
    Optional<Found> level(PeriodName name) {
        Optional<Found> own = book.latest(line, name)
                .map(observation -> new Found(
                        AccountValue.published(observation, book.asOf()), Optional.of(Family.of(observation))));
        return own.isPresent() ? own : level(name.span());
    }

    /**
     * Returns the level over some months: the printed one under whatever name, for what is printed to date holds more
     * than the sum of printed months; then a sum and then a difference of what one family printed; then of several.
     */
    Optional<Found> level(MonthSpan span) {
        return printed(span)
                .or(() -> ofFamilies(span, MethodCode.SUM_OF_PERIODS))
                .or(() -> ofFamilies(span, MethodCode.DIFFERENCE_OF_PERIODS))
                .or(() -> Optional.ofNullable(mixed.get(span))
                        .map(reading -> new Found(
                                reading.withMethod(reading.methodCode() + MethodCode.MIXED), Optional.empty())));
    }

    private Optional<Found> printed(MonthSpan span) {
        return book.latest(line, span)
                .map(observation -> new Found(
                        AccountValue.published(observation, book.asOf()).withMethod(MethodCode.SAME_MONTHS),
                        Optional.of(Family.of(observation))));
    }

    private Optional<Found> ofFamilies(MonthSpan span, String methodCode) {
        for (Family family : families.keySet()) {
            Optional<AccountValue> reading =
                    level(family, span).filter(found -> found.methodCode().equals(methodCode));
            if (reading.isPresent()) {
                return Optional.of(new Found(reading.get(), Optional.of(family)));
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
                return GrowthReadings.growth(current.get(), previous.get(), MethodCode.GROWTH_OF_LEVELS);
            }
        }
        return Optional.empty();
    }

    /** Returns growth between two levels whatever their families. */
    Optional<AccountValue> growthAcrossVintages(PeriodName name) {
        PeriodName before = new PeriodName(name.period().inYear(name.period().year() - 1), name.accumulation());
        return level(name).flatMap(current -> level(before)
                .flatMap(previous -> GrowthReadings.growth(
                        current.reading(), previous.reading(), MethodCode.GROWTH_ACROSS_VINTAGES)));
    }

    /** Returns the families that published the flow, the one that counts most first. */
    Collection<Family> families() {
        return families.keySet();
    }
}
