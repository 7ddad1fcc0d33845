package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.notebook.chart.FanChart.Place;
import vn.chitieu.notebook.chart.FanChart.Range;
import vn.chitieu.notebook.chart.Mark.Role;
import vn.chitieu.notebook.markup.Markup.Attribute;

/** The year of a target as a drawing. */
final class SvgFan {

    private static final double WIDTH = 560;
    private static final double LETTER = 10.4;
    private static final int MOST_LABELS = 6;

    private final SvgCanvas canvas;
    private final FanChart chart;
    private final ChartScale x;
    private final ChartScale y;
    private final List<Double> ticks;
    private final List<Mark> ends;

    SvgFan(SvgCanvas canvas, FanChart chart) {
        this.canvas = canvas;
        this.chart = chart;
        this.y = chart.heights();
        this.ticks = y.ticks(5);
        this.ends = chart.ends();
        double left = 10
                + LETTER * SvgCanvas.widest(ticks.stream().map(this::tickLabel).toList());
        double right = WIDTH
                - 12
                - LETTER * SvgCanvas.widest(ends.stream().map(Mark::label).toList());
        this.x = new ChartScale(chart.begin(), chart.count(), left, right);
    }

    void draw(Attribute name) {
        canvas.open("chart", WIDTH, 302, name);
        grid();
        canvas.page().line();
        band("band95", chart.band(true));
        band("band80", chart.band(false));
        lastYear();
        canvas.page().line();
        goals();
        polyline("projected", chart.projected());
        polyline("known", chart.known());
        chart.known().stream()
                .filter(p -> p.at() > 0)
                .forEach(p -> canvas.circle("dot", x.at(p.at()), y.at(p.value()), 3));
        canvas.circle("enddot", x.at(chart.count()), y.at(chart.year().end().value()), 4.5);
        canvas.page().line();
        double[] heights = FanChart.spread(ends, y);
        for (int i = 0; i < ends.size(); i++) {
            canvas.text(
                    style(ends.get(i).role()),
                    x.end() + 9,
                    heights[i] + 4.5,
                    ends.get(i).label());
        }
    }

    /** Returns the look of the name of a mark. */
    static String style(Role role) {
        return switch (role) {
            case ESTIMATE -> "label strong";
            case GOAL -> "label goaltext";
            case OTHER_GOAL, LAST_YEAR -> "label quiet";
        };
    }

    private void grid() {
        canvas.text("tick", 4, 14, chart.unit());
        for (double tick : ticks) {
            level(tick == 0 ? "axis" : "grid", tick);
            canvas.text("tick end", x.start() - 6, y.at(tick) + 4.5, tickLabel(tick));
        }
        int step = (chart.count() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = chart.count(); i > 0; i -= step) {
            canvas.text("tick middle", x.at(i), FanChart.BOTTOM + 24, chart.tick(i));
        }
    }

    private String tickLabel(double tick) {
        return ChartScale.tickLabel(tick, ticks, chart.texts().numbers());
    }

    private void goals() {
        for (int i = chart.year().goals().size() - 1; i >= 0; i--) {
            level(i == 0 ? "goal" : "othergoal", chart.year().goals().get(i).level());
        }
    }

    private void lastYear() {
        if (chart.year().isGrowth()) {
            chart.year()
                    .lastYear()
                    .ifPresent(growth -> canvas.points(
                            "polyline", "last", List.of(point(x.low(), growth), point(x.high(), growth))));
        } else {
            polyline("last", chart.lastYear());
        }
    }

    private void band(String style, List<Range> band) {
        List<String> points = new ArrayList<>();
        band.forEach(range -> points.add(0, point(range.at(), range.high())));
        band.forEach(range -> points.add(point(range.at(), range.low())));
        if (!points.isEmpty()) {
            canvas.points("polygon", style, points);
        }
    }

    private void polyline(String style, List<Place> line) {
        if (line.size() > 1) {
            canvas.points(
                    "polyline",
                    style,
                    line.stream().map(p -> point(p.at(), p.value())).toList());
        }
    }

    private String point(double period, double value) {
        return SvgCanvas.point(x.at(period), y.at(value));
    }

    private void level(String style, double value) {
        canvas.line(style, x.start(), y.at(value), x.end(), y.at(value));
    }
}
