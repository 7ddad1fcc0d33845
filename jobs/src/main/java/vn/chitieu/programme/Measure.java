package vn.chitieu.programme;

import java.util.Locale;

/** What a target measures, which decides how its series is read. */
public enum Measure {
    /** The total of the year. */
    FLOW_YEAR,
    /** The level at the end of the year. */
    STOCK_YEAR_END,
    /** Percent against the year before at constant prices. */
    GROWTH_VOLUME,
    /** Percent against the year before. */
    GROWTH_YEAR,
    /** Percent of the gross product at current prices. */
    SHARE_OF_GRDP,
    PER_CAPITA,
    RATIO_YEAR,
    /** The level at the end of the year less that of the year before. */
    CHANGE_FROM_LAST_YEAR,
    /** The target is the value of the year before. */
    HIGHER_THAN_LAST_YEAR,
    /** What each unit must reach. */
    MINIMUM_PER_UNIT,
    /** No number: the responsible unit assesses it. */
    QUALITATIVE;

    /** Returns whether the target is a growth rate in percent. */
    public boolean isGrowth() {
        return this == GROWTH_VOLUME || this == GROWTH_YEAR;
    }

    /** Returns the code that programme files use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static Measure ofCode(String code) {
        for (Measure value : values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Expecting a code of Measure but was '" + code + "'");
    }
}
