package vn.chitieu.attainment;

import java.util.Locale;
import vn.chitieu.programme.TargetComparator;

/** What we say about a target: a word and a symbol each, so that colour is never needed. */
public enum Verdict {
    /** Met, and the figure is better than all that was asked for, by {@link TargetComparator#isExceededBy}. */
    EXCEEDED("✓+"),
    /** Met already, or the year is complete and met. */
    ACHIEVED("✓"),
    LIKELY("▲"),
    UNCERTAIN("◆"),
    UNLIKELY("▼"),
    /** Impossible, or the year is complete and not met; never said of a planning figure. */
    MISSED("✗"),
    /** Nothing to judge on, with a reason. */
    NOT_EVALUABLE("○");

    private final String symbol;

    Verdict(String symbol) {
        this.symbol = symbol;
    }

    /** Returns whether the target is reached. */
    public boolean isMet() {
        return this == EXCEEDED || this == ACHIEVED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String symbol() {
        return symbol;
    }

    /**
     * Returns the verdict with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static Verdict ofCode(String code) {
        for (Verdict verdict : values()) {
            if (verdict.code().equals(code)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("Expecting a verdict but was '" + code + "'");
    }
}
