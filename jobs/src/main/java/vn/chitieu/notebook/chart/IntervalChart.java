package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.PlainText;

/** The outcome of the year as a drawing: the target as a mark against the intervals of the projection. */
public final class IntervalChart {

    private static final double WIDTH = 560;
    private static final double LEFT = 16;
    private static final double BAR_BELOW = 30;
    private static final double AXIS_BELOW = 78;
    private static final double LETTER = 9.6;
    private static final double FIRST_ROW = 18;
    private static final double ROW = 20;
    private static final double GAP = 10;

    private final Markup page;
    private final MartRow row;
    private final TargetTexts texts;
    private final List<Mark> marks;
    private final double[] rows;
    private final double bar;
    private final double axis;
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
        this.rows = rows();
        double lowest = FIRST_ROW;
        for (double row : rows) {
            lowest = Math.max(lowest, row);
        }
        this.bar = lowest + BAR_BELOW;
        this.axis = lowest + AXIS_BELOW;
    }

    /** One number with its name. */
    private record Mark(String lineStyle, String textStyle, double value, String label) {}

    /** Returns a target that is projected as a drawing. */
    public static ChartDrawing of(Target target, TargetTexts texts) {
        return (page, name) -> {
            IntervalChart chart = new IntervalChart(page, target, texts);
            page.open(
                    "svg",
                    attribute("viewBox", "0 0 560 " + Markup.position(chart.axis + 28)),
                    styled("chart"),
                    attribute("role", "img"),
                    name);
            chart.draw();
            page.closeLine();
        };
    }

    /** Returns the height of each mark's label: the highest row where it covers no label placed before. */
    private double[] rows() {
        double[] heights = new double[marks.size()];
        List<List<double[]>> taken = new ArrayList<>();
        for (int i = marks.size() - 1; i >= 0; i--) {
            double[] span = span(marks.get(i));
            int row = 0;
            while (row < taken.size()
                    && taken.get(row).stream().anyMatch(t -> t[0] < span[1] + GAP && span[0] < t[1] + GAP)) {
                row++;
            }
            if (row == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(row).add(span);
            heights[i] = FIRST_ROW + row * ROW;
        }
        return heights;
    }

    private double[] span(Mark mark) {
        double length = LETTER * PlainText.width(mark.label());
        double from = Math.max(4, Math.min(x.at(mark.value()) - length / 2, WIDTH - 4 - length));
        return new double[] {from, from + length};
    }

    private void draw() {
        page.empty(
                "line",
                styled("axis"),
                place("x1", LEFT),
                place("y1", axis),
                place("x2", WIDTH - LEFT),
                place("y2", axis));
        List<Double> ticks = x.ticks(6);
        for (double tick : ticks) {
            upright("axis", tick, axis, axis + 4);
            String label = texts.numbers().number(tick, ChartScale.tickDecimals(ticks));
            text("tick middle", x.at(tick), axis + 21, label);
        }
        page.line();
        bar("band95", row.number("p2_5"), row.number("p97_5"), 9);
        bar("band80", row.number("p10"), row.number("p90"), 15);
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            upright(mark.lineStyle(), mark.value(), rows[i] + 5, axis);
        }
        for (int i = 0; i < marks.size(); i++) {
            label(
                    marks.get(i).textStyle(),
                    marks.get(i).value(),
                    rows[i],
                    marks.get(i).label());
        }
        page.empty("circle", styled("enddot"), place("cx", x.at(point())), place("cy", bar), place("r", 5));
        label("label strong", point(), bar + 33, texts.texts().text("chart.estimate", number(point())));
    }

    private List<Mark> marks(Target target) {
        List<Mark> found = new ArrayList<>();
        OptionalDouble goal = row.number("target_value");
        for (MartRow version : target.others()) {
            OptionalDouble value = version.number("target_value");
            if (value.isPresent() && !value.equals(goal)) {
                String label = texts.levelLabel(version, number(value.getAsDouble()));
                found.add(new Mark("othergoal", "label quiet", value.getAsDouble(), label));
            }
        }
        row.number("previous_year_value").ifPresent(last -> {
            int year = row.integer("year").orElseThrow() - 1;
            String label = texts.texts().text("chart.last_year", year, number(last));
            found.add(new Mark("last", "label quiet", last, label));
        });
        goal.ifPresent(value -> {
            String label = texts.texts().text("chart.target", number(value));
            found.add(new Mark("goal", "label goaltext", value, label));
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
                    place("y", bar - half),
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
