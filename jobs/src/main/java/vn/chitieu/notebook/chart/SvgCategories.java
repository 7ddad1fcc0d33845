package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.position;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.text.PlainText;

/** Numbers by period as a drawing. */
final class SvgCategories {

    private static final double WIDTH = 560;
    private static final double TOP = 40;
    private static final double BOTTOM = 268;
    /** Of a letter of a name and of a number, as wide as phones draw them. */
    private static final double LETTER = 9.6;

    private static final double DIGIT = 10.5;
    private static final double BOLD = 1.1;
    private static final double LABEL_GAP = 19;
    private static final double LEAST_SEGMENT = 16;

    private static final double LEGEND_LINE = 18;

    /** Where the name of a series stands in the legend. */
    private record Key(double across, int line) {}

    private final SvgCanvas canvas;
    private final CategoryChart chart;
    private final ChartScale y;
    private final List<Double> ticks;
    private final List<Key> keys;
    private final double top;
    private final double left;
    private final double right;

    SvgCategories(SvgCanvas canvas, CategoryChart chart) {
        this.canvas = canvas;
        this.chart = chart;
        this.keys = chart.kind() == Kind.COLUMNS && chart.series().size() > 1 ? keys(chart) : List.of();
        this.top = TOP + (keys.isEmpty() ? 0 : keys.get(keys.size() - 1).line() * LEGEND_LINE);
        this.y = ChartScale.holding(chart.heights(), chart.kind() != Kind.LINES, BOTTOM, top);
        this.ticks = y.ticks(5);
        this.left = 10
                + DIGIT * SvgCanvas.widest(ticks.stream().map(this::tickLabel).toList());
        this.right =
                chart.kind() == Kind.COLUMNS ? WIDTH - 6 : WIDTH - 16 - LETTER * BOLD * SvgCanvas.widest(chart.ends());
    }

    void draw(Attribute name) {
        canvas.open("chart", WIDTH, 300, name);
        canvas.text("tick", 4, 14, chart.unit());
        for (double tick : ticks) {
            canvas.line(tick == 0 ? "axis" : "grid", left, y.at(tick), right, y.at(tick));
            canvas.text("tick end", left - 6, y.at(tick) + 4.5, tickLabel(tick));
        }
        for (double guide : chart.guides()) {
            canvas.line("othergoal", left, y.at(guide), right, y.at(guide));
            canvas.text("goaltext", left + 4, y.at(guide) - 5, chart.number(guide) + chart.unit());
        }
        categoryLabels();
        canvas.page().line();
        switch (chart.kind()) {
            case LINES -> lines();
            case COLUMNS -> columns();
            case STACKS -> stacks();
        }
    }

    private void categoryLabels() {
        int count = chart.categories().size();
        int longest = SvgCanvas.widest(chart.categories());
        int step = (int) Math.max(1, Math.ceil((longest * DIGIT + 8) / width()));
        for (int i = count - 1; i >= 0; i -= step) {
            canvas.text(
                    "tick middle", middle(i), BOTTOM + 24, chart.categories().get(i));
        }
    }

