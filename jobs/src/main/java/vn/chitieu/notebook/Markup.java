package vn.chitieu.notebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page under construction: well-formed XML that is HTML too. Every text and attribute passes its escaping here, so
 * that no label can become markup; handlers, inline styles and references outside the page cannot be written at all.
 */
final class Markup {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes name, value, name, value …
     */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last and ends the line. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** Writes an element with nothing inside. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** Writes an element with a text inside. */
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        out.append(HtmlText.escape(text));
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Writes the content of the page's own style sheet or script, whose hash the page states. */
    Markup verbatim(String content) {
        if (content.contains("<") || content.contains("&")) {
            throw new IllegalArgumentException("Expecting a style sheet or script without < and &");
        }
        out.append(content);
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Expecting every element to be closed but open are " + open);
        }
        return out.toString();
    }

    private void start(String element, String... attributes) {
        out.append('<').append(checked(element));
        for (int i = 0; i < attributes.length; i += 2) {
            String name = checked(attributes[i]).toLowerCase(Locale.ROOT);
            String value = attributes[i + 1];
            boolean leavesPage = name.equals("src") || (name.equals("href") && !value.startsWith("#"));
            if (leavesPage || name.startsWith("on") || name.equals("style")) {
                throw new IllegalArgumentException("Expecting no handler, inline style or outside reference but was "
                        + name + "=\"" + value + "\"");
            }
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(HtmlAttribute.escape(value))
                    .append('"');
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Expecting a name of an element or attribute but was '" + name + "'");
        }
        return name;
    }
}
