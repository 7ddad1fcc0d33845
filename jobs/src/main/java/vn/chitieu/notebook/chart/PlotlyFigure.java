package vn.chitieu.notebook.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vn.chitieu.notebook.chart.FanChart.EndLabel;
import vn.chitieu.notebook.markup.PlotlyText;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Point;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/**
 * Charts as Plotly figures, for pages whose script runs: the same numbers and labels as the drawings, and every number
 * told where the pointer is. Colours are names of the page's style, {@code --accent}.
 */
public final class PlotlyFigure {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double LETTER = 7.6;
    private static final List<String> SECTOR_COLOURS = List.of("--s0", "--s1", "--s2", "--s3", "--s4");

    private final ObjectNode figure = JSON.objectNode();
    private final ArrayNode traces = figure.putArray("data");
    private final ObjectNode layout = figure.putObject("layout");
    private final ArrayNode annotations = layout.putArray("annotations");

    private PlotlyFigure(int height) {
        layout.put("height", height);
        layout.put("showlegend", false);
        layout.put("paper_bgcolor", "rgba(0,0,0,0)");
        layout.put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.put("hovermode", "closest");
        layout.put("dragmode", false);
        layout.putObject("font").put("color", "--ink").put("size", 13);
        layout.putObject("hoverlabel").put("bgcolor", "--card").put("bordercolor", "--quiet");
    }

    /** Returns the year of a target: known, projected with its intervals, last year, the goals. */
    public static ObjectNode fan(Trajectory year, TargetTexts texts) {
        PlotlyFigure chart = new PlotlyFigure(340);
        ChartScale y = FanChart.heights(year);
        List<EndLabel> ends = FanChart.endLabels(year, texts);
        int count = year.points().size();
        double first = year.isCumulated() ? 0 : 0.5;
        chart.margins(y, texts.numbers(), ends.stream().map(EndLabel::text).toList(), 34);
        ObjectNode x = chart.layout.putObject("xaxis");
        range(x, first, count + 0.12)
                .put("fixedrange", true)
                .put("showgrid", false)
                .put("zeroline", false);
        ArrayNode places = x.putArray("tickvals");
        ArrayNode names = x.putArray("ticktext");
        for (int i = 1; i <= count; i++) {
            places.add(i);
            names.add(texts.periodTick(year.points().get(i - 1).period()));
        }
        chart.band(year, true);
        chart.band(year, false);
        year.goals().stream().skip(1).forEach(goal -> chart.level(goal.level(), first, count, "--goal", 1.2, "dot"));
        if (!year.goals().isEmpty()) {
            chart.level(year.goals().get(0).level(), first, count, "--goal", 2, "solid");
        }
        ObjectNode last = chart.trace("scatter", "--quiet", 1.3, "solid");
        ObjectNode projected = chart.trace("scatter", "--accent", 2.4, "dash");
        ObjectNode known = chart.trace("scatter", "--accent", 2.8, "solid");
        if (year.isCumulated()) {
            add(last, 0, 0, "");
            add(known, 0, 0, "");
        }
        boolean isFirstProjected = true;
        for (int i = 0; i < count; i++) {
            Point p = year.points().get(i);
            int place = i + 1;
            p.lastYear()
                    .ifPresent(v -> add(
                            last,
                            place,
                            v,
                            told(texts, p, v, year, texts.texts().text("twin.last_year"))));
            String kind = texts.texts().text(p.isKnown() ? "twin.known" : "twin.projected");
            String said = told(texts, p, p.value(), year, kind);
            if (p.isKnown()) {
                add(known, place, p.value(), said);
            } else {
                if (isFirstProjected && i > 0) {
                    add(projected, i, year.points().get(i - 1).value(), "");
                }
                isFirstProjected = false;
                boolean hasRange = p.p10().isPresent() && p.p90().isPresent();
                String range = hasRange
                        ? "<br>" + texts.texts().text("twin.interval") + ": "
                                + PlotlyText.escape(texts.range(
                                        p.p10().getAsDouble(), p.p90().getAsDouble(), year.decimals()))
                        : "";
                add(projected, place, p.value(), said + range);
            }
        }
        projected.put("mode", "lines+markers");
        known.put("mode", "lines+markers");
        double[] heights = FanChart.spread(ends, y);
        double scale = (340 - 34 - 34) / (y.start() - y.end());
        for (int i = 0; i < ends.size(); i++) {
            EndLabel end = ends.get(i);
            double shift = (y.at(end.value()) - heights[i]) * scale;
            String colour = end.style().contains("goaltext")
                    ? "--goal"
                    : end.style().contains("strong") ? "--accent" : "--quiet";
            chart.endLabel(end.text(), end.value(), shift, colour);
        }
        chart.title(texts.unit(year.unitCode()));
        return chart.figure;
    }

