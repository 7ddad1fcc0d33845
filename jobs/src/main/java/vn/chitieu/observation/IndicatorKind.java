package vn.chitieu.observation;

import java.util.Locale;

/** What kind of number an indicator is, by the codes of the column {@code kind} of {@code CL_INDICATOR}. */
public enum IndicatorKind {
    FLOW,
    STOCK,
    INDEX,
    RATIO,
    GROWTH,
    SHARE,
    LEVEL_PER_CAPITA,
    CONTRIBUTION,
    ATTAINMENT,
    SCORE,
    RANK;

    /**
     * Returns the kind with a code such as {@code flow}.
     *
     * @throws IllegalArgumentException if no kind has the code
     */
    public static IndicatorKind ofCode(String code) {
        for (IndicatorKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Expecting a kind of indicator such as flow but was '" + code + "'");
    }

    /** Returns whether values are amounts, which sum over areas: flows and stocks. */
    public boolean isLevel() {
        return this == FLOW || this == STOCK;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
