package vn.chitieu.notebook.markup;

import java.util.Locale;
import vn.chitieu.notebook.text.PlainText;

/** Text between the quotes of a Java string literal. */
public final class JavaText {

    private JavaText() {}

    /** Returns a literal, with its quotes, that is the text again when it is compiled. */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').append((char) c);
            } else if (c < 0x20) { // octal: a Unicode escape of a line feed would end the line before it is compiled
                literal.append(String.format(Locale.ROOT, "\\%03o", c));
            } else if (PlainText.isInvisible(c)) {
                literal.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                literal.append((char) c);
            }
        });
        return literal.append('"').toString();
    }
}
