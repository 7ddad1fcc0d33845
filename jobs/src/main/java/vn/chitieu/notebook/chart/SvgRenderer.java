package vn.chitieu.notebook.chart;

import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.markup.Markup.Attribute;

/** Charts as drawings, in a page or in a document of their own. */
public final class SvgRenderer {

    private SvgRenderer() {}

    /**
     * Writes a chart as one {@code svg} element.
     *
     * @param name the attribute that says what the drawing shows: a reference to its sentence, or the sentence itself
     */
    public static void draw(Chart chart, Markup page, Attribute name) {
        SvgCanvas canvas = new SvgCanvas(page);
        if (chart instanceof CategoryChart categories) {
            new SvgCategories(canvas, categories).draw(name);
        } else if (chart instanceof FanChart fan) {
            new SvgFan(canvas, fan).draw(name);
        } else if (chart instanceof IntervalChart interval) {
            new SvgInterval(canvas, interval).draw(name);
        } else if (chart instanceof RowChart rows) {
            new SvgRows(canvas, rows).draw(name);
        }
        page.closeLine();
    }
}
