package vn.chitieu.notebook.markup;

import vn.chitieu.notebook.text.PlainText;

/** The value of an attribute of a page, between double quotes. */
public final class HtmlAttribute {

    private HtmlAttribute() {}

    /** Returns a value that cannot leave its quotes. */
    public static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.appendCodePoint(PlainText.isInvisible(c) ? PlainText.REPLACEMENT : c);
            }
        });
        return escaped.toString();
    }
}