    private void lines() {
        List<Double> wanted = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            SeriesLine series = chart.series().get(s);
            List<String> points = new ArrayList<>();
            double lastHeight = BOTTOM;
            for (int i = 0; i < series.values().size(); i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isEmpty()) {
                    polyline(chart.style(s), points);
                    continue;
                }
                lastHeight = y.at(value.getAsDouble());
                points.add(SvgCanvas.point(middle(i), lastHeight));
            }
            polyline(chart.style(s), points);
            for (int i = 0; i < series.values().size(); i++) {
                int category = i;
                int index = s;
                series.values().get(i).ifPresent(v -> mark(chart.style(index), middle(category), y.at(v)));
            }
            wanted.add(lastHeight);
        }
        endLabels(wanted);
    }

    private void columns() {
        int count = chart.series().size();
        double gap = width() * 0.18;
        double bar = (width() - gap) / count;
        boolean isNumbered = chart.series().stream()
                .flatMap(s -> s.values().stream())
                .filter(OptionalDouble::isPresent)
                .allMatch(v -> PlainText.width(chart.number(v.getAsDouble())) * DIGIT <= bar + gap / count - 4);
        for (int s = 0; s < count; s++) {
            SeriesLine series = chart.series().get(s);
            for (int i = 0; i < series.values().size(); i++) {
                if (series.values().get(i).isEmpty()) {
                    continue;
                }
                double value = series.values().get(i).getAsDouble();
                double from = left + i * width() + gap / 2 + s * bar;
                bar(chart.style(s), from + 1, value, 0, bar - 2);
                if (isNumbered) {
                    double above = value < 0 ? y.at(value) + 15 : y.at(value) - 5;
                    canvas.text("label middle", from + bar / 2, above, chart.number(value));
                }
            }
        }
        legend();
    }

    private void stacks() {
        double bar = width() * 0.72;
        List<Double> wanted = new ArrayList<>();
        for (int i = 0; i < chart.categories().size(); i++) {
            double above = 0;
            double below = 0;
            for (int s = 0; s < chart.series().size(); s++) {
                OptionalDouble value = chart.series().get(s).values().get(i);
                boolean isLast = i == chart.categories().size() - 1;
                double base = value.orElse(0) < 0 ? below : above;
                double end = base + value.orElse(0);
                if (isLast) {
                    wanted.add((y.at(base) + y.at(end)) / 2);
                }
                if (value.isEmpty()) {
                    continue;
                }
                segment(chart.style(s), i, base, end, bar);
                above = value.getAsDouble() < 0 ? above : end;
                below = value.getAsDouble() < 0 ? end : below;
            }
            if (!chart.total().values().isEmpty()
                    && chart.total().values().get(i).isPresent()) {
                double total = chart.total().values().get(i).getAsDouble();
                double top = y.at(Math.max(above, total));
                canvas.line("totalmark", middle(i) - bar / 2 - 4, y.at(total), middle(i) + bar / 2 + 4, y.at(total));
                if (PlainText.width(chart.number(total)) * DIGIT <= width() + 2) {
                    canvas.text("label strong middle", middle(i), top - 6, chart.number(total));
                }
            }
        }
        endLabels(wanted);
    }

    private void segment(int series, int category, double base, double end, double bar) {
        bar(series, middle(category) - bar / 2, end, base, bar);
        String number = chart.number(end - base);
        boolean isHigh = Math.abs(y.at(base) - y.at(end)) >= LEAST_SEGMENT;
        if (isHigh && PlainText.width(number) * LETTER <= bar) {
            canvas.text("inside i" + series + " middle", middle(category), (y.at(base) + y.at(end)) / 2 + 4.5, number);
        }
    }

    private void legend() {
        for (int s = 0; s < keys.size(); s++) {
            Key key = keys.get(s);
            canvas.rect("bar s" + chart.style(s), key.across(), 4 + key.line() * LEGEND_LINE, 14, 11);
            canvas.text(
                    "label",
                    key.across() + 19,
                    14 + key.line() * LEGEND_LINE,
                    chart.series().get(s).name());
        }
    }

    /** Returns where the names of the series stand, on another line where one has no room for all. */
    private static List<Key> keys(CategoryChart chart) {
        double begin = 4 + LETTER * PlainText.width(chart.unit()) + 24;
        List<Key> keys = new ArrayList<>();
        double across = begin;
        int line = 0;
        for (SeriesLine series : chart.series()) {
            double length = 19 + LETTER * PlainText.width(series.name());
            if (across > begin && across + length > WIDTH) {
                across = begin;
                line++;
            }
            keys.add(new Key(across, line));
            across += length + 14;
        }
        return keys;
    }

    private void endLabels(List<Double> wanted) {
        double[] heights = ChartScale.spread(
                wanted.stream().mapToDouble(Double::doubleValue).toArray(), LABEL_GAP, top - 2, BOTTOM);
        List<String> ends = chart.ends();
        for (int s = 0; s < ends.size(); s++) {
            canvas.text("label l" + chart.style(s), right + 10, heights[s] + 4.5, ends.get(s));
        }
    }

    /** Draws a line through points, if there are two, and forgets them. */
    private void polyline(int series, List<String> points) {
        if (points.size() > 1) {
            canvas.points("polyline", "series s" + series, points);
        }
        points.clear();
    }

    /** Draws the mark that the label of a series begins with. */
    private void mark(int series, double across, double down) {
        String path =
                switch (series % CategoryChart.MARKS.length()) {
                    case 0 -> "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z";
                    case 1 -> "M-3.2 -3.2H3.2V3.2H-3.2Z";
                    case 2 -> "M0 -4L4 3.2H-4Z";
                    case 3 -> "M0 -4.4L4.4 0L0 4.4L-4.4 0Z";
                    default -> "M-4 0H4M0 -4V4";
                };
        canvas.page()
                .empty(
                        "path",
                        styled("mark s" + series),
                        attribute("d", path),
                        attribute("transform", "translate(" + position(across) + " " + position(down) + ")"));
    }

    private void bar(int series, double across, double end, double base, double width) {
        double top = Math.min(y.at(end), y.at(base));
        double height = Math.max(Math.abs(y.at(end) - y.at(base)), 0.5);
        canvas.rect("bar s" + series, across, top, Math.max(width, 1), height);
    }

    private String tickLabel(double tick) {
        return ChartScale.tickLabel(tick, ticks, chart.numbers());
    }

    private double width() {
        return (right - left) / chart.categories().size();
    }

    private double middle(int category) {
        return left + (category + 0.5) * width();
    }
}
