package vn.chitieu.source.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Texts of cells as a person compares and quotes them. */
public final class SeenText {

    private static final Words WORDS = Words.of("source");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_WIDTH = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    /** A raised number behind a text, unless it is the power of a metre. */
    private static final Pattern MARK =
            Pattern.compile("(?<!(?<!\\p{L})[khdc]?m)[\\u2070\\u00B9\\u00B2\\u00B3\\u2074-\\u2079\\u207D\\u207E]+$");

    private SeenText() {}

    /** Returns a text in which Unicode forms, runs of spaces and characters without width do not count. */
    public static String normal(String text) {
        String seen = NO_WIDTH.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return SPACES.matcher(seen).replaceAll(" ").strip();
    }

    /** Compares two texts as a reader does. */
    public static boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** Returns whether a person reads a text in a cell, with or without the mark of a footnote. */
    public static boolean isSame(Cell cell, String text) {
        return isSame(cell.read(), text)
                || isSame(cell.shown(), text)
                || withoutMark(cell).equals(normal(text));
    }

    /** Returns what a person reads in a cell without the mark of a footnote. */
    public static String withoutMark(Cell cell) {
        return MARK.matcher(normal(cell.read())).replaceFirst("").strip();
    }

    /** Returns what is seen in a cell in quotes, and beside it what is stored or set off the line. */
    public static LocalizedText quoted(Cell cell) {
        String shown = QuarantinedRow.printable(cell.shown());
        if (!cell.raised().isEmpty()) {
            return WORDS.text("seen.raised", shown, QuarantinedRow.printable(cell.raised()));
        }
        return isAsStored(cell)
                ? LocalizedText.same("'" + shown + "'")
                : WORDS.text("seen.stored", shown, QuarantinedRow.printable(cell.text()));
    }

    /** Returns the same in words for readers of both languages, with the formula. */
    public static String found(Cell cell) {
        String shown = QuarantinedRow.printable(cell.shown());
        String found = !cell.raised().isEmpty()
                ? WORDS.text("seen.found.raised", shown, QuarantinedRow.printable(cell.raised()))
                        .en()
                : isAsStored(cell)
                        ? "'" + shown + "'"
                        : WORDS.text("seen.found.stored", shown, QuarantinedRow.printable(cell.text()))
                                .en();
        return cell.isFormula() ? found + " (=" + cell.formula() + ")" : found;
    }

    /** Groups of digits and a point without decimals make no other number. */
    private static boolean isAsStored(Cell cell) {
        boolean isPlainNumber = cell.kind() == Cell.Kind.NUMBER && cell.format() == Cell.NumberFormat.PLAIN;
        return cell.shown().equals(cell.text())
                || (isPlainNumber
                        && CellNumbers.stored(cell.text())
                                .map(NumberFormatCode::general)
                                .filter(cell.shown().replace(",", "").replaceFirst("\\.$", "")::equals)
                                .isPresent());
    }
}
