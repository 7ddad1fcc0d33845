package vn.chitieu.observation.plausibility;

import java.util.Locale;

/** What a typed figure is held against. */
public enum Comparison {
    /** The same quantity as it was stated before, however its period is named. */
    SAME_QUANTITY,
    /** The same months of an earlier year, or the last state. */
    EARLIER_YEAR,
    /** The whole of an earlier year, for its part of the months. */
    WHOLE_YEAR,
    /** What the programme sets for the year. */
    PLAN,
    /** The months before. */
    PERIOD_BEFORE,
    /** Another column of the same row. */
    OTHER_COLUMN,
    /** The department's own estimate of the year. */
    OWN_ESTIMATE,
    /** Another row of the same column. */
    OTHER_ROW,
    /** A total and what it is made of. */
    PARTS;

    /** Returns the code of the rule under which such a figure is held back. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
