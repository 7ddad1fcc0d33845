package vn.chitieu.attainment;

import java.util.Locale;

/** What we say about a target: a word and a symbol each, so that colour is never needed. */
public enum Verdict {
    /** Passed already, or the year is complete and met. */
    ACHIEVED("✔"),
    LIKELY("▲"),
    UNCERTAIN("◆"),
    UNLIKELY("▼"),
    /** Impossible, or the year is complete and not met; never said of a planning figure. */
    MISSED("✘"),
    /** Nothing to judge on, with a reason. */
    NOT_EVALUABLE("○");

    private final String symbol;

    Verdict(String symbol) {
        this.symbol = symbol;
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
