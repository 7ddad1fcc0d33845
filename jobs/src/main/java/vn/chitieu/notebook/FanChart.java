package vn.chitieu.notebook;

import static vn.chitieu.notebook.ChartScale.position;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.ProgrammeAttainment.Target;
import vn.chitieu.notebook.ProgrammeAttainment.Units;
import vn.chitieu.observation.Period;

/**
 * The year of a target as a drawing: what is known, what is projected with its intervals, the level that the target
 * asks for, and last year.
 */
final class FanChart {

    private static final double WIDTH = 560;
    private static final double TOP = 16;
    private static final double BOTTOM = 266;
    private static final double LETTER = 8.2;
    private static final double LABEL_GAP = 19;

    private final Target target;
    private final MartRow series;
    private final TargetTexts texts;
    private final Units units;
    private final List<Point> points;
    private final List<Goal> goals;
    private final boolean isSum;
    private final int decimals;

    private FanChart(Target target, MartRow series, TargetTexts texts, Units units) {
        this.target = target;
        this.series = series;
        this.texts = texts;
        this.units = units;
        this.isSum = series.text("aggregation").equalsIgnoreCase("sum");
        this.points = points(target.path(), series);
        this.decimals = NumberFormats.decimals(
                points.stream().mapToDouble(p -> Math.abs(p.value())).max().orElse(0), series.text("unit_code"));
        this.goals = goals();
    }

    /** One period: the year up to it, this year and last. */
    private record Point(
            Period period,
            boolean isKnown,
            double value,
            OptionalDouble p2_5,
            OptionalDouble p10,
            OptionalDouble p90,
            OptionalDouble p97_5,
            OptionalDouble lastYear) {}

    /** A level that a version of the target asks for. */
    private record Goal(double level, boolean isHeadline, String label) {}

    /** Returns whether a target has a path and a level to be drawn against it. */
    static boolean canDraw(Target target, Units units) {
        return target.path().size() > 1
                && target.projection().isPresent()
                && TargetLevel.of(target.headline(), target.projection().orElseThrow(), units)
                        .isPresent();
    }

    /**
     * Draws a target.
     *
     * @param describedBy identity of the element that says in words what the drawing shows
     */
    static void draw(Markup page, Target target, TargetTexts texts, Units units, String describedBy) {
        new FanChart(target, target.projection().orElseThrow(), texts, units).draw(page, describedBy);
    }

