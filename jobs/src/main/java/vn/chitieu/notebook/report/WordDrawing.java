package vn.chitieu.notebook.report;

import vn.chitieu.notebook.markup.HtmlAttribute;

/** The place of a chart in a paragraph of a Word document (DrawingML, ECMA-376 20.4). */
final class WordDrawing {

    private static final long MILLIMETRE = 36_000;
    private static final long WIDTH = 160 * MILLIMETRE;
    private static final long BAR = 11 * MILLIMETRE / 2;
    private static final long FRAME = 22 * MILLIMETRE;

    private static final String PLACE = """
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%s" cy="%s"/>\
            <wp:docPr id="%s" name="%s" descr="%s"/><wp:cNvGraphicFramePr/><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="%s"/>\
            </a:graphicData></a:graphic></wp:inline></w:drawing>""";

    private WordDrawing() {}

    /**
     * Returns the element of a run that shows a chart.
     *
     * @param relation of the document to the part of the chart
     * @param id of the drawing, another for each
     */
    static String of(BarChart chart, String relation, int id) {
        String shown = HtmlAttribute.escape(relation);
        long height = FRAME + BAR * chart.values().size();
        return PLACE.formatted(WIDTH, height, id, shown, HtmlAttribute.escape(chart.description()), shown);
    }
}