    /** Returns stacked columns with the total as a mark. */
    public static ObjectNode stacks(
            List<Integer> years, List<SeriesLine> series, SeriesLine total, ProgrammeView view) {
        PlotlyFigure chart = new PlotlyFigure(340);
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
        chart.layout.put("separators", separators(view.texts()));
        ObjectNode x = chart.layout.putObject("xaxis");
        x.put("type", "category").put("fixedrange", true).put("showgrid", false);
        chart.layout
                .putObject("yaxis")
                .put("fixedrange", true)
                .put("gridcolor", "--line")
                .put("zerolinecolor", "--ink");
        for (int s = 0; s < series.size(); s++) {
            ObjectNode trace = chart.traces.addObject();
            trace.put("type", "bar").put("name", PlotlyText.escape(series.get(s).name()));
            trace.put("hoverinfo", "text").put("textposition", "inside").put("insidetextanchor", "middle");
            trace.put("textangle", 0);
            trace.putObject("marker")
                    .put("color", SECTOR_COLOURS.get(series.get(s).styleAt(s) % SECTOR_COLOURS.size()))
                    .putObject("line")
                    .put("color", "--card")
                    .put("width", 1);
            trace.putObject("insidetextfont").put("color", "--i" + series.get(s).styleAt(s) % SECTOR_COLOURS.size());
            chart.yearly(trace, years, series.get(s), view);
        }
        if (total.values().stream().anyMatch(OptionalDouble::isPresent)) {
            ObjectNode trace = chart.traces.addObject();
            trace.put("type", "scatter").put("mode", "markers+text").put("textposition", "top center");
            trace.put("name", PlotlyText.escape(total.name())).put("hoverinfo", "text");
            trace.putObject("marker")
                    .put("color", "--s0")
                    .put("symbol", "diamond")
                    .put("size", 9);
            trace.put("cliponaxis", false);
            chart.yearly(trace, years, total, view);
        }
        chart.title(view.text("unit.points"));
        return chart.figure;
    }

