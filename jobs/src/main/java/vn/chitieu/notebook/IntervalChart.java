package vn.chitieu.notebook;

import static vn.chitieu.notebook.ChartScale.position;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.ProgrammeAttainment.Target;

/** A projection without a path as a drawing: the target as a mark against the intervals of the year's outcome. */
final class IntervalChart {

    private static final double WIDTH = 560;
    private static final double LEFT = 16;
    private static final double BAR = 88;
    private static final double AXIS = 136;
    private static final double LETTER = 8.2;

    private IntervalChart() {}

    /** One number with its name. */
    private record Mark(String style, double value, String label, double row) {}

    /**
     * Draws a target that is projected.
     *
     * @param describedBy identity of the element that says in words what the drawing shows
     */
    static void draw(Markup page, Target target, TargetTexts texts, String describedBy) {
        MartRow row = target.headline();
        int decimals = TargetTexts.decimals(row);
        double point = row.number("point").orElseThrow();
        List<Mark> marks = marks(target, texts, decimals);
        List<Double> numbers = new ArrayList<>(List.of(point));
        Stream.of("p2_5", "p97_5").forEach(column -> row.number(column).ifPresent(numbers::add));
        marks.forEach(mark -> numbers.add(mark.value()));
        ChartScale x = ChartScale.holding(numbers, false, LEFT, WIDTH - LEFT);

        page.open("svg", "viewBox", "0 0 560 164", "class", "chart", "role", "img", "aria-labelledby", describedBy)
                .line();
        line(page, "axis", LEFT, AXIS, WIDTH - LEFT, AXIS);
        List<Double> ticks = x.ticks(6);
        for (double tick : ticks) {
            line(page, "axis", x.at(tick), AXIS, x.at(tick), AXIS + 4);
            text(
                    page,
                    "tick middle",
                    x.at(tick),
                    AXIS + 21,
                    texts.numbers().number(tick, ChartScale.tickDecimals(ticks)));
        }
        page.line();
        bar(page, "band95", x, row.number("p2_5"), row.number("p97_5"), 9);
        bar(page, "band80", x, row.number("p10"), row.number("p90"), 15);
        for (Mark mark : marks) {
            line(page, mark.style(), x.at(mark.value()), mark.row() + 5, x.at(mark.value()), AXIS);
            String style = mark.style().equals("goal") ? "label goaltext" : "label quiet";
            label(page, style, x.at(mark.value()), mark.row(), mark.label());
        }
        page.empty("circle", "class", "enddot", "cx", position(x.at(point)), "cy", position(BAR), "r", "5");
        label(
                page,
                "label strong",
                x.at(point),
                BAR + 33,
                texts.texts().text("chart.estimate", texts.numbers().number(point, decimals)));
        page.closeLine();
    }

    private static List<Mark> marks(Target target, TargetTexts texts, int decimals) {
        MartRow row = target.headline();
        List<Mark> marks = new ArrayList<>();
        row.number("target_value")
                .ifPresent(goal -> marks.add(new Mark(
                        "goal",
                        goal,
                        texts.texts().text("chart.target", texts.numbers().number(goal, decimals)),
                        18)));
        row.number("previous_year_value")
                .ifPresent(last -> marks.add(new Mark(
                        "last",
                        last,
                        texts.texts()
                                .text(
                                        "chart.last_year",
                                        row.integer("year").orElseThrow() - 1,
                                        texts.numbers().number(last, decimals)),
                        38)));
        List<MartRow> others = target.others().stream()
                .filter(version -> version.number("target_value").isPresent()
                        && !version.number("target_value").equals(row.number("target_value")))
                .toList();
        for (MartRow version : others) {
            double value = version.number("target_value").orElseThrow();
            String relation = version.text("relation_code");
            String name = texts.texts().find("relation." + relation).orElse(relation);
            marks.add(new Mark("othergoal", value, name + " " + texts.numbers().number(value, decimals), 58));
        }
        return marks;
    }

    private static void bar(
            Markup page, String style, ChartScale x, OptionalDouble low, OptionalDouble high, double half) {
        if (low.isPresent() && high.isPresent()) {
            double from = x.at(low.getAsDouble());
            double to = x.at(high.getAsDouble());
            page.empty(
                    "rect",
                    "class",
                    style,
                    "x",
                    position(from),
                    "y",
                    position(BAR - half),
                    "width",
                    position(Math.max(to - from, 0.5)),
                    "height",
                    position(2 * half));
        }
    }

    private static void label(Markup page, String style, double x, double y, String text) {
        double half = LETTER * PlainText.width(text) / 2;
        if (x - half < 4) {
            text(page, style, 4, y, text);
        } else if (x + half > WIDTH - 4) {
            text(page, style + " end", WIDTH - 4, y, text);
        } else {
            text(page, style + " middle", x, y, text);
        }
    }

    private static void line(Markup page, String style, double x1, double y1, double x2, double y2) {
        page.empty(
                "line", "class", style, "x1", position(x1), "y1", position(y1), "x2", position(x2), "y2", position(y2));
    }

    private static void text(Markup page, String style, double x, double y, String text) {
        page.leaf("text", text, "class", style, "x", position(x), "y", position(y));
    }
}
