package vn.chitieu.source.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in which a character that XML cannot hold stands as its code, {@code _x000D_} (ST_Xstring, ECMA-376-1,
 * 22.9.2.19).
 */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    /** Returns a text with the characters that its codes stand for. */
    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }
}
