package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.position;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.Collection;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.text.PlainText;

/** The shapes that drawings are made of, each with a class of the style sheet. */
record SvgCanvas(Markup page) {

    /** Opens a drawing. */
    void open(String style, double width, double height, Attribute name) {
        String box = "0 0 " + position(width) + " " + position(height);
        page.open("svg", attribute("viewBox", box), styled(style), attribute("role", "img"), name);
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        page.empty("line", styled(style), place("x1", x1), place("y1", y1), place("x2", x2), place("y2", y2));
    }

    void rect(String style, double across, double down, double width, double height) {
        page.empty(
                "rect",
                styled(style),
                place("x", across),
                place("y", down),
                place("width", width),
                place("height", height));
    }

    void circle(String style, double across, double down, double radius) {
        page.empty("circle", styled(style), place("cx", across), place("cy", down), place("r", radius));
    }

    void text(String style, double across, double down, String text) {
        page.leaf("text", text, styled(style), place("x", across), place("y", down));
    }

    /**
     * Draws a line or an area through points.
     *
     * @param element {@code polyline} or {@code polygon}
     */
    void points(String element, String style, Collection<String> points) {
        page.empty(element, styled(style), attribute("points", String.join(" ", points)));
    }

    static String point(double across, double down) {
        return position(across) + "," + position(down);
    }

    /** Returns how many columns the longest text takes. */
    static int widest(Collection<String> texts) {
        return texts.stream().mapToInt(PlainText::width).max().orElse(0);
    }
}
