package vn.chitieu.notebook.chart;

import vn.chitieu.notebook.markup.Markup;

/** A chart that can be drawn into a page or into a document of its own. */
@FunctionalInterface
public interface ChartDrawing {

    /**
     * Writes the chart as one {@code svg} element.
     *
     * @param name the attribute that says what the drawing shows: a reference to its sentence, or the sentence itself
     */
    void draw(Markup page, Markup.Attribute name);
}