    private void draw(Markup page, String describedBy) {
        List<Double> numbers = new ArrayList<>();
        for (Point p : points) {
            numbers.add(p.value());
            Stream.of(p.p2_5(), p.p97_5(), p.lastYear()).forEach(o -> o.ifPresent(numbers::add));
        }
        goals.forEach(goal -> numbers.add(goal.level()));
        ChartScale y = ChartScale.holding(numbers, isSum, BOTTOM, TOP);
        List<Double> ticks = y.ticks(5);
        int tickDecimals = ChartScale.tickDecimals(ticks);
        List<String> tickLabels = ticks.stream()
                .map(tick -> texts.numbers().number(tick, tickDecimals))
                .toList();
        List<EndLabel> ends = endLabels(y);
        double left = 10 + LETTER * longest(tickLabels);
        double right =
                WIDTH - 12 - LETTER * longest(ends.stream().map(EndLabel::text).toList());
        ChartScale x = new ChartScale(isSum ? 0 : 0.5, points.size(), left, right);

        page.open("svg", "viewBox", "0 0 560 300", "class", "chart", "role", "img", "aria-labelledby", describedBy)
                .line();
        for (int i = 0; i < ticks.size(); i++) {
            double height = y.at(ticks.get(i));
            line(page, ticks.get(i) == 0 ? "axis" : "grid", left, height, right, height);
            text(page, "tick end", left - 6, height + 4.5, tickLabels.get(i));
        }
        for (int i = 0; i < points.size(); i++) {
            text(
                    page,
                    "tick middle",
                    x.at(i + 1),
                    BOTTOM + 22,
                    texts.periodTick(points.get(i).period()));
        }
        page.line();
        band(page, "band95", x, y, true);
        band(page, "band80", x, y, false);
        drawGoals(page, y, left, right);
        polyline(page, "last", lastYear(), x, y);
        List<double[]> known = known();
        List<double[]> projected =
                new ArrayList<>(known.isEmpty() ? List.of() : known.subList(known.size() - 1, known.size()));
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).isKnown()) {
                projected.add(new double[] {i + 1, points.get(i).value()});
            }
        }
        polyline(page, "projected", projected, x, y);
        polyline(page, "known", known, x, y);
        known.stream().filter(p -> p[0] > 0).forEach(p -> dot(page, "dot", x.at(p[0]), y.at(p[1]), 3));
        double end = points.get(points.size() - 1).value();
        dot(page, "enddot", x.at(points.size()), y.at(end), 4.5);
        double[] places =
                ChartScale.spread(ends.stream().mapToDouble(EndLabel::height).toArray(), LABEL_GAP, TOP + 4, BOTTOM);
        for (int i = 0; i < ends.size(); i++) {
            text(
                    page,
                    ends.get(i).style(),
                    right + 9,
                    places[i] + 4.5,
                    ends.get(i).text());
        }
        page.closeLine();
    }

    /** A number at the right of the drawing. */
    private record EndLabel(String style, String text, double height) {}

    private List<EndLabel> endLabels(ChartScale y) {
        List<EndLabel> labels = new ArrayList<>();
        Point end = points.get(points.size() - 1);
        labels.add(new EndLabel(
                "label strong",
                texts.texts().text("chart.estimate", texts.numbers().number(end.value(), decimals)),
                y.at(end.value())));
        end.lastYear()
                .ifPresent(last -> labels.add(new EndLabel(
                        "label quiet",
                        texts.texts()
                                .text(
                                        "chart.last_year",
                                        end.period().year() - 1,
                                        texts.numbers().number(last, decimals)),
                        y.at(last))));
        return labels;
    }

    private void drawGoals(Markup page, ChartScale y, double left, double right) {
        double[] places = ChartScale.spread(
                goals.stream().mapToDouble(goal -> y.at(goal.level()) - 7).toArray(), LABEL_GAP, TOP, BOTTOM);
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            double height = y.at(goal.level());
            line(page, goal.isHeadline() ? "goal" : "othergoal", left, height, right, height);
            text(page, goal.isHeadline() ? "label goaltext" : "label quiet", left + 5, places[i], goal.label());
        }
    }

    private List<Goal> goals() {
        List<Goal> levels = new ArrayList<>();
        for (MartRow version : Stream.concat(Stream.of(target.headline()), target.others().stream())
                .toList()) {
            boolean isHeadline = version == target.headline();
            OptionalDouble level = TargetLevel.of(version, series, units);
            boolean isNew = level.isPresent()
                    && levels.stream().noneMatch(goal -> Math.abs(goal.level() - level.getAsDouble()) < 1e-9);
            if (isNew) {
                levels.add(new Goal(level.getAsDouble(), isHeadline, goalLabel(version, level.getAsDouble())));
            }
        }
        return levels;
    }

    private String goalLabel(MartRow version, double level) {
        String number = texts.numbers().number(level, decimals);
        boolean isSameUnit = version.text("unit_code").equals(series.text("unit_code"));
        if (version != target.headline()) {
            String relation = version.text("relation_code");
            return texts.texts().find("relation." + relation).orElse(relation) + " "
                    + (isSameUnit ? number : texts.goal(version));
        }
        return isSameUnit
                ? texts.texts().text("chart.target", number)
                : texts.texts().text("chart.level", texts.goal(version), number);
    }

    private List<double[]> known() {
        List<double[]> known = new ArrayList<>();
        if (isSum) {
            known.add(new double[] {0, 0});
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).isKnown()) {
                known.add(new double[] {i + 1, points.get(i).value()});
            }
        }
        return known;
    }

    private List<double[]> lastYear() {
        List<double[]> last = new ArrayList<>();
        if (isSum) {
            last.add(new double[] {0, 0});
        }
        for (int i = 0; i < points.size(); i++) {
            int position = i + 1;
            points.get(i).lastYear().ifPresent(value -> last.add(new double[] {position, value}));
        }
        return last.size() > (isSum ? 1 : 0) ? last : List.of();
    }

    private void band(Markup page, String style, ChartScale x, ChartScale y, boolean isWide) {
        StringBuilder lower = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        for (int i = points.size() - 1; i >= 0; i--) {
            Point p = points.get(i);
            OptionalDouble low = isWide ? p.p2_5() : p.p10();
            OptionalDouble high = isWide ? p.p97_5() : p.p90();
            boolean isStart = p.isKnown();
            if (!isStart && (low.isEmpty() || high.isEmpty())) {
                continue;
            }
            String across = position(x.at(i + 1)) + ",";
            lower.append(across).append(position(y.at(low.orElse(p.value())))).append(' ');
            upper.insert(0, across + position(y.at(high.orElse(p.value()))) + " ");
            if (isStart) {
                break;
            }
        }
        if (upper.length() > 0) {
            page.empty("polygon", "class", style, "points", (upper.toString() + lower).strip());
        }
    }

    private static List<Point> points(List<MartRow> path, MartRow series) {
        String aggregation = series.text("aggregation");
        List<Point> points = new ArrayList<>();
        double sum = 0;
        boolean isComplete = true;
        for (MartRow row : path) {
            OptionalDouble last = row.number("last_year_value");
            isComplete &= last.isPresent();
            sum += last.orElse(0);
            OptionalDouble lastYear = OptionalDouble.empty();
            if (isComplete) {
                lastYear = OptionalDouble.of(
                        aggregation.equalsIgnoreCase("sum")
                                ? sum
                                : aggregation.equalsIgnoreCase("mean")
                                        ? sum / (points.size() + 1)
                                        : last.getAsDouble());
            }
            points.add(new Point(
                    Period.parse(row.text("period")),
                    row.isTrue("is_known"),
                    row.number("cumulated").orElseThrow(),
                    row.number("cumulated_p2_5"),
                    row.number("cumulated_p10"),
                    row.number("cumulated_p90"),
                    row.number("cumulated_p97_5"),
                    lastYear));
        }
        return points;
    }

    private static void polyline(Markup page, String style, List<double[]> line, ChartScale x, ChartScale y) {
        if (line.size() > 1) {
            StringBuilder places = new StringBuilder();
            line.forEach(p -> places.append(position(x.at(p[0])))
                    .append(',')
                    .append(position(y.at(p[1])))
                    .append(' '));
            page.empty("polyline", "class", style, "points", places.toString().strip());
        }
    }

    private static void line(Markup page, String style, double x1, double y1, double x2, double y2) {
        page.empty(
                "line", "class", style, "x1", position(x1), "y1", position(y1), "x2", position(x2), "y2", position(y2));
    }

    private static void dot(Markup page, String style, double x, double y, double radius) {
        page.empty("circle", "class", style, "cx", position(x), "cy", position(y), "r", position(radius));
    }

    private static void text(Markup page, String style, double x, double y, String text) {
        page.leaf("text", text, "class", style, "x", position(x), "y", position(y));
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(PlainText::width).max().orElse(0);
    }
}
