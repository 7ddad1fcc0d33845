package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.IndicatorKind;

/**
 * What is known of an indicator beyond its figures: a row of {@code CL_INDICATOR}.
 *
 * @param aggregation how periods make the year; null where they do not
 * @param minimum negative infinity if there is none
 * @param maximum positive infinity if there is none
 * @param baseCode the indicator whose growth, share, … this one is; empty if there is none
 */
public record IndicatorFacts(
        String code,
        String unitCode,
        IndicatorKind kind,
        @Nullable Aggregation aggregation,
        double minimum,
        double maximum,
        String baseCode)
        implements Serializable {

    public IndicatorFacts {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(
                    "Expecting the minimum of " + code + " below its maximum but were " + minimum + " and " + maximum);
        }
    }

    /** Returns whether values lie between two finite bounds: a share or a rate. */
    public boolean isBounded() {
        return (kind == IndicatorKind.SHARE || kind == IndicatorKind.RATIO) && Double.isFinite(maximum - minimum);
    }
}
