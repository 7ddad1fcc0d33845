package vn.chitieu.observation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
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
        String baseCode)
        implements Serializable {

    public Indicator {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "Expecting the minimum of " + code + " below its maximum but were " + minimum + " and " + maximum);
        }
    }

    /** Returns whether a value is inside the limits, both included. */
    public boolean allows(BigDecimal value) {
        return minValue().filter(least -> value.compareTo(least) < 0).isEmpty()
                && maxValue().filter(most -> value.compareTo(most) > 0).isEmpty();
    }

    /** Returns the smallest possible value, if there is one. */
    public Optional<BigDecimal> minValue() {
        return finite(minimum);
    }

    /** Returns the largest possible value, if there is one. */
    public Optional<BigDecimal> maxValue() {
        return finite(maximum);
    }

    /** Returns whether values lie between two finite bounds: a share or a rate. */
    public boolean isBounded() {
        return (kind == IndicatorKind.SHARE || kind == IndicatorKind.RATIO) && Double.isFinite(maximum - minimum);
    }

    /** Returns the growth of this indicator in percent, as an indicator of its own. */
    public Indicator growth() {
        return new Indicator(
                code + "_growth", name, "pct", IndicatorKind.GROWTH, null, -100, Double.POSITIVE_INFINITY, isNet, code);
    }

    private static Optional<BigDecimal> finite(double limit) {
        return Double.isFinite(limit) ? Optional.of(BigDecimal.valueOf(limit).stripTrailingZeros()) : Optional.empty();
    }
}
