package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.position;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Goal;
import vn.chitieu.notebook.programme.Trajectory.Point;
import vn.chitieu.notebook.text.PlainText;

/**
 * The year of a target as a drawing: what is known, what is projected with its intervals, the level that the target
 * asks for, and last year.
 */
public final class FanChart {

    private static final double WIDTH = 560;
    private static final double TOP = 34;
    private static final double BOTTOM = 270;
    private static final double LETTER = 9.6;
    private static final double LABEL_GAP = 19;
    private static final int MOST_LABELS = 6;

    private final Markup page;
    private final Trajectory year;
    private final TargetTexts texts;
    private final ChartScale x;
    private final ChartScale y;
    private final List<Double> ticks;
    private final List<EndLabel> ends;

    private FanChart(Markup page, Trajectory year, TargetTexts texts) {
        this.page = page;
        this.year = year;
        this.texts = texts;
        this.y = heights(year);
        this.ticks = y.ticks(5);
        this.ends = endLabels(year, texts);
        double left = 10 + LETTER * longest(ticks.stream().map(this::tickLabel).toList());
        double right =
                WIDTH - 12 - LETTER * longest(ends.stream().map(EndLabel::text).toList());
        this.x = new ChartScale(year.isCumulated() ? 0 : 0.5, year.points().size(), left, right);
    }

    /** A number at the right of the drawing, and the value it stands beside. */
    record EndLabel(String style, String text, double value) {}

    /** Returns where the numbers of a year stand, from the bottom of the drawing to its top. */
    static ChartScale heights(Trajectory year) {
        return ChartScale.holding(numbers(year), year.isCumulated(), BOTTOM, TOP);
    }

    /** Returns where labels stand so that none covers another. */
    static double[] spread(List<EndLabel> labels, ChartScale y) {
        double[] wanted = labels.stream().mapToDouble(l -> y.at(l.value())).toArray();
        return ChartScale.spread(wanted, LABEL_GAP, TOP - 2, BOTTOM);
    }

    /** Returns the year of a target as a drawing. */
    public static ChartDrawing of(Trajectory year, TargetTexts texts) {
        return (page, name) -> {
            page.open("svg", attribute("viewBox", "0 0 560 302"), styled("chart"), attribute("role", "img"), name);
            new FanChart(page, year, texts).draw();
            page.closeLine();
        };
    }

    private void draw() {
        grid();
        page.line();
        band("band95", true);
        band("band80", false);
        polyline("last", lastYear());
        page.line();
        goals();
        List<double[]> known = known();
        List<double[]> projected = new ArrayList<>(known.isEmpty() ? List.of() : List.of(known.get(known.size() - 1)));
        for (int i = 0; i < year.points().size(); i++) {
            if (!year.points().get(i).isKnown()) {
                projected.add(new double[] {i + 1, year.points().get(i).value()});
            }
        }
        polyline("projected", projected);
        polyline("known", known);
        known.stream().filter(p -> p[0] > 0).forEach(p -> dot("dot", p[0], p[1], 3));
        dot("enddot", year.points().size(), year.end().value(), 4.5);
        page.line();
        double[] heights = spread(ends, y);
        for (int i = 0; i < ends.size(); i++) {
            text(ends.get(i).style(), x.end() + 9, heights[i] + 4.5, ends.get(i).text());
        }
    }

    private void grid() {
        text("tick", 4, 14, texts.unit(year.unitCode()));
        for (double tick : ticks) {
            line(tick == 0 ? "axis" : "grid", y.at(tick));
            text("tick end", x.start() - 6, y.at(tick) + 4.5, tickLabel(tick));
        }
        int count = year.points().size();
        int step = (count + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = count; i > 0; i -= step) {
            text(
                    "tick middle",
                    x.at(i),
                    BOTTOM + 24,
                    texts.periodTick(year.points().get(i - 1).period()));
        }
    }

    private String tickLabel(double tick) {
        return texts.numbers().number(tick, ChartScale.tickDecimals(ticks));
    }

