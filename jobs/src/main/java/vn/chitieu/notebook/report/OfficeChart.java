package vn.chitieu.notebook.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.chitieu.notebook.markup.HtmlAttribute;
import vn.chitieu.notebook.markup.HtmlText;
import vn.chitieu.notebook.text.PlainText;

/**
 * A chart as a part of an Office file (DrawingML, ECMA-376 21.2): Word and Excel draw it, so that its bytes depend on
 * no font of this machine, and an office can restyle it.
 *
 * @param categories the first at the top of bars, at the left of lines
 * @param format of the numbers, as Excel writes it
 * @param largest end of an axis that begins at 0; nothing for one that fits the values
 */
record OfficeChart(String title, Form form, Names categories, List<Line> lines, String format, OptionalDouble largest) {

    /** The type of the part. */
    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    /** What other parts call their relation to the part. */
    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";

    private static final int MOST_LETTERS = 120;

    private static final String NAMESPACES = """
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships\"""";

    private static final String PART = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace %s><c:roundedCorners val="0"/><c:chart>\
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr>\
            <a:r><a:rPr sz="1100" b="1"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>\
            <c:autoTitleDeleted val="0"/><c:plotArea>%s</c:plotArea>%s<c:plotVisOnly val="1"/>\
            <c:dispBlanksAs val="gap"/></c:chart>\
            <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr>\
            <a:endParaRPr/></a:p></c:txPr></c:chartSpace>
            """;

    /** With room for the number at the end of the longest bar. */
    private static final String BARS = """
            <c:layout><c:manualLayout><c:layoutTarget val="outer"/><c:xMode val="edge"/><c:yMode val="edge"/>\
            <c:x val="0.03"/><c:y val="0.18"/><c:w val="0.88"/><c:h val="0.75"/></c:manualLayout></c:layout>\
            <c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>%s\
            <c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
            <c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/>\
            <c:tickLblSkip val="1"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s\
            </c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="%s" sourceLinked="0"/>\
            <c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
            <c:crossAx val="1"/><c:crosses val="max"/></c:valAx>""";

    private static final String LINES = """
            <c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>%s\
            <c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="b"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>\
            <c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s\
            </c:scaling><c:delete val="0"/><c:axPos val="l"/>\
            <c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D5DBE3"/></a:solidFill></a:ln></c:spPr>\
            </c:majorGridlines><c:numFmt formatCode="%s" sourceLinked="0"/>\
            <c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
            <c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>""";

    private static final String LEGEND = "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>";

    private static final String LABELS = """
            <c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>\
            <c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
            <c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>""";

    OfficeChart {
        lines = List.copyOf(lines);
        int count = categories.texts().size();
        if (lines.stream().anyMatch(line -> line.values().size() != count)) {
            throw new IllegalArgumentException("Expecting a value or none for each of " + count + " categories");
        }
    }

    /** How numbers are shown. */
    enum Form {
        BARS,
        LINES
    }

    /** What a series looks like: a colour, the width of its line in points, dashes. */
    enum Stroke {
        BAR("2F6690", 0, "solid"),
        KNOWN("0B4F8A", 2.5, "solid"),
        PROJECTED("0B4F8A", 2, "sysDash"),
        BOUND("7FA8CC", 1, "solid"),
        BEFORE("556070", 1.25, "solid"),
        GOAL("A3151C", 1.75, "solid");

        private static final int POINT = 12_700;

        private final String colour;
        private final double width;
        private final String dash;

        Stroke(String colour, double width, String dash) {
            this.colour = colour;
            this.width = width;
            this.dash = dash;
        }

        private String shape() {
            String fill = "<a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill>";
            return "<c:spPr>"
                    + (width == 0
                            ? fill
                            : "<a:ln w=\"" + Math.round(width * POINT) + "\" cap=\"rnd\">" + fill + "<a:prstDash val=\""
                                    + dash + "\"/></a:ln>")
                    + "</c:spPr>";
        }
    }

    /**
     * Names of the categories.
     *
     * @param cells of the workbook that hold them; empty where the chart holds them itself
     */
    record Names(List<String> texts, String cells) {

        Names {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A series.
     *
     * @param values one, or none, for each category
     * @param cells of the workbook that hold them; empty where the chart holds them itself
     */
    record Line(String name, Stroke stroke, List<OptionalDouble> values, String cells) {

        Line {
            values = List.copyOf(values);
        }
    }

    /** Returns the part. */
    byte[] part() {
        String series = IntStream.range(0, lines.size()).mapToObj(this::series).collect(Collectors.joining());
        String area = (form == Form.BARS ? BARS : LINES).formatted(series, axis(), HtmlAttribute.escape(axisFormat()));
        return PART.formatted(
                        NAMESPACES,
                        HtmlText.escape(PlainText.cut(title, MOST_LETTERS)),
                        area,
                        lines.size() > 1 ? LEGEND : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String series(int index) {
        Line line = lines.get(index);
        boolean isBar = form == Form.BARS;
        return "<c:ser><c:idx val=\"" + index + "\"/><c:order val=\"" + index + "\"/><c:tx><c:v>"
                + HtmlText.escape(PlainText.cut(line.name(), MOST_LETTERS)) + "</c:v></c:tx>"
                + line.stroke().shape()
                + (isBar
                        ? "<c:invertIfNegative val=\"0\"/>" + LABELS.formatted(HtmlAttribute.escape(format))
                        : "<c:marker><c:symbol val=\"none\"/></c:marker>")
                + "<c:cat>" + names() + "</c:cat><c:val>" + numbers(line) + "</c:val>"
                + (isBar ? "" : "<c:smooth val=\"0\"/>") + "</c:ser>";
    }

    private String names() {
        StringBuilder points = new StringBuilder(count());
        for (int i = 0; i < categories.texts().size(); i++) {
            points.append(point(i, HtmlText.escape(categories.texts().get(i))));
        }
        return data("str", categories.cells(), points);
    }

    private String numbers(Line line) {
        StringBuilder points = new StringBuilder("<c:formatCode>General</c:formatCode>").append(count());
        for (int i = 0; i < line.values().size(); i++) {
            int place = i;
            line.values().get(i).ifPresent(value -> points.append(point(place, String.valueOf(value))));
        }
        return data("num", line.cells(), points);
    }

    /** Returns data that stand in the chart, or in cells with a copy in the chart. */
    private static String data(String kind, String cells, StringBuilder points) {
        return cells.isEmpty()
                ? "<c:" + kind + "Lit>" + points + "</c:" + kind + "Lit>"
                : "<c:" + kind + "Ref><c:f>" + HtmlText.escape(cells) + "</c:f><c:" + kind + "Cache>" + points + "</c:"
                        + kind + "Cache></c:" + kind + "Ref>";
    }

    /** Returns how the axis is written, without words; that of bars that fit their values as short as it can be. */
    private String axisFormat() {
        return form == Form.BARS && largest.isEmpty() ? "General" : format.substring(format.lastIndexOf(';') + 1);
    }

    private String axis() {
        return largest.isEmpty() ? "" : "<c:max val=\"" + largest.getAsDouble() + "\"/><c:min val=\"0\"/>";
    }

    private String count() {
        return "<c:ptCount val=\"" + categories.texts().size() + "\"/>";
    }

    private static String point(int index, String value) {
        return "<c:pt idx=\"" + index + "\"><c:v>" + value + "</c:v></c:pt>";
    }
}
