package vn.chitieu.notebook;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a reader is told about a target: a symbol and, in the texts, a word. Ordered from best to worst. */
enum VerdictWord {
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

    String symbol() {
        return symbol;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String word(Texts texts) {
        return texts.text("verdict." + code());
    }

    boolean isMet() {
        return this == EXCEEDED || this == ACHIEVED;
    }

    /**
     * Returns the word for a row of {@code target_attainment}: the verdict published, and for a target reached whether
     * it was passed.
     *
     * @throws IllegalArgumentException if the verdict is none of the published ones
     */
    static VerdictWord of(MartRow target) {
        String code = target.text("verdict_code");
        for (VerdictWord word : values()) {
            if (word.code().equals(code)) {
                return word == ACHIEVED && isPassed(target) ? EXCEEDED : word;
            }
        }
        throw new IllegalArgumentException("Expecting a verdict of target " + target.text("target_id") + " of "
                + target.text("programme_id") + " but was '" + code + "'");
    }

    private static boolean isPassed(MartRow target) {
        OptionalDouble actual = target.number("actual_to_date");
        OptionalDouble goal = target.number("target_value");
        if (actual.isEmpty() || goal.isEmpty()) {
            return false;
        }
        int decimals = NumberFormats.decimals(goal.getAsDouble(), target.text("unit_code"));
        double distance = (actual.getAsDouble() - goal.getAsDouble()) * Math.pow(10, decimals);
        return switch (target.text("comparator_code")) {
            case "at_least" -> distance >= 0.5;
            case "at_most" -> distance <= -0.5;
            default -> false;
        };
    }
}
