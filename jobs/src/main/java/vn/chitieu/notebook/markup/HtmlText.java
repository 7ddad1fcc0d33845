package vn.chitieu.notebook.markup;

import vn.chitieu.notebook.text.PlainText;

/** Text between the tags of a page. */
public final class HtmlText {

    private HtmlText() {}

    /** Returns a text that a browser shows letter by letter, whatever is in it. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(PlainText.isInvisible(c) ? PlainText.REPLACEMENT : c);
            }
        });
        return escaped.toString();
    }
}
