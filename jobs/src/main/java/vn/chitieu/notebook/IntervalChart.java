package vn.chitieu.notebook;

import static vn.chitieu.notebook.Markup.attribute;
import static vn.chitieu.notebook.Markup.place;
import static vn.chitieu.notebook.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.ProgrammeAttainment.Target;

/** The outcome of the year as a drawing: the target as a mark against the intervals of the projection. */
final class IntervalChart {

    private static final double WIDTH = 560;
    private static final double LEFT = 16;
    private static final double BAR = 88;
    private static final double AXIS = 136;
    private static final double LETTER = 9.6;
    private static final double GOAL_ROW = 18;
    private static final double LAST_YEAR_ROW = 38;
    private static final double OTHER_ROW = 58;

    private final Markup page;
    private final MartRow row;
    private final TargetTexts texts;
    private final List<Mark> marks;
    private final ChartScale x;

    private IntervalChart(Markup page, Target target, TargetTexts texts) {
        this.page = page;
        this.row = target.headline();
        this.texts = texts;
        this.marks = marks(target);
        List<Double> numbers = new ArrayList<>(List.of(point()));
        Stream.of("p2_5", "p97_5").forEach(column -> row.number(column).ifPresent(numbers::add));
        marks.forEach(mark -> numbers.add(mark.value()));
        this.x = ChartScale.holding(numbers, false, LEFT, WIDTH - LEFT);
    }

    /** One number with its name. */
    private record Mark(String lineStyle, String textStyle, double value, String label, double height) {}

    /**
     * Draws a target that is projected.
     *
     * @param names says what the drawing shows, or that it repeats what is said elsewhere
     */
    static void draw(Markup page, Target target, TargetTexts texts, Markup.Attribute names) {
        page.open("svg", attribute("viewBox", "0 0 560 164"), styled("chart"), attribute("role", "img"), names);
        new IntervalChart(page, target, texts).draw();
        page.closeLine();
    }

    private void draw() {
        page.empty(
                "line",
                styled("axis"),
                place("x1", LEFT),
                place("y1", AXIS),
                place("x2", WIDTH - LEFT),
                place("y2", AXIS));
        List<Double> ticks = x.ticks(6);
        for (double tick : ticks) {
            upright("axis", tick, AXIS, AXIS + 4);
            String label = texts.numbers().number(tick, ChartScale.tickDecimals(ticks));
            text("tick middle", x.at(tick), AXIS + 21, label);
        }
        page.line();
        bar("band95", row.number("p2_5"), row.number("p97_5"), 9);
        bar("band80", row.number("p10"), row.number("p90"), 15);
        for (Mark mark : marks) {
            upright(mark.lineStyle(), mark.value(), mark.height() + 5, AXIS);
            label(mark.textStyle(), mark.value(), mark.height(), mark.label());
        }
        page.empty("circle", styled("enddot"), place("cx", x.at(point())), place("cy", BAR), place("r", 5));
        label("label strong", point(), BAR + 33, texts.texts().text("chart.estimate", number(point())));
    }

    private List<Mark> marks(Target target) {
        List<Mark> found = new ArrayList<>();
        OptionalDouble goal = row.number("target_value");
        for (MartRow version : target.others()) {
            OptionalDouble value = version.number("target_value");
            if (value.isPresent() && !value.equals(goal)) {
                String label = texts.levelLabel(version, number(value.getAsDouble()));
                found.add(new Mark("othergoal", "label quiet", value.getAsDouble(), label, OTHER_ROW));
            }
        }
        row.number("previous_year_value").ifPresent(last -> {
            int year = row.integer("year").orElseThrow() - 1;
            String label = texts.texts().text("chart.last_year", year, number(last));
            found.add(new Mark("last", "label quiet", last, label, LAST_YEAR_ROW));
        });
        goal.ifPresent(value -> {
            String label = texts.texts().text("chart.target", number(value));
            found.add(new Mark("goal", "label goaltext", value, label, GOAL_ROW));
        });
        return found;
    }

    private double point() {
        return row.number("point").orElseThrow();
    }

    private void bar(String style, OptionalDouble low, OptionalDouble high, double half) {
        if (low.isPresent() && high.isPresent()) {
            double from = x.at(low.getAsDouble());
            double length = Math.max(x.at(high.getAsDouble()) - from, 0.5);
            page.empty(
                    "rect",
                    styled(style),
                    place("x", from),
                    place("y", BAR - half),
                    place("width", length),
                    place("height", 2 * half));
        }
    }

    private void upright(String style, double value, double from, double to) {
        page.empty(
                "line",
                styled(style),
                place("x1", x.at(value)),
                place("y1", from),
                place("x2", x.at(value)),
                place("y2", to));
    }

    private void label(String style, double value, double height, String text) {
        double half = LETTER * PlainText.width(text) / 2;
        if (x.at(value) - half < 4) {
            text(style, 4, height, text);
        } else if (x.at(value) + half > WIDTH - 4) {
            text(style + " end", WIDTH - 4, height, text);
        } else {
            text(style + " middle", x.at(value), height, text);
        }
    }

    private void text(String style, double across, double down, String text) {
        page.leaf("text", text, styled(style), place("x", across), place("y", down));
    }

    private String number(double value) {
        return texts.numbers().number(value, TargetTexts.decimals(row));
    }
}
