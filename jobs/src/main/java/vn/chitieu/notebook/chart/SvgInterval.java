package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitieu.notebook.chart.IntervalChart.Band;
import vn.chitieu.notebook.chart.Mark.Role;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.text.PlainText;

/** The outcome of the year as a drawing. */
final class SvgInterval {

    private static final double WIDTH = 560;
    private static final double LEFT = 16;
    private static final double BAR_BELOW = 30;
    private static final double AXIS_BELOW = 78;
    private static final double LETTER = 10.4;
    private static final double FIRST_ROW = 18;
    private static final double ROW = 20;
    private static final double GAP = 10;
    private static final int MOST_TICKS = 6;
    private static final int FEWEST_TICKS = 2;

    private final SvgCanvas canvas;
    private final IntervalChart chart;
    private final List<Mark> marks;
    private final double[] rows;
    private final double bar;
    private final double axis;
    private final ChartScale x;

    SvgInterval(SvgCanvas canvas, IntervalChart chart) {
        this.canvas = canvas;
        this.chart = chart;
        this.marks = chart.marks();
        this.x = ChartScale.holding(chart.values(), false, LEFT, WIDTH - LEFT);
        this.rows = rows();
        double lowest = Arrays.stream(rows).reduce(FIRST_ROW, Math::max);
        this.bar = lowest + BAR_BELOW;
        this.axis = lowest + AXIS_BELOW;
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
        return span(mark.value(), mark.label());
    }

    private double[] span(double value, String text) {
        double length = LETTER * PlainText.width(text);
        double from = Math.max(4, Math.min(x.at(value) - length / 2, WIDTH - 4 - length));
        return new double[] {from, from + length};
    }

    /** Returns as many ticks as have room for their labels beside each other. */
    private List<Double> ticks() {
        int most = MOST_TICKS;
        while (most > FEWEST_TICKS && !areApart(x.ticks(most))) {
            most--;
        }
        return x.ticks(most);
    }

    private boolean areApart(List<Double> ticks) {
        double end = Double.NEGATIVE_INFINITY;
        for (double tick : ticks) {
            double[] span = span(tick, ChartScale.tickLabel(tick, ticks, chart.numbers()));
            if (span[0] < end + GAP) {
                return false;
            }
            end = span[1];
        }
        return true;
    }

    void draw(Attribute name) {
        canvas.open("chart", WIDTH, axis + 28, name);
        canvas.line("axis", LEFT, axis, WIDTH - LEFT, axis);
        List<Double> ticks = ticks();
        for (double tick : ticks) {
            upright("axis", tick, axis, axis + 4);
            label("tick", tick, ChartScale.tickLabel(tick, ticks, chart.numbers()), axis + 21);
        }
        canvas.page().line();
        chart.bands().forEach(this::band);
        for (int i = 0; i < marks.size(); i++) {
            upright(style(marks.get(i).role()), marks.get(i).value(), rows[i] + 5, axis);
        }
        for (int i = 0; i < marks.size(); i++) {
            label(marks.get(i), rows[i]);
        }
        canvas.circle("enddot", x.at(chart.estimate().value()), bar, 5);
        label(chart.estimate(), bar + 33);
    }

    private static String style(Role role) {
        return switch (role) {
            case ESTIMATE, GOAL -> "goal";
            case OTHER_GOAL -> "othergoal";
            case LAST_YEAR -> "last";
        };
    }

    private void band(Band band) {
        if (band.low().isPresent() && band.high().isPresent()) {
            double half = band.percent() > 90 ? 9 : 15;
            double from = x.at(band.low().getAsDouble());
            double length = Math.max(x.at(band.high().getAsDouble()) - from, 0.5);
            canvas.rect("band" + band.percent(), from, bar - half, length, 2 * half);
        }
    }

    private void upright(String style, double value, double from, double to) {
        canvas.line(style, x.at(value), from, x.at(value), to);
    }

    private void label(Mark mark, double height) {
        label(SvgFan.style(mark.role()), mark.value(), mark.label(), height);
    }

    /** Writes a text at a value, moved where it would stand over the edge of the drawing. */
    private void label(String style, double value, String text, double height) {
        double across = x.at(value);
        double half = LETTER * PlainText.width(text) / 2;
        if (across - half < 4) {
            canvas.text(style, 4, height, text);
        } else if (across + half > WIDTH - 4) {
            canvas.text(style + " end", WIDTH - 4, height, text);
        } else {
            canvas.text(style + " middle", across, height, text);
        }
    }
}