    /** Returns the labels at the right: the end of the year, last year and the goals. */
    static List<EndLabel> endLabels(Trajectory year, TargetTexts texts) {
        List<EndLabel> labels = new ArrayList<>();
        double end = year.end().value();
        labels.add(new EndLabel("label strong", texts.texts().text("chart.estimate", number(end, year, texts)), end));
        year.lastYear().ifPresent(last -> {
            String label =
                    texts.texts().text("chart.last_year", year.end().period().year() - 1, number(last, year, texts));
            labels.add(new EndLabel("label quiet", label, last));
        });
        for (Goal goal : year.goals()) {
            boolean isHeadline = goal.equals(year.goals().get(0));
            String level = number(goal.level(), year, texts);
            labels.add(new EndLabel(
                    isHeadline ? "label goaltext" : "label quiet",
                    isHeadline ? texts.texts().text("chart.target", level) : texts.levelLabel(goal.version(), level),
                    goal.level()));
        }
        return labels;
    }

    private void goals() {
        for (int i = year.goals().size() - 1; i >= 0; i--) {
            line(i == 0 ? "goal" : "othergoal", y.at(year.goals().get(i).level()));
        }
    }

    private List<double[]> known() {
        List<double[]> known = fromNothing();
        for (int i = 0; i < year.points().size(); i++) {
            if (year.points().get(i).isKnown()) {
                known.add(new double[] {i + 1, year.points().get(i).value()});
            }
        }
        return known;
    }

    private List<double[]> lastYear() {
        List<double[]> last = fromNothing();
        if (year.isGrowth()) {
            year.lastYear().ifPresent(growth -> {
                last.add(new double[] {x.low(), growth});
                last.add(new double[] {x.high(), growth});
            });
        }
        for (int i = 0; i < year.points().size(); i++) {
            int position = i + 1;
            year.points().get(i).lastYear().ifPresent(value -> last.add(new double[] {position, value}));
        }
        return last;
    }

    private List<double[]> fromNothing() {
        List<double[]> line = new ArrayList<>();
        if (year.isCumulated()) {
            line.add(new double[] {0, 0});
        }
        return line;
    }

    private void band(String style, boolean isWide) {
        StringBuilder lower = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        for (int i = year.points().size(); i > 0; i--) {
            Point p = year.points().get(i - 1);
            OptionalDouble low = isWide ? p.p2_5() : p.p10();
            OptionalDouble high = isWide ? p.p97_5() : p.p90();
            if (!p.isKnown() && (low.isEmpty() || high.isEmpty())) {
                continue;
            }
            lower.append(pair(i, low.orElse(p.value())));
            upper.insert(0, pair(i, high.orElse(p.value())));
            if (p.isKnown()) {
                break;
            }
        }
        if (upper.length() > 0) {
            page.empty("polygon", styled(style), attribute("points", (upper.toString() + lower).strip()));
        }
    }

    private void polyline(String style, List<double[]> line) {
        if (line.size() > 1) {
            StringBuilder places = new StringBuilder();
            line.forEach(p -> places.append(pair(p[0], p[1])));
            page.empty(
                    "polyline",
                    styled(style),
                    attribute("points", places.toString().strip()));
        }
    }

    private String pair(double period, double value) {
        return position(x.at(period)) + "," + position(y.at(value)) + " ";
    }

    private void line(String style, double height) {
        page.empty(
                "line",
                styled(style),
                place("x1", x.start()),
                place("y1", height),
                place("x2", x.end()),
                place("y2", height));
    }

    private void dot(String style, double period, double value, double radius) {
        page.empty("circle", styled(style), place("cx", x.at(period)), place("cy", y.at(value)), place("r", radius));
    }

    private void text(String style, double across, double down, String text) {
        page.leaf("text", text, styled(style), place("x", across), place("y", down));
    }

    private static String number(double value, Trajectory year, TargetTexts texts) {
        return texts.numbers().number(value, year.decimals());
    }

    private static List<Double> numbers(Trajectory year) {
        List<Double> numbers = new ArrayList<>();
        for (Point p : year.points()) {
            numbers.add(p.value());
            Stream.of(p.p2_5(), p.p97_5(), p.lastYear()).forEach(o -> o.ifPresent(numbers::add));
        }
        year.lastYear().ifPresent(numbers::add);
        year.goals().forEach(goal -> numbers.add(goal.level()));
        return numbers;
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(PlainText::width).max().orElse(0);
    }
}
