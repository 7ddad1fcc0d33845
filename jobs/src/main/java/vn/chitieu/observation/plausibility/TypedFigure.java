package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.PriceBasis;

/**
 * A figure as a person typed it, in the unit of its row.
 *
 * @param key what it is about; for an estimate of the year the period is the year
 * @param isState whether it is a state at the end of the period rather than a flow
 * @param isExpected whether it is the department's own estimate of the year
 * @param rowKey the row of the form
 * @param columnId the column of the form
 * @param cell sheet and cell
 */
public record TypedFigure(
        ObservationKey key,
        Indicator indicator,
        String unitCode,
        boolean isState,
        boolean isExpected,
        String rowKey,
        String columnId,
        String cell,
        BigDecimal value) {

    /** Returns the months that it covers; of a state the last one counts. */
    MonthSpan span() {
        return MonthSpan.of(key.period(), key.accumulation());
    }

    /** Returns the same place with another number. */
    TypedFigure with(BigDecimal other) {
        return new TypedFigure(key, indicator, unitCode, isState, isExpected, rowKey, columnId, cell, other);
    }

    /** Returns whether it counts things rather than money. */
    boolean isCount() {
        return key.priceBasis() == PriceBasis.NONE && indicator.kind().isLevel();
    }

    /** Returns whether it is a rate of change, which passes through zero. */
    boolean isChange() {
        return indicator.kind() == IndicatorKind.GROWTH || indicator.kind() == IndicatorKind.CONTRIBUTION;
    }
}
