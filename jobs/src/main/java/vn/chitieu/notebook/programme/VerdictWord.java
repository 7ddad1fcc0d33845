package vn.chitieu.notebook.programme;

import java.util.Locale;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.text.Texts;

/** The verdict on a target as a reader sees it: a symbol and, in the texts, a word. Ordered from best to worst. */
public enum VerdictWord {
    EXCEEDED("✓+"),
    ACHIEVED("✓"),
    LIKELY("▲"),
    UNCERTAIN("◆"),
    UNLIKELY("▼"),
    MISSED("✗"),
    NOT_EVALUABLE("○");

    private final String symbol;

    VerdictWord(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word(Texts texts) {
        return texts.text("verdict." + code());
    }

    /** Returns symbol and word. */
    public String label(Texts texts) {
        return symbol + " " + word(texts);
    }

    /** Returns symbol and the shortest word, for narrow columns. */
    public String shortLabel(Texts texts) {
        return symbol + " " + texts.find("verdict.short." + code()).orElse(word(texts));
    }

    public boolean isMet() {
        return this == EXCEEDED || this == ACHIEVED;
    }

    /**
     * Returns the word for a row of {@code target_attainment}.
     *
     * @throws IllegalArgumentException if the verdict is none of the published ones
     */
    public static VerdictWord of(MartRow target) {
        String code = target.text("verdict_code");
        for (VerdictWord word : values()) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        throw new IllegalArgumentException("Expecting a verdict of target " + target.text("target_id") + " of "
                + target.text("programme_id") + " but was '" + code + "'");
    }
}
