package vn.chitieu.notebook.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text for people on a page or a terminal, measured in columns. */
public final class PlainText {

    /** Stands for a character that must not be printed. */
    public static final int REPLACEMENT = 0xFFFD;

    private static final int NAME_LETTERS = 240;

    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /** Returns a text that is at most as long as a name may be on a page; the tables keep it whole. */
    public static String shortened(String text) {
        return cut(oneLine(text), NAME_LETTERS);
    }

    /**
     * Returns whether a character would steer a terminal or a page instead of being seen: controls, line and paragraph
     * separators, marks that turn the direction of writing, halves of surrogate pairs.
     */
    public static boolean isInvisible(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default ->
                c == 0x061C
                        || c == 0x200E
                        || c == 0x200F
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFEFF
                        || c == 0xFFFE
                        || c == 0xFFFF;
        };
    }

    /** Returns a text in NFC on one line, without any character that would steer a terminal. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> line.appendCodePoint(
                        c == '\n' || c == '\t' || c == '\r' ? ' ' : isInvisible(c) ? REPLACEMENT : c));
        return line.toString().strip();
    }

    /** Returns how many columns of a terminal a text takes: combining marks none, East Asian wide letters two. */
    public static int width(String text) {
        return text.codePoints().map(PlainText::width).sum();
    }

    /** Returns a text of at most {@code width} columns, ending in … if it was longer. */
    public static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return head(text, width - 1).stripTrailing() + ELLIPSIS;
    }

    /**
     * Returns a text broken at spaces into lines of at most {@code width} columns; a longer word is broken anywhere.
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : text.split(" ", -1)) {
            String word = part;
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (width(word) > width) {
                String head = head(word, width);
                lines.add(head);
                word = word.substring(head.length());
            }
            line = word;
        }
        lines.add(line);
        return lines;
    }

    private static String head(String text, int width) {
        int end = 0;
        int columns = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (columns + width(c) > width && end > 0) {
                break;
            }
            columns += width(c);
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /** Returns a name as it stands inside a sentence: its first letter small, unless it is an abbreviation. */
    public static String lowerFirst(String name) {
        boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return isWord ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }
}