    /** Returns named probabilities as marks on an axis from 0 to 100. */
    public static ObjectNode probabilities(List<RowChart.Row> rows, List<RowChart.Guide> guides) {
        PlotlyFigure chart = new PlotlyFigure(60 + 26 * rows.size());
        int longest = rows.stream()
                .mapToInt(row -> PlainText.width(PlainText.cut(row.name(), 38)))
                .max()
                .orElse(0);
        chart.layout
                .putObject("margin")
                .put("l", (int) (LETTER * longest) + 12)
                .put("r", 150)
                .put("t", 26)
                .put("b", 8);
        ObjectNode x = chart.layout.putObject("xaxis");
        range(x, -2, 102)
                .put("fixedrange", true)
                .put("side", "top")
                .put("gridcolor", "--line")
                .put("zeroline", false);
        ArrayNode places = x.putArray("tickvals");
        ArrayNode names = x.putArray("ticktext");
        guides.forEach(guide -> {
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
        ArrayNode told = trace.putArray("hovertext");
        for (int i = 0; i < rows.size(); i++) {
            RowChart.Row row = rows.get(i);
            rowPlaces.add(i);
            rowNames.add(PlotlyText.escape(PlainText.cut(row.name(), 38)));
            add(trace, row.value(), i, PlotlyText.escape("  " + row.symbol() + " " + row.said()));
            told.add(PlotlyText.escape(PlainText.cut(row.name(), 90) + ": " + row.said()));
            colours.add("--" + row.style().substring(2).replace("not_evaluable", "none") + "-ink");
        }
        return chart.figure;
    }

    private static String told(TargetTexts texts, Point p, double value, Trajectory year, String kind) {
        return PlotlyText.escape(texts.throughPeriod(p.period().toString()) + ", " + kind + ": "
                + texts.numbers().number(value, year.decimals()));
    }

    private void yearly(ObjectNode trace, List<Integer> years, SeriesLine line, ProgrammeView view) {
        ArrayNode told = trace.putArray("hovertext");
        ArrayNode x = trace.putArray("x");
        ArrayNode y = trace.putArray("y");
        ArrayNode text = trace.putArray("text");
        for (int i = 0; i < years.size(); i++) {
            if (line.values().get(i).isPresent()) {
                double value = line.values().get(i).getAsDouble();
                x.add(String.valueOf(years.get(i)));
                y.add(rounded(value));
                text.add(view.number(value, 2));
                told.add(PlotlyText.escape(line.name() + ", " + years.get(i) + ": " + view.number(value, 2)));
            }
        }
    }

    private void band(Trajectory year, boolean isWide) {
        ObjectNode trace = traces.addObject();
        trace.put("type", "scatter").put("mode", "lines").put("fill", "toself").put("hoverinfo", "skip");
        trace.put("fillcolor", isWide ? "--band95" : "--band80");
        trace.putObject("line").put("width", 0);
        ArrayNode x = trace.putArray("x");
        ArrayNode y = trace.putArray("y");
        ArrayNode backX = JSON.arrayNode();
        ArrayNode backY = JSON.arrayNode();
        for (int i = year.points().size(); i > 0; i--) {
            Point p = year.points().get(i - 1);
            OptionalDouble low = isWide ? p.p2_5() : p.p10();
            OptionalDouble high = isWide ? p.p97_5() : p.p90();
            if (!p.isKnown() && (low.isEmpty() || high.isEmpty())) {
                continue;
            }
            x.add(i);
            y.add(rounded(low.orElse(p.value())));
            backX.insert(0, i);
            backY.insert(0, rounded(high.orElse(p.value())));
            if (p.isKnown()) {
                break;
            }
        }
        x.addAll(backX);
        y.addAll(backY);
    }

    private void level(double value, double from, double to, String colour, double width, String dash) {
        ObjectNode trace = trace("scatter", colour, width, dash);
        trace.put("hoverinfo", "skip");
        add(trace, from, value, "");
        add(trace, to, value, "");
    }

    private ObjectNode trace(String type, String colour, double width, String dash) {
        ObjectNode trace = traces.addObject();
        trace.put("type", type).put("mode", "lines").put("hoverinfo", "text");
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

    private void margins(ChartScale y, NumberFormats numbers, List<String> ends, int bottom) {
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
            String label = numbers.number(tick, ChartScale.tickDecimals(ticks));
            places.add(rounded(tick));
            names.add(label);
            widest = Math.max(widest, PlainText.width(label));
        }
        int right = ends.stream().mapToInt(PlainText::width).max().orElse(0);
        layout.putObject("margin")
                .put("l", (int) (LETTER * widest) + 14)
                .put("r", (int) (LETTER * right) + 10)
                .put("t", 34)
                .put("b", bottom);
    }

    private void endLabel(String text, double value, double shift, String colour) {
        ObjectNode label = annotations.addObject();
        label.put("xref", "paper").put("x", 1).put("xanchor", "left").put("xshift", 4);
        label.put("yref", "y")
                .put("y", rounded(value))
                .put("yshift", rounded(shift))
                .put("showarrow", false);
        label.put("text", PlotlyText.escape(text))
                .putObject("font")
                .put("color", colour)
                .put("size", 13);
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

    private static String separators(TargetTexts texts) {
        return texts.language().code().toLowerCase(Locale.ROOT).equals("vi") ? ",." : ".,";
    }

    /** Six digits are more than a screen shows; the tables have the numbers whole. */
    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    }
}
