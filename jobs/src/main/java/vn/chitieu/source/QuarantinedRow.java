package vn.chitieu.source;

import java.io.Serializable;
import java.util.Locale;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * A delivered row that is not used, and what to do about it.
 *
 * @param ruleCode the rule that refused it
 * @param expected what was expected, a noun phrase
 * @param found what was delivered; what cannot be seen stands by its code and long text is cut
 * @param advice what to do, a sentence
 * @param rowText the row as delivered, cut after 1,000 characters
 */
public record QuarantinedRow(
        Place place, String ruleCode, LocalizedText expected, String found, LocalizedText advice, String rowText)
        implements Serializable {

    private static final Words WORDS = Words.of("source");
    private static final int LONGEST_FOUND = 200;
    private static final int LONGEST_ROW = 1000;

    public QuarantinedRow {
        found = printable(found, LONGEST_FOUND);
        rowText = printable(rowText, LONGEST_ROW);
    }

    /** Returns the same of a row whose text was not at hand when it was judged. */
    public QuarantinedRow withRowText(String text) {
        return new QuarantinedRow(place, ruleCode, expected, found, advice, text);
    }

    /** Returns the same row of a file without lines under a number, which sets it apart from others alike. */
    public QuarantinedRow numbered(int number) {
        Place numbered = new Place(place.deliveryId(), place.file(), number, place.cell());
        return new QuarantinedRow(numbered, ruleCode, expected, found, advice, rowText);
    }

    /** Returns one sentence: where, what was expected, what was found, what to do. */
    public LocalizedText message() {
        return place.isExact()
                ? WORDS.text("quarantined", place.text(), expected, found, advice)
                : WORDS.text("quarantined.without_place", place.text(), expected, found, rowText, advice);
    }

    /**
     * Returns a text with the characters that cannot be seen by their codes, {@code U+200B}, cut after 200 characters.
     */
    public static String printable(String text) {
        return printable(text, LONGEST_FOUND);
    }

    private static String printable(String text, int longest) {
        StringBuilder printable = new StringBuilder();
        String start = text.length() > longest
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest)))
                : text;
        start.codePoints().forEach(c -> {
            if (ControlCharacters.isInvisible(c)) {
                printable.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return text.length() > longest ? printable.append('…').toString() : printable.toString();
    }
}
