package vn.chitieu.notebook.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.FanChart.Place;
import vn.chitieu.notebook.chart.FanChart.Range;
import vn.chitieu.notebook.chart.Mark.Role;
import vn.chitieu.notebook.chart.RowChart.Row;
import vn.chitieu.notebook.markup.PlotlyText;
import vn.chitieu.notebook.programme.Trajectory.Goal;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/**
 * Charts as Plotly figures, for pages whose script runs: the same numbers and labels as the drawings, and every number
 * stated where the pointer is. Colours are names of the page's style, {@code --accent}.
 */
public final class PlotlyRenderer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double LETTER = 7.6;
    private static final int COLOURS = 5;
    private static final int NAME_LETTERS = 38;
    private static final int FAN_HEIGHT = 340;
    private static final int FAN_MARGIN = 34;

    private final ObjectNode figure = JSON.objectNode();
    private final ArrayNode traces = figure.putArray("data");
    private final ObjectNode layout = figure.putObject("layout");
    private final ArrayNode annotations = layout.putArray("annotations");

    private PlotlyRenderer(int height) {
        layout.put("height", height);
        layout.put("showlegend", false);
        layout.put("paper_bgcolor", "rgba(0,0,0,0)");
        layout.put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.put("hovermode", "closest");
        layout.put("dragmode", false);
        layout.putObject("font").put("color", "--ink").put("size", 13);
        layout.putObject("hoverlabel").put("bgcolor", "--card").put("bordercolor", "--quiet");
    }

    /** Returns a chart as a figure, if its kind is shown as one: the year of a target, stacked columns, rows. */
    public static Optional<ObjectNode> figure(Chart chart) {
        if (chart instanceof FanChart fan) {
            return Optional.of(fan(fan));
        }
        if (chart instanceof CategoryChart categories && categories.kind() == Kind.STACKS) {
            return Optional.of(stacks(categories));
        }
        return chart instanceof RowChart rows ? Optional.of(rows(rows)) : Optional.empty();
    }

    private static ObjectNode fan(FanChart fan) {
        PlotlyRenderer chart = new PlotlyRenderer(FAN_HEIGHT);
        ChartScale y = fan.heights();
        List<Mark> ends = fan.ends();
        double first = fan.begin();
        int count = fan.count();
        chart.margins(y, fan.texts().numbers(), ends.stream().map(Mark::label).toList());
        ObjectNode x = chart.layout.putObject("xaxis");
        range(x, first, count + 0.12)
                .put("fixedrange", true)
                .put("showgrid", false)
                .put("zeroline", false);
        ArrayNode places = x.putArray("tickvals");
        ArrayNode names = x.putArray("ticktext");
        for (int i = 1; i <= count; i++) {
            places.add(i);
            names.add(fan.tick(i));
        }
        chart.band("--band95", fan.band(true));
        chart.band("--band80", fan.band(false));
        List<Goal> goals = fan.year().goals();
        goals.stream().skip(1).forEach(goal -> chart.level(goal.level(), first, count, 1.2, "dot"));
        goals.stream().limit(1).forEach(goal -> chart.level(goal.level(), first, count, 2, "solid"));
        add(chart.trace("--quiet", 1.3, "solid"), fan.lastYear());
        List<Place> projected =
                fan.projected().stream().filter(place -> place.at() > 0).toList();
        add(chart.trace("--accent", 2.4, "dash"), fan.year().end().isKnown() ? List.of() : projected)
                .put("mode", "lines+markers");
        add(chart.trace("--accent", 2.8, "solid"), fan.known()).put("mode", "lines+markers");
        double[] heights = FanChart.spread(ends, y);
        double scale = (FAN_HEIGHT - 2 * FAN_MARGIN) / (y.start() - y.end());
        for (int i = 0; i < ends.size(); i++) {
            chart.endLabel(ends.get(i), (y.at(ends.get(i).value()) - heights[i]) * scale);
        }
        chart.title(fan.unit());
        return chart.figure;
    }

    private static ObjectNode stacks(CategoryChart stacks) {
        PlotlyRenderer chart = new PlotlyRenderer(340);
        chart.layout.put("barmode", "relative").put("bargap", 0.28).put("showlegend", true);
        chart.layout
                .putObject("legend")
                .put("orientation", "h")
                .put("x", 0)
                .put("y", -0.14)
                .put("itemclick", false)
                .put("itemdoubleclick", false);
        chart.layout.putObject("margin").put("l", 44).put("r", 8).put("t", 38).put("b", 60);
        chart.layout.putObject("uniformtext").put("mode", "hide").put("minsize", 10);
        chart.layout.put("separators", stacks.numbers().separators());
        ObjectNode x = chart.layout.putObject("xaxis");
        x.put("type", "category").put("fixedrange", true).put("showgrid", false);
        chart.layout
                .putObject("yaxis")
                .put("fixedrange", true)
                .put("gridcolor", "--line")
                .put("zerolinecolor", "--ink");
        List<SeriesLine> series = stacks.series();
        for (int s = 0; s < series.size(); s++) {
            int style = stacks.style(s) % COLOURS;
            ObjectNode trace = chart.traces.addObject();
            trace.put("type", "bar").put("name", PlotlyText.escape(series.get(s).name()));
            trace.put("hoverinfo", "text").put("textposition", "inside").put("insidetextanchor", "middle");
            trace.put("textangle", 0);
            trace.putObject("marker")
                    .put("color", "--s" + style)
                    .putObject("line")
                    .put("color", "--card")
                    .put("width", 1);
            trace.putObject("insidetextfont").put("color", "--i" + style);
            values(trace, series.get(s), stacks);
        }
        if (stacks.total().values().stream().anyMatch(OptionalDouble::isPresent)) {
            ObjectNode trace = chart.traces.addObject();
            trace.put("type", "scatter").put("mode", "markers+text").put("textposition", "top center");
            trace.put("name", PlotlyText.escape(stacks.total().name())).put("hoverinfo", "text");
            trace.putObject("marker")
                    .put("color", "--s0")
                    .put("symbol", "diamond")
                    .put("size", 9);
            trace.put("cliponaxis", false);
            values(trace, stacks.total(), stacks);
        }
        chart.title(stacks.unit());
        return chart.figure;
    }

    private static ObjectNode rows(RowChart shown) {
        List<Row> rows = shown.rows();
        PlotlyRenderer chart = new PlotlyRenderer(60 + 26 * rows.size());
        int longest = SvgCanvas.widest(rows.stream()
                .map(row -> PlainText.cut(row.name(), NAME_LETTERS))
                .toList());
        int beside =
                SvgCanvas.widest(rows.stream().map(PlotlyRenderer::besideMark).toList());
        chart.layout
                .putObject("margin")
                .put("l", (int) (LETTER * longest) + 12)
                .put("r", (int) (LETTER * beside) + 12)
                .put("t", 26)
                .put("b", 8);
        ObjectNode x = chart.layout.putObject("xaxis");
        double air = (shown.high() - shown.low()) / 50;
        range(x, shown.low() - air, shown.high() + air)
                .put("fixedrange", true)
                .put("side", "top")
                .put("gridcolor", "--line")
                .put("zeroline", false);
        ArrayNode places = x.putArray("tickvals");
        ArrayNode names = x.putArray("ticktext");
        shown.guides().forEach(guide -> {
            places.add(guide.value());
            names.add(PlotlyText.escape(guide.label()));
        });
        ObjectNode y = chart.layout.putObject("yaxis");
        y.put("fixedrange", true).put("showgrid", false).put("zeroline", false);
        range(y, rows.size() - 0.5, -0.5);
        ArrayNode rowPlaces = y.putArray("tickvals");
        ArrayNode rowNames = y.putArray("ticktext");
        ObjectNode trace = chart.traces.addObject();
        trace.put("type", "scatter").put("mode", "markers+text").put("textposition", "middle right");
        trace.put("hoverinfo", "text").put("cliponaxis", false);
        ArrayNode colours = trace.putObject("marker").put("size", 11).putArray("color");
        ArrayNode stated = trace.putArray("hovertext");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            rowPlaces.add(i);
            rowNames.add(PlotlyText.escape(PlainText.cut(row.name(), NAME_LETTERS)));
            add(trace, row.value(), i, PlotlyText.escape(besideMark(row)));
            stated.add(PlotlyText.escape(PlainText.cut(row.name(), 90) + ": " + row.stated()));
            colours.add("--" + row.verdict().replace("not_evaluable", "none") + "-ink");
            Double from = row.from();
            if (from != null) {
                chart.layout
                        .withArray("shapes")
                        .addObject()
                        .put("type", "line")
                        .put("x0", from)
                        .put("x1", row.value())
                        .put("y0", i)
                        .put("y1", i)
                        .putObject("line")
                        .put("color", "--quiet")
                        .put("width", 5);
            }
        }
        return chart.figure;
    }

    private static String besideMark(Row row) {
        return "  " + row.symbol() + " " + row.stated();
    }

    private static void values(ObjectNode trace, SeriesLine line, CategoryChart chart) {
        ArrayNode stated = trace.putArray("hovertext");
        ArrayNode x = trace.putArray("x");
        ArrayNode y = trace.putArray("y");
        ArrayNode text = trace.putArray("text");
        for (int i = 0; i < chart.categories().size(); i++) {
            if (line.values().get(i).isPresent()) {
                double value = line.values().get(i).getAsDouble();
                String category = chart.categories().get(i);
                x.add(category);
                y.add(rounded(value));
                text.add(chart.number(value));
                stated.add(PlotlyText.escape(line.name() + ", " + category + ": " + chart.number(value)));
            }
        }
    }

    private void band(String colour, List<Range> band) {
        ObjectNode trace = traces.addObject();
        trace.put("type", "scatter").put("mode", "lines").put("fill", "toself").put("hoverinfo", "skip");
        trace.put("fillcolor", colour);
        trace.putObject("line").put("width", 0);
        ArrayNode x = trace.putArray("x");
        ArrayNode y = trace.putArray("y");
        for (Range range : band) {
            x.add(range.at());
            y.add(rounded(range.low()));
        }
        for (int i = band.size() - 1; i >= 0; i--) {
            x.add(band.get(i).at());
            y.add(rounded(band.get(i).high()));
        }
    }

    private void level(double value, double from, double to, double width, String dash) {
        ObjectNode trace = trace("--goal", width, dash);
        trace.put("hoverinfo", "skip");
        add(trace, from, value, "");
        add(trace, to, value, "");
    }

    private ObjectNode trace(String colour, double width, String dash) {
        ObjectNode trace = traces.addObject();
        trace.put("type", "scatter").put("mode", "lines").put("hoverinfo", "text");
        trace.putObject("line").put("color", colour).put("width", width).put("dash", dash);
        trace.putArray("x");
        trace.putArray("y");
        trace.putArray("text");
        return trace;
    }

    private static void add(ObjectNode trace, double x, double y, String text) {
        trace.withArray("x").add(rounded(x));
        trace.withArray("y").add(rounded(y));
        trace.withArray("text").add(text);
    }

    private static ObjectNode add(ObjectNode trace, List<Place> line) {
        for (Place place : line) {
            String stated = place.stated().stream().map(PlotlyText::escape).collect(Collectors.joining("<br>"));
            add(trace, place.at(), place.value(), stated);
        }
        return trace;
    }

    private void margins(ChartScale y, NumberFormats numbers, List<String> ends) {
        ObjectNode axis = layout.putObject("yaxis");
        range(axis, y.low(), y.high())
                .put("fixedrange", true)
                .put("gridcolor", "--line")
                .put("zeroline", false);
        ArrayNode places = axis.putArray("tickvals");
        ArrayNode names = axis.putArray("ticktext");
        List<Double> ticks = y.ticks(5);
        int widest = 0;
        for (double tick : ticks) {
            String label = ChartScale.tickLabel(tick, ticks, numbers);
            places.add(rounded(tick));
            names.add(label);
            widest = Math.max(widest, PlainText.width(label));
        }
        layout.putObject("margin")
                .put("l", (int) (LETTER * widest) + 14)
                .put("r", (int) (LETTER * SvgCanvas.widest(ends)) + 10)
                .put("t", FAN_MARGIN)
                .put("b", FAN_MARGIN);
    }

    private void endLabel(Mark end, double shift) {
        ObjectNode label = annotations.addObject();
        label.put("xref", "paper").put("x", 1).put("xanchor", "left").put("xshift", 4);
        label.put("yref", "y")
                .put("y", rounded(end.value()))
                .put("yshift", rounded(shift))
                .put("showarrow", false);
        label.put("text", PlotlyText.escape(end.label()))
                .putObject("font")
                .put("color", colour(end.role()))
                .put("size", 13);
    }

    private static String colour(Role role) {
        return switch (role) {
            case ESTIMATE -> "--accent";
            case GOAL -> "--goal";
            case OTHER_GOAL, LAST_YEAR -> "--quiet";
        };
    }

    private void title(String unit) {
        ObjectNode label = annotations.addObject();
        label.put("xref", "paper").put("x", 0).put("xanchor", "left");
        label.put("xshift", 2 - layout.path("margin").path("l").asInt());
        label.put("yref", "paper")
                .put("y", 1)
                .put("yanchor", "bottom")
                .put("yshift", 8)
                .put("showarrow", false);
        label.put("text", PlotlyText.escape(unit))
                .putObject("font")
                .put("color", "--quiet")
                .put("size", 13);
    }

    private static ObjectNode range(ObjectNode axis, double from, double to) {
        axis.putArray("range").add(rounded(from)).add(rounded(to));
        return axis;
    }

    /** Six digits are more than a screen shows; the tables have the numbers whole. */
    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    }
}
