package vn.chitieu.notebook.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import vn.chitieu.notebook.markup.HtmlAttribute;

/**
 * The charts of a sheet of a workbook, as parts of its package (ECMA-376 18.3.1.36, 20.5), and where printing begins a
 * new page.
 *
 * @param breaks the rows, from 0, before which a page ends
 */
record SheetDrawing(List<Place> charts, List<Integer> breaks) {

    private static final long MILLIMETRE = 36_000;
    private static final long WIDTH = 110 * MILLIMETRE;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String DRAWING = """
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s</xdr:wsDr>""";

    private static final String ANCHOR = """
            <xdr:oneCellAnchor><xdr:from><xdr:col>%s</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%s</xdr:row>\
            <xdr:rowOff>%s</xdr:rowOff></xdr:from><xdr:ext cx="%s" cy="%s"/><xdr:graphicFrame macro="">\
            <xdr:nvGraphicFramePr><xdr:cNvPr id="%s" name="chart%s" descr="%s"/><xdr:cNvGraphicFramePr/>\
            </xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId%s"/>\
            </a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>""";

    SheetDrawing {
        charts = List.copyOf(charts);
        breaks = List.copyOf(breaks);
    }

    /**
     * A chart and its place.
     *
     * @param row of its upper left corner, from 0
     * @param column likewise
     * @param height in millimetres
     */
    record Place(int row, int column, double height, OfficeChart chart) {}

    /**
     * Adds the charts to a workbook that has none.
     *
     * @param sheet number of the sheet, from 1
     */
    void addTo(SortedMap<String, byte[]> parts, int sheet) {
        String sheetPart = "xl/worksheets/sheet" + sheet + ".xml";
        if (!breaks.isEmpty()) {
            StringBuilder rows = new StringBuilder();
            breaks.forEach(row -> rows.append("<brk id=\"" + row + "\" max=\"16383\" man=\"1\"/>"));
            insert(
                    parts,
                    sheetPart,
                    "</worksheet>",
                    "<rowBreaks count=\"" + breaks.size() + "\" manualBreakCount=\"" + breaks.size() + "\">" + rows
                            + "</rowBreaks>");
        }
        if (charts.isEmpty()) {
            return;
        }
        insert(parts, sheetPart, "</worksheet>", "<drawing r:id=\"rId1\"/>");
        parts.put(
                "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                relations(relation(1, "drawing", "../drawings/drawing1.xml")));
        StringBuilder anchors = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder(type("xl/drawings/drawing1.xml", DRAWING_TYPE));
        for (int i = 0; i < charts.size(); i++) {
            int number = i + 1;
            anchors.append(anchor(charts.get(i), number));
            relations.append(relation(number, "chart", "../charts/chart" + number + ".xml"));
            String part = "xl/charts/chart" + number + ".xml";
            types.append(type(part, OfficeChart.CONTENT_TYPE));
            parts.put(part, charts.get(i).chart().part());
        }
        parts.put("xl/drawings/drawing1.xml", bytes(HEAD + DRAWING.formatted(anchors)));
        parts.put("xl/drawings/_rels/drawing1.xml.rels", relations(relations.toString()));
        insert(parts, "[Content_Types].xml", "</Types>", types.toString());
    }

    private static String anchor(Place place, int number) {
        return ANCHOR.formatted(
                place.column(),
                place.row(),
                MILLIMETRE,
                WIDTH,
                Math.round((place.height() - 1) * MILLIMETRE),
                number + 1,
                number,
                HtmlAttribute.escape(place.chart().title()),
                number);
    }

    private static byte[] relations(String relations) {
        return bytes(HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations + "</Relationships>");
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target
                + "\"/>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    /** Puts an element at the end of a part, which the writer of workbooks leaves as it is known to. */
    private static void insert(SortedMap<String, byte[]> parts, String part, String end, String element) {
        byte[] xml = parts.get(part);
        String text = xml == null ? "" : new String(xml, StandardCharsets.UTF_8);
        if (!text.endsWith(end)) {
            throw new IllegalStateException("Expecting " + part + " to end in " + end);
        }
        parts.put(part, bytes(text.substring(0, text.length() - end.length()) + element + end));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
