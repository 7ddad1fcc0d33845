package vn.chitieu.notebook.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * A page under construction: well-formed XML that is HTML too. Every text and attribute passes its escaping here, so
 * that no label can become markup; handlers, inline styles and references outside the page cannot be written at all.
 */
public final class Markup {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

    /** What a script begins and ends with that holds markup signs: comments in the script, character data in XML. */
    public static final String CDATA_START = "//<![CDATA[\n";

    public static final String CDATA_END = "\n//]]>\n";

    private static final Pattern NOT_IN_CDATA = Pattern.compile("]]>|</script|<!--", Pattern.CASE_INSENSITIVE);

    /** A place of the page, or a file of the same export: a plain path downwards, or from the folder of the page's. */
    private static final Pattern WITHIN = Pattern.compile(
            "#.*|(\\.\\./|([a-z0-9][a-z0-9-]*/)*)[a-z0-9][a-z0-9-]*(\\.[a-z0-9]+)+(#[a-z0-9-]+)?", Pattern.DOTALL);

    /** A script of the same export, which stands beside the folder of the page. */
    private static final Pattern BESIDE = Pattern.compile("\\.\\./[a-z0-9][a-z0-9.-]*\\.js");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** An attribute of an element; its value is any text. */
    public record Attribute(String name, String value) {

        public Attribute {
            boolean leavesPage = (name.equals("src") && !BESIDE.matcher(value).matches())
                    || (name.equals("href") && !WITHIN.matcher(value).matches());
            if (!NAME.matcher(name).matches() || leavesPage || name.startsWith("on") || name.equals("style")) {
                throw new IllegalArgumentException("Expecting no handler, inline style or outside reference but was "
                        + name + "=\"" + value + "\"");
            }
        }
    }

    public static Attribute attribute(String name, String value) {
        return new Attribute(name, value);
    }

    /** Returns the attribute that names the rules of the style sheet for an element. */
    public static Attribute styled(String classes) {
        return new Attribute("class", classes);
    }

    /** Returns a coordinate or length of a drawing as an attribute. */
    public static Attribute place(String name, double value) {
        return new Attribute(name, position(value));
    }

    /** Returns a position as it is written in a drawing: at most one decimal, no locale. */
    public static String position(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public Markup open(String element, Attribute... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last and ends the line. */
    public Markup closeLine() {
        return close().line();
    }

    /** Writes an element with nothing inside. */
    public Markup empty(String element, Attribute... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** Writes an element with a text inside. */
    public Markup leaf(String element, String text, Attribute... attributes) {
        return open(element, attributes).text(text).close();
    }

    public Markup text(String text) {
        out.append(HtmlText.escape(text));
        return this;
    }

    public Markup line() {
        out.append('\n');
        return this;
    }

    /** Writes the content of the page's own style sheet or script, whose hash the page states. */
    public Markup verbatim(String content) {
        boolean isMarked = content.startsWith(CDATA_START) && content.endsWith(CDATA_END);
        String inside = isMarked
                ? content.substring(CDATA_START.length(), content.length() - CDATA_END.length())
                : content.replace("&", "<");
        if (isMarked ? NOT_IN_CDATA.matcher(inside).find() : inside.contains("<")) {
            throw new IllegalArgumentException("Expecting a style sheet or script without < and &, or one marked as"
                    + " character data without the end of a script");
        }
        out.append(content);
        return this;
    }

    /** Writes data for the page's script, inside a {@code script} element of a type that is never run. */
    public Markup json(JsonNode data) {
        out.append(ScriptJson.of(data));
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Expecting every element to be closed but open are " + open);
        }
        return out.toString();
    }

    private void start(String element, Attribute... attributes) {
        if (!NAME.matcher(element).matches()) {
            throw new IllegalArgumentException("Expecting the name of an element but was '" + element + "'");
        }
        out.append('<').append(element);
        for (Attribute attribute : attributes) {
            out.append(' ').append(attribute.name()).append("=\"");
            out.append(HtmlAttribute.escape(attribute.value())).append('"');
        }
    }
}
