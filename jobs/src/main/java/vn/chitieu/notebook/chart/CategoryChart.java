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
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/**
 * Numbers by period as lines, columns or stacked columns. What a colour tells is told by a mark, a name and a number
 * too.
 */
public final class CategoryChart {

    private static final double WIDTH = 560;
    private static final double TOP = 40;
    private static final double BOTTOM = 268;
    private static final double LETTER = 8.8;
    private static final double BOLD = 1.06;
    private static final double LABEL_GAP = 19;
    private static final double LEAST_SEGMENT = 16;
    private static final String MARKS = "●■▲◆✚";

    private final Markup page;
    private final Plan plan;
    private final ChartScale y;
    private final List<Double> ticks;
    private final double left;
    private final double right;

    private CategoryChart(Markup page, Plan plan) {
        this.page = page;
        this.plan = plan;
        this.y = ChartScale.holding(plan.heights(), plan.kind() != Kind.LINES, BOTTOM, TOP);
        this.ticks = y.ticks(5);
        this.left = 10
                + LETTER
                        * ticks.stream()
                                .mapToInt(t -> PlainText.width(tickLabel(t)))
                                .max()
                                .orElse(1);
        this.right = plan.kind() == Kind.COLUMNS
                ? WIDTH - 6
                : WIDTH
                        - 16
                        - LETTER
                                * BOLD
                                * plan.ends().stream()
                                        .mapToInt(PlainText::width)
                                        .max()
                                        .orElse(0);
    }

    /** How numbers are shown. */
    public enum Kind {
        LINES,
        COLUMNS,
        STACKS
    }

    /**
     * What is drawn.
     *
     * @param categories names of the periods, oldest first
     * @param total drawn as a mark over stacked columns; no values elsewhere
     * @param guides levels that the series are compared with
     */
    public record Plan(
            Kind kind,
            List<String> categories,
            List<SeriesLine> series,
            SeriesLine total,
            String unit,
            int decimals,
            NumberFormats numbers,
            List<Double> guides) {

        public Plan {
            guides = List.copyOf(guides);
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            int count = categories.size();
            if (count == 0 || series.stream().anyMatch(s -> s.values().size() != count)) {
                throw new IllegalArgumentException("Expecting a value or none in each of " + categories);
            }
        }

        /** Returns the plan of a chart without totals. */
        public static Plan of(
                Kind kind,
                List<String> categories,
                List<SeriesLine> series,
                String unit,
                int decimals,
                NumberFormats numbers) {
            return new Plan(
                    kind, categories, series, new SeriesLine("", List.of()), unit, decimals, numbers, List.of());
        }

        public Plan comparedWith(List<Double> levels) {
            return new Plan(kind, categories, series, total, unit, decimals, numbers, levels);
        }

        public ChartDrawing drawing() {
            return (page, name) -> {
                page.open("svg", attribute("viewBox", "0 0 560 300"), styled("chart"), attribute("role", "img"), name);
                new CategoryChart(page, this).draw();
                page.closeLine();
            };
        }

        private String number(double value) {
            return numbers.number(value, decimals);
        }

        private List<Double> heights() {
            List<Double> heights = new ArrayList<>();
            if (kind == Kind.STACKS) {
                for (int i = 0; i < categories.size(); i++) {
                    heights.add(sum(i, true));
                    heights.add(sum(i, false));
                }
            } else {
                series.forEach(s -> s.values().forEach(v -> v.ifPresent(heights::add)));
            }
            total.values().forEach(v -> v.ifPresent(heights::add));
            heights.addAll(guides);
            return heights;
        }

        private double sum(int category, boolean isPositive) {
            return series.stream()
                    .mapToDouble(s -> s.values().get(category).orElse(0))
                    .filter(v -> v > 0 == isPositive)
                    .sum();
        }

        /** Returns the labels at the right of the drawing, one a series. */
        private List<String> ends() {
            List<String> ends = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                OptionalDouble last = last(series.get(i));
                String name = MARKS.charAt(style(i) % MARKS.length()) + " "
                        + series.get(i).name();
                ends.add(
                        kind == Kind.LINES && last.isPresent()
                                ? name + " " + number(last.getAsDouble()) + lastCategory(series.get(i))
                                : name);
            }
            return ends;
        }

        /** Returns the number of the colour and the mark of a series. */
        private int style(int series) {
            return this.series.get(series).styleAt(series);
        }

