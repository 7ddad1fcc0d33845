package vn.chitieu.observation;

import java.math.BigDecimal;
import java.util.Optional;
import vn.chitieu.text.LocalizedText;

/**
 * What is measured, a line of {@code CL_INDICATOR}.
 *
 * @param unitCode unit of its figures after mapping
 * @param kind flow, stock, index, ratio, growth, share, contribution, attainment, rank, score or level_per_capita
 * @param aggregation how periods make up a year: sum, mean, last or none
 * @param minValue smallest possible value, if there is one
 * @param maxValue largest possible value, if there is one
 * @param isNet whether a cumulated figure may fall, because of refunds or because it is a balance
 * @param baseCode the indicator that a growth rate, share or part refers to, if it is in the list
 */
public record Indicator(
        String code,
        LocalizedText name,
        String unitCode,
        String kind,
        String aggregation,
        Optional<BigDecimal> minValue,
        Optional<BigDecimal> maxValue,
        boolean isNet,
        Optional<String> baseCode) {

    /** Returns whether a value is inside the limits, both included. */
    public boolean allows(BigDecimal value) {
        return minValue.filter(least -> value.compareTo(least) < 0).isEmpty()
                && maxValue.filter(most -> value.compareTo(most) > 0).isEmpty();
    }
}
