package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.text.Resources;

/** A drawing as a document of its own, with its style inside and readable on white paper. */
public final class SvgDocument {

    private static final String STYLE = style(Resources.text("page.css"));

    private SvgDocument() {}

    /**
     * Returns the document.
     *
     * @param sentence what the drawing shows
     */
    public static String of(Chart chart, String sentence) {
        Markup page = new Markup();
        SvgRenderer.draw(chart, page, attribute("aria-label", sentence));
        String svg = page.toString().strip();
        int inside = svg.indexOf('>') + 1;
        Markup head = new Markup();
        head.leaf("title", sentence).open("style").verbatim(STYLE).close();
        head.empty("rect", attribute("width", "100%"), attribute("height", "100%"), attribute("fill", "#ffffff"));
        return svg.substring(0, inside).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                + head
                + svg.substring(inside);
    }

    /** Returns the rules of the page that are about drawings, with the colours of light paper in place of names. */
    private static String style(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher named = Pattern.compile("(--[a-z0-9-]+): ([^;]+);").matcher(css.substring(0, css.indexOf("@media")));
        while (named.find()) {
            colours.put(named.group(1), named.group(2));
        }
        StringBuilder style = new StringBuilder();
        css.substring(0, css.indexOf("@media (min-width"))
                .lines()
                .filter(line -> line.startsWith(".chart") || line.startsWith("svg ."))
                .forEach(line -> style.append(line).append('\n'));
        style.append(".chart { max-width: 45rem; }\n"); // nothing around it bounds its width
        Matcher used = Pattern.compile("var\\((--[a-z0-9-]+)\\)").matcher(style);
        return used.replaceAll(found -> Matcher.quoteReplacement(colours.getOrDefault(found.group(1), "#000000")));
    }
}
