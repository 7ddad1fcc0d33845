package vn.chitieu.projection.dense;

import java.io.Serializable;

/** What is known of the errors of the combination from other series, and moves its point and scale. */
@FunctionalInterface
public interface PointCorrection extends Serializable {

    /** Nothing is known: every projection stays as the combination has it. */
    PointCorrection NONE = combined -> Correction.NONE;

    /** Returns what becomes of one projection; {@link Correction#NONE} where nothing is known of its kind. */
    Correction of(CombinedForecast combined);
}
