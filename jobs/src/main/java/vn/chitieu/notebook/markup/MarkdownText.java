package vn.chitieu.notebook.markup;

import java.util.regex.Pattern;
import vn.chitieu.notebook.text.PlainText;

/** Text inside a paragraph or heading of Markdown. */
public final class MarkdownText {

    private static final String MARKS = "\\`*_[]#|~!";
    private static final Pattern LIST = Pattern.compile("^(\\d+)([.)])");
    private static final Pattern LINE_START = Pattern.compile("^([-+=])");

    private MarkdownText() {}

    /**
     * Returns a text on one line that Markdown shows letter by letter: no markup of its own, no HTML, no link and no
     * formula.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        PlainText.oneLine(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '$' -> escaped.append("&#36;");
                default -> {
                    if (MARKS.indexOf(c) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.appendCodePoint(c);
                }
            }
        });
        String unlisted = LIST.matcher(escaped).replaceFirst("$1\\\\$2");
        return LINE_START.matcher(unlisted).replaceFirst("\\\\$1");
    }
}