        /** Returns in brackets where a series ends, if that is before the last category. */
        private String lastCategory(SeriesLine line) {
            int last = categories.size() - 1;
            while (line.values().get(last).isEmpty()) {
                last--;
            }
            return last == categories.size() - 1 ? "" : " (" + categories.get(last) + ")";
        }

        private static OptionalDouble last(SeriesLine line) {
            return line.values().stream()
                    .filter(OptionalDouble::isPresent)
                    .reduce((a, b) -> b)
                    .orElse(OptionalDouble.empty());
        }
    }

    private void draw() {
        text("tick", 4, 14, plan.unit());
        for (double tick : ticks) {
            line(tick == 0 ? "axis" : "grid", left, y.at(tick), right, y.at(tick));
            text("tick end", left - 6, y.at(tick) + 4.5, tickLabel(tick));
        }
        for (double guide : plan.guides()) {
            line("othergoal", left, y.at(guide), right, y.at(guide));
            text("goaltext", left + 4, y.at(guide) - 5, plan.number(guide) + plan.unit());
        }
        categoryLabels();
        page.line();
        switch (plan.kind()) {
            case LINES -> lines();
            case COLUMNS -> columns();
            case STACKS -> stacks();
        }
    }

    private void categoryLabels() {
        int count = plan.categories().size();
        int longest =
                plan.categories().stream().mapToInt(PlainText::width).max().orElse(1);
        int step = (int) Math.max(1, Math.ceil((longest * LETTER + 6) / width()));
        for (int i = count - 1; i >= 0; i -= step) {
            text("tick middle", middle(i), BOTTOM + 24, plan.categories().get(i));
        }
    }

    private void lines() {
        List<Double> wanted = new ArrayList<>();
        for (int s = 0; s < plan.series().size(); s++) {
            SeriesLine series = plan.series().get(s);
            StringBuilder points = new StringBuilder();
            double lastHeight = BOTTOM;
            for (int i = 0; i < series.values().size(); i++) {
                OptionalDouble value = series.values().get(i);
                if (value.isEmpty()) {
                    polyline(plan.style(s), points);
                    continue;
                }
                lastHeight = y.at(value.getAsDouble());
                points.append(position(middle(i)))
                        .append(',')
                        .append(position(lastHeight))
                        .append(' ');
            }
            polyline(plan.style(s), points);
            for (int i = 0; i < series.values().size(); i++) {
                int category = i;
                int index = s;
                series.values().get(i).ifPresent(v -> mark(plan.style(index), middle(category), y.at(v)));
            }
            wanted.add(lastHeight);
        }
        endLabels(wanted);
    }

    private void columns() {
        int count = plan.series().size();
        double gap = width() * 0.18;
        double bar = (width() - gap) / count;
        boolean isNumbered = plan.series().stream()
                .flatMap(s -> s.values().stream())
                .filter(OptionalDouble::isPresent)
                .allMatch(v -> PlainText.width(plan.number(v.getAsDouble())) * LETTER <= bar + gap / count - 4);
        for (int s = 0; s < count; s++) {
            SeriesLine series = plan.series().get(s);
            for (int i = 0; i < series.values().size(); i++) {
                if (series.values().get(i).isEmpty()) {
                    continue;
                }
                double value = series.values().get(i).getAsDouble();
                double from = left + i * width() + gap / 2 + s * bar;
                rect("bar s" + plan.style(s), from + 1, value, 0, bar - 2);
                if (isNumbered) {
                    double above = value < 0 ? y.at(value) + 15 : y.at(value) - 5;
                    text("label middle", from + bar / 2, above, plan.number(value));
                }
            }
        }
        if (count > 1) {
            legend();
        }
    }

    private void stacks() {
        double bar = width() * 0.72;
        List<Double> wanted = new ArrayList<>();
        for (int i = 0; i < plan.categories().size(); i++) {
            double above = 0;
            double below = 0;
            for (int s = 0; s < plan.series().size(); s++) {
                OptionalDouble value = plan.series().get(s).values().get(i);
                boolean isLast = i == plan.categories().size() - 1;
                double base = value.orElse(0) < 0 ? below : above;
                double end = base + value.orElse(0);
                if (isLast) {
                    wanted.add((y.at(base) + y.at(end)) / 2);
                }
                if (value.isEmpty()) {
                    continue;
                }
                segment(plan.style(s), i, base, end, bar);
                above = value.getAsDouble() < 0 ? above : end;
                below = value.getAsDouble() < 0 ? end : below;
            }
            if (!plan.total().values().isEmpty() && plan.total().values().get(i).isPresent()) {
                double total = plan.total().values().get(i).getAsDouble();
                double top = y.at(Math.max(above, total));
                line("totalmark", middle(i) - bar / 2 - 4, y.at(total), middle(i) + bar / 2 + 4, y.at(total));
                if (PlainText.width(plan.number(total)) * LETTER <= width() + 2) {
                    text("label strong middle", middle(i), top - 6, plan.number(total));
                }
            }
        }
        endLabels(wanted);
    }

    private void segment(int series, int category, double base, double end, double bar) {
        rect("bar s" + series, middle(category) - bar / 2, end, base, bar);
        String number = plan.number(end - base);
        boolean isHigh = Math.abs(y.at(base) - y.at(end)) >= LEAST_SEGMENT;
        if (isHigh && PlainText.width(number) * LETTER <= bar) {
            text("inside i" + series + " middle", middle(category), (y.at(base) + y.at(end)) / 2 + 4.5, number);
        }
    }

    private void legend() {
        double across = 4 + LETTER * PlainText.width(plan.unit()) + 24;
        for (int s = 0; s < plan.series().size(); s++) {
            String name = plan.series().get(s).name();
            page.empty(
                    "rect",
                    styled("bar s" + plan.style(s)),
                    place("x", across),
                    place("y", 4),
                    place("width", 14),
                    place("height", 11));
            text("label", across + 19, 14, name);
            across += 19 + LETTER * PlainText.width(name) + 14;
        }
    }

    private void endLabels(List<Double> wanted) {
        double[] heights = ChartScale.spread(
                wanted.stream().mapToDouble(Double::doubleValue).toArray(), LABEL_GAP, TOP - 2, BOTTOM);
        List<String> ends = plan.ends();
        for (int s = 0; s < ends.size(); s++) {
            text("label l" + plan.style(s), right + 10, heights[s] + 4.5, ends.get(s));
        }
    }

    private void polyline(int series, StringBuilder points) {
        if (points.indexOf(" ") != points.lastIndexOf(" ")) {
            page.empty(
                    "polyline",
                    styled("series s" + series),
                    attribute("points", points.toString().strip()));
        }
        points.setLength(0);
    }

    /** Draws the mark that the label of a series begins with. */
    private void mark(int series, double across, double down) {
        String path =
                switch (series % MARKS.length()) {
                    case 0 -> "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z";
                    case 1 -> "M-3.2 -3.2H3.2V3.2H-3.2Z";
                    case 2 -> "M0 -4L4 3.2H-4Z";
                    case 3 -> "M0 -4.4L4.4 0L0 4.4L-4.4 0Z";
                    default -> "M-4 0H4M0 -4V4";
                };
        page.empty(
                "path",
                styled("mark s" + series),
                attribute("d", path),
                attribute("transform", "translate(" + position(across) + " " + position(down) + ")"));
    }

    private void rect(String style, double across, double end, double base, double width) {
        double top = Math.min(y.at(end), y.at(base));
        page.empty(
                "rect",
                styled(style),
                place("x", across),
                place("y", top),
                place("width", Math.max(width, 1)),
                place("height", Math.max(Math.abs(y.at(end) - y.at(base)), 0.5)));
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        page.empty("line", styled(style), place("x1", x1), place("y1", y1), place("x2", x2), place("y2", y2));
    }

    private void text(String style, double across, double down, String text) {
        page.leaf("text", text, styled(style), place("x", across), place("y", down));
    }

    private String tickLabel(double tick) {
        return plan.numbers().number(tick, ChartScale.tickDecimals(ticks));
    }

    private double width() {
        return (right - left) / plan.categories().size();
    }

    private double middle(int category) {
        return left + (category + 0.5) * width();
    }

    /** Returns whether a plan has anything to compare: two categories with a number at least. */
    public static boolean isWorthDrawing(List<SeriesLine> series) {
        return series.stream()
                        .flatMap(s -> Stream.iterate(0, i -> i < s.values().size(), i -> i + 1)
                                .filter(i -> s.values().get(i).isPresent()))
                        .distinct()
                        .count()
                > 1;
    }
}
