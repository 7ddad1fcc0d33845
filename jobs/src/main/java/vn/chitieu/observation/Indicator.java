package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.text.LocalizedText;

/**
 * What is measured, a line of {@code CL_INDICATOR}.
 *
 * @param unitCode unit of its figures after mapping
 * @param aggregation how periods make up a year; null where they do not
 * @param minimum smallest possible value; negative infinity if there is none
 * @param maximum largest possible value; positive infinity if there is none
 * @param isNet whether a cumulated figure may fall, because of refunds or because it is a balance
 * @param baseCode the indicator that a growth rate, share or part refers to; empty if there is none
 * @param quotients which others it is a quotient of, by the prices of the numerator; empty if it is none
 * @param otherUnits units of its figures in areas that reckon in other money
 */
public record Indicator(
        String code,
        LocalizedText name,
        String unitCode,
        IndicatorKind kind,
        @Nullable Aggregation aggregation,
        double minimum,
        double maximum,
        boolean isNet,
        String baseCode,
        List<Quotient> quotients,
        List<String> otherUnits)
        implements Serializable {

    /** What the code of a change against the year before ends with. */
    public static final String CHANGE = "_change";

    private static final String PERIOD_ON_PERIOD = "_mom";

    public Indicator {
        quotients = List.copyOf(quotients);
        otherUnits = List.copyOf(otherUnits);
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "Expecting the minimum of " + code + " below its maximum but were " + minimum + " and " + maximum);
        }
    }

    /** An indicator that is no quotient of others. */
    public Indicator(
            String code,
            LocalizedText name,
            String unitCode,
            IndicatorKind kind,
            @Nullable Aggregation aggregation,
            double minimum,
            double maximum,
            boolean isNet,
            String baseCode) {
        this(code, name, unitCode, kind, aggregation, minimum, maximum, isNet, baseCode, List.of(), List.of());
    }

    /** Returns whether a value is inside the limits, both included. */
    public boolean allows(BigDecimal value) {
        return compare(value, minimum) >= 0 && compare(value, maximum) <= 0;
    }

    private static int compare(BigDecimal value, double limit) {
        if (Double.isInfinite(limit)) {
            return limit < 0 ? 1 : -1;
        }
        return limit == 0 ? value.signum() : value.compareTo(BigDecimal.valueOf(limit)); // 0 is that of most rows
    }

    /** Returns the smallest possible value, if there is one. */
    public Optional<BigDecimal> minValue() {
        return finite(minimum);
    }

    /** Returns the largest possible value, if there is one. */
    public Optional<BigDecimal> maxValue() {
        return finite(maximum);
    }

    /** Returns whether this is growth against the period before, not against the same period of the year before. */
    public boolean isPeriodOnPeriod() {
        return code.endsWith(PERIOD_ON_PERIOD);
    }

    /**
     * Returns whether this is growth, against the same period of the year before, of an index whose year is the mean of
     * its periods: levels of the index follow from it.
     */
    public boolean completes(Indicator index) {
        return kind == IndicatorKind.GROWTH
                && !isPeriodOnPeriod()
                && baseCode.equals(index.code)
                && index.kind == IndicatorKind.INDEX
                && index.aggregation == Aggregation.MEAN;
    }

    /** Returns whether values lie between two finite bounds: a share or a rate. */
    public boolean isBounded() {
        return (kind == IndicatorKind.SHARE || kind == IndicatorKind.RATIO) && Double.isFinite(maximum - minimum);
    }

    /** Returns the one indicator whose own growth against the year before this is, where it follows from it alone. */
    public Optional<String> growthOf() {
        return quotients.stream()
                .filter(quotient ->
                        quotient.isGrowth() && quotient.denominatorCodes().isEmpty())
                .map(Quotient::numeratorCode)
                .findFirst();
    }

    /** Returns this indicator as a quotient of others. */
    public Indicator withQuotients(List<Quotient> of) {
        return new Indicator(
                code, name, unitCode, kind, aggregation, minimum, maximum, isNet, baseCode, of, otherUnits);
    }

    /** Returns every unit that its figures may have, its own first. */
    public List<String> units() {
        return Stream.concat(Stream.of(unitCode), otherUnits.stream()).toList();
    }

    /** Returns whether its figures may have a unit. */
    public boolean hasUnit(String unit) {
        return unit.equals(unitCode) || otherUnits.contains(unit);
    }

    /** Returns this indicator with another unit that figures of some areas are in; this one if it has it. */
    public Indicator alsoIn(String unit) {
        if (hasUnit(unit)) {
            return this;
        }
        List<String> others = new ArrayList<>(otherUnits);
        others.add(unit);
        return new Indicator(
                code, name, unitCode, kind, aggregation, minimum, maximum, isNet, baseCode, quotients, others);
    }

    /** Returns the indicator of the change of this percentage against the year before, in percentage points. */
    public Indicator change(LocalizedText nameOfChange) {
        return new Indicator(
                code + CHANGE, nameOfChange, "pct_points", IndicatorKind.GROWTH, null, -100, 100, false, code);
    }

    /** Returns this indicator as it is in an area whose figures are in one of its units; empty if they are in none. */
    public Optional<Indicator> in(String unit) {
        if (unit.equals(unitCode)) {
            return Optional.of(this);
        }
        return otherUnits.contains(unit)
                ? Optional.of(new Indicator(
                        code, name, unit, kind, aggregation, minimum, maximum, isNet, baseCode, quotients, List.of()))
                : Optional.empty();
    }

    /** Returns the growth of this indicator in percent, as an indicator of its own. */
    public Indicator growth() {
        return new Indicator(
                code + "_growth", name, "pct", IndicatorKind.GROWTH, null, -100, Double.POSITIVE_INFINITY, isNet, code);
    }

    private static Optional<BigDecimal> finite(double limit) {
        return Double.isFinite(limit) ? Optional.of(BigDecimal.valueOf(limit).stripTrailingZeros()) : Optional.empty();
    }

    /**
     * How an indicator follows from others, a line of {@code quotient.csv}: factor × numerator / product of the
     * denominators, or the growth of that in percent, which of the numerator alone is its own.
     *
     * <p>Numerator and denominators are those of the whole area; the quotient has the prices of its numerator.
     *
     * @param isGrowth whether the indicator is the growth of the quotient against the year before
     * @param factor above 0, between the units of the parts and that of the indicator
     * @param numeratorPrices prices of the numerator; the denominators have none
     * @param denominatorCodes at least one; of growth also none
     */
    public record Quotient(
            boolean isGrowth,
            double factor,
            String numeratorCode,
            PriceBasis numeratorPrices,
            List<String> denominatorCodes)
            implements Serializable {

        public Quotient {
            denominatorCodes = List.copyOf(denominatorCodes);
            if (!(factor > 0) || (denominatorCodes.isEmpty() && !isGrowth)) {
                throw new IllegalArgumentException("Expecting a factor above 0 and a denominator, or growth, but were "
                        + factor + " and " + denominatorCodes);
            }
        }

        /** Returns the quotient of a numerator, first, and the denominators in their order. */
        public double of(double[] parts) {
            double value = factor * parts[0];
            for (int i = 1; i < parts.length; i++) {
                value /= parts[i];
            }
            return value;
        }
    }
}
