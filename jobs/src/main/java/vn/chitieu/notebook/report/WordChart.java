package vn.chitieu.notebook.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.notebook.markup.HtmlText;
import vn.chitieu.notebook.text.PlainText;

/**
 * A chart of bars as a part of a Word document (DrawingML, ECMA-376 21.2): Word draws it, so that its bytes depend on
 * no font of this machine, and an office can restyle it.
 *
 * @param description read to those who do not see it
 * @param categories the first at the top
 * @param values one for each category
 * @param decimals of the values as they stand beside the bars
 * @param largest end of an axis that begins at 0; nothing for one that fits the values
 */
record WordChart(
        String description, List<String> categories, List<Double> values, int decimals, OptionalDouble largest) {

    /** The type of the part. */
    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    private static final long MILLIMETRE = 36_000;
    private static final long WIDTH = 160 * MILLIMETRE;
    private static final long BAR = 11 * MILLIMETRE / 2;
    private static final long FRAME = 22 * MILLIMETRE;

    private static final String NAMESPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships\"""";

    private static final String PART = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace %s><c:roundedCorners val="0"/><c:chart>\
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr>\
            <a:r><a:rPr sz="1100" b="1"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>\
            <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>\
            <c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>\
            <c:spPr><a:solidFill><a:srgbClr val="2F6690"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>\
            <c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>\
            <c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
            <c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>\
            <c:cat><c:strLit>%s</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode>%s</c:numLit>\
            </c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
            <c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s\
            </c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>\
            <c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
            <c:crossAx val="1"/><c:crosses val="max"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>\
            <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr>\
            <a:endParaRPr/></a:p></c:txPr></c:chartSpace>
            """;

    private static final String PLACE = """
            <w:drawing %s><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%s" cy="%s"/>\
            <wp:docPr id="%s" name="%s" descr="%s"/><wp:cNvGraphicFramePr/><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="%s"/>\
            </a:graphicData></a:graphic></wp:inline></w:drawing>""";

    WordChart {
        categories = List.copyOf(categories);
        values = List.copyOf(values);
        if (categories.size() != values.size()) {
            throw new IllegalArgumentException("Expecting a value for each of " + categories.size()
                    + " categories but were given " + values.size());
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the part of the document. */
    byte[] part() {
        StringBuilder names = new StringBuilder(count());
        StringBuilder numbers = new StringBuilder(count());
        for (int i = 0; i < values.size(); i++) {
            names.append(point(i, text(categories.get(i))));
            numbers.append(point(i, String.valueOf(values.get(i))));
        }
        return PART.formatted(NAMESPACES, text(description), format(), names, numbers, axis())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the element of a run that shows the part.
     *
     * @param relation of the document to the part
     * @param id of the drawing, another for each
     */
    String drawing(String relation, int id) {
        String shown = HtmlText.escape(relation);
        return PLACE.formatted(NAMESPACES, WIDTH, FRAME + BAR * values.size(), id, shown, text(description), shown);
    }

    private String format() {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private String axis() {
        return largest.isEmpty() ? "" : "<c:max val=\"" + largest.getAsDouble() + "\"/><c:min val=\"0\"/>";
    }

    private String count() {
        return "<c:ptCount val=\"" + values.size() + "\"/>";
    }

    private static String point(int index, String value) {
        return "<c:pt idx=\"" + index + "\"><c:v>" + value + "</c:v></c:pt>";
    }

    private static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> PlainText.isInvisible(c) ? PlainText.REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return HtmlText.escape(clean.toString());
    }
}
