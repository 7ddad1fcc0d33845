package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Units;

/** What is known of one series, in the unit of the form: flows by the months that they cover, states by their day. */
final class SeriesHistory {

    private static final int MOST_YEARS_BACK = 5;

    private final NavigableMap<MonthSpan, BigDecimal> flows = new TreeMap<>();
    private final NavigableMap<Integer, BigDecimal> states = new TreeMap<>();
    private final Map<MonthSpan, Optional<BigDecimal>> made = new HashMap<>();
    private final boolean isSum;

    /**
     * Creates the history.
     *
     * @param figures of one series, the vintage of each that counts
     */
    SeriesHistory(Collection<Observation> figures, Indicator indicator, String unitCode, Units units) {
        isSum = indicator.aggregation() == Aggregation.SUM;
        for (Observation figure : figures) {
            if (!units.areComparable(figure.unitCode(), unitCode)) {
                continue;
            }
            double factor = units.factor(figure.unitCode(), unitCode);
            BigDecimal value = factor == 1 ? figure.value() : figure.value().multiply(BigDecimal.valueOf(factor));
            flows.put(MonthSpan.of(figure.key().period(), figure.key().accumulation()), value);
            if (figure.key().accumulation() == Accumulation.PERIOD) {
                states.put(
                        ordinal(
                                figure.key().period().year(),
                                figure.key().period().lastMonth()),
                        value);
            }
        }
    }

    /** A flow of the same months of an earlier year. */
    record Earlier(MonthSpan span, BigDecimal value, int yearsBack) {}

    /** A state at the end of a month. */
    record State(MonthSpan month, BigDecimal value) {}

    /** Returns the flow of some months, as it was stated or as it follows from other spans. */
    Optional<BigDecimal> flow(MonthSpan span) {
        return made.computeIfAbsent(span, this::make);
    }

    private Optional<BigDecimal> make(MonthSpan span) {
        BigDecimal stated = flows.get(span);
        if (stated != null || !isSum) {
            return Optional.ofNullable(stated);
        }
        return CumulatedPeriods.terms(flows.keySet(), span).map(terms -> terms.stream()
                .map(term -> Objects.requireNonNull(flows.get(term.span())).multiply(BigDecimal.valueOf(term.sign())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A figure as it was stated. */
    record Stated(MonthSpan span, BigDecimal value) {}

    /** Returns at most so many figures of other months that end no later, the latest first. */
    List<Stated> latest(MonthSpan span, int most) {
        return flows.entrySet().stream()
                .filter(stated -> !stated.getKey().equals(span) && end(stated.getKey()) <= end(span))
                .sorted(Comparator.comparingInt(stated -> -end(stated.getKey())))
                .limit(most)
                .map(stated -> new Stated(stated.getKey(), stated.getValue()))
                .toList();
    }

    private static int end(MonthSpan span) {
        return ordinal(span.year(), span.lastMonth());
    }

    /** Returns the flow of the same months of the nearest earlier year that has it, at most 5 years back. */
    Optional<Earlier> earlier(MonthSpan span) {
        for (int back = 1; back <= MOST_YEARS_BACK && span.year() - back >= 1900; back++) {
            MonthSpan same = new MonthSpan(span.year() - back, span.firstMonth(), span.lastMonth());
            Optional<BigDecimal> value = flow(same);
            if (value.isPresent()) {
                return Optional.of(new Earlier(same, value.get(), back));
            }
        }
        return Optional.empty();
    }

    /** Returns the part of the year that the same months had, in the nearest year that has both. */
    Optional<Double> share(MonthSpan span) {
        for (int back = 1; back <= MOST_YEARS_BACK && span.year() - back >= 1900; back++) {
            int year = span.year() - back;
            Optional<BigDecimal> part = flow(new MonthSpan(year, span.firstMonth(), span.lastMonth()));
            Optional<BigDecimal> whole = flow(new MonthSpan(year, 1, 12));
            if (part.isPresent()
                    && whole.isPresent()
                    && part.get().signum() > 0
                    && whole.get().signum() > 0) {
                return Optional.of(part.get().doubleValue() / whole.get().doubleValue());
            }
        }
        return Optional.empty();
    }

    /** Returns the last state before the end of a month. */
    Optional<State> stateBefore(MonthSpan span) {
        Map.Entry<Integer, BigDecimal> last = states.lowerEntry(ordinal(span.year(), span.lastMonth()));
        return last == null ? Optional.empty() : Optional.of(state(last.getKey(), last.getValue()));
    }

    /** Returns the state at the end of a month, if it was stated before. */
    Optional<BigDecimal> state(MonthSpan span) {
        return Optional.ofNullable(states.get(ordinal(span.year(), span.lastMonth())));
    }

    /** Returns whether some figure is known and none is below 0. */
    boolean isPositive() {
        return !flows.isEmpty() && flows.values().stream().allMatch(value -> value.signum() >= 0);
    }

    /** Returns whether a figure below 0 is known. */
    boolean hasNegative() {
        return flows.values().stream().anyMatch(value -> value.signum() < 0);
    }

    /** Returns the changes over a year of the same months before a year, of logarithms or as they are. */
    double[] changes(MonthSpan span, boolean isLinear) {
        List<Double> changes = new ArrayList<>();
        int first = flows.isEmpty() ? span.year() : flows.firstKey().year();
        for (int year = first + 1; year < span.year(); year++) {
            Optional<BigDecimal> now = flow(new MonthSpan(year, span.firstMonth(), span.lastMonth()));
            Optional<BigDecimal> before = flow(new MonthSpan(year - 1, span.firstMonth(), span.lastMonth()));
            if (now.isPresent() && before.isPresent()) {
                change(before.get(), now.get(), isLinear).ifPresent(changes::add);
            }
        }
        return changes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the changes from state to state, of a year if there are more in a year. */
    double[] changesOfState(boolean isLinear) {
        List<Double> changes = new ArrayList<>();
        for (Map.Entry<Integer, BigDecimal> state : states.entrySet()) {
            BigDecimal before = states.get(state.getKey() - 12);
            if (before != null) {
                change(before, state.getValue(), isLinear).ifPresent(changes::add);
            }
        }
        return changes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the spans that were stated, in order. */
    Collection<MonthSpan> spans() {
        return Collections.unmodifiableSet(flows.keySet());
    }

    private static Optional<Double> change(BigDecimal before, BigDecimal now, boolean isLinear) {
        if (isLinear) {
            return Optional.of(now.subtract(before).doubleValue());
        }
        boolean isGrowth = before.signum() > 0 && now.signum() > 0;
        return isGrowth ? Optional.of(Math.log(now.doubleValue() / before.doubleValue())) : Optional.empty();
    }

    private static State state(int ordinal, BigDecimal value) {
        int month = (ordinal - 1) % 12 + 1;
        return new State(new MonthSpan((ordinal - month) / 12, month, month), value);
    }

    private static int ordinal(int year, int month) {
        return year * 12 + month;
    }
}
