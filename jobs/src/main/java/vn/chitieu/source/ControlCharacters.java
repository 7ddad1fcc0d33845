package vn.chitieu.source;

import java.util.List;
import java.util.Optional;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Characters that no label, code or number holds on purpose: they hide or reorder text. */
public final class ControlCharacters {

    private static final Words WORDS = Words.of("source");

    /** What to do about a row of a table that is not as it must be. */
    public static final LocalizedText CORRECT = WORDS.text("row.correct");

    /** Letters and signs of which nothing is drawn. */
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private ControlCharacters() {}

    /** Returns whether a character is a control character other than tab and line break, or reorders text. */
    static boolean contains(char c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    /**
     * Returns whether a person cannot see a character, or takes it for a common space: controls, formats such as
     * U+200B, spaces other than U+0020, fillers and variation selectors.
     */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default ->
                FILLERS.indexOf(codePoint) >= 0
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    /** Returns whether a text holds such a character. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (contains(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the refusal of a row one of whose texts holds such a character. */
    public static Optional<QuarantinedRow> refusal(
            String deliveryId, String file, int line, List<String> columns, List<String> texts, String rawText) {
        for (int i = 0; i < columns.size(); i++) {
            if (isIn(texts.get(i))) {
                return Optional.of(new QuarantinedRow(
                        Place.line(deliveryId, file, line),
                        "control_character",
                        WORDS.text("control_character.expected"),
                        columns.get(i) + " = '" + texts.get(i) + "'",
                        CORRECT,
                        rawText));
            }
        }
        return Optional.empty();
    }
}
