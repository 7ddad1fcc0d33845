package vn.chitieu.notebook.chart;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.text.PlainText;

/** Named numbers as marks on one axis, a row each, with the number and its word beside the mark. */
public final class RowChart {

    private static final double WIDTH = 480;
    private static final double LETTER = 8.8;
    private static final double ROW = 46;
    private static final double TOP = 26;
    private static final double LEFT = 14;
    private static final int NAME_LETTERS = 50;

    private final Markup page;
    private final Plan plan;
    private final ChartScale x;
    private final double bottom;

    private RowChart(Markup page, Plan plan) {
        this.page = page;
        this.plan = plan;
        this.bottom = TOP + ROW * plan.rows().size();
        double said = LETTER
                * plan.rows().stream()
                        .mapToInt(row -> PlainText.width(row.said()))
                        .max()
                        .orElse(0);
        this.x = new ChartScale(plan.low(), plan.high(), LEFT, Math.max(WIDTH / 3, WIDTH - 22 - said));
    }

    /**
     * One named number.
     *
     * @param style class of the mark
     * @param symbol the mark itself
     * @param said the number, and what it means, in words
     */
    public record Row(String name, double value, String style, String symbol, String said) {}

    /** A value that rows are compared with. */
    public record Guide(double value, String label) {}

    /**
     * What is drawn.
     *
     * @param base where the lines of the rows begin
     */
    public record Plan(List<Row> rows, double low, double high, double base, List<Guide> guides) {

        public Plan {
            rows = List.copyOf(rows);
            guides = List.copyOf(guides);
        }

        public ChartDrawing drawing() {
            return (page, name) -> {
                String height = Markup.position(TOP + ROW * rows.size() + 8);
                page.open(
                        "svg",
                        attribute("viewBox", "0 0 480 " + height),
                        styled("chart rows"),
                        attribute("role", "img"),
                        name);
                new RowChart(page, this).draw();
                page.closeLine();
            };
        }
    }

    private void draw() {
        double lastLabelEnd = 0;
        List<Guide> guides = new ArrayList<>(plan.guides());
        for (Guide guide : guides) {
            double across = x.at(guide.value());
            page.empty(
                    "line",
                    styled("grid"),
                    place("x1", across),
                    place("y1", TOP - 8),
                    place("x2", across),
                    place("y2", bottom));
            double half = LETTER * PlainText.width(guide.label()) / 2;
            if (across - half > lastLabelEnd) {
                text("tick middle", across, 14, guide.label());
                lastLabelEnd = across + half + 8;
            }
        }
        for (int i = 0; i < plan.rows().size(); i++) {
            row(plan.rows().get(i), TOP + ROW * i);
        }
    }

    private void row(Row row, double top) {
        double down = top + 32;
        text("label", 4, top + 15, PlainText.cut(row.name(), NAME_LETTERS));
        double at = x.at(row.value());
        page.empty(
                "line",
                styled("stem"),
                place("x1", x.at(plan.base())),
                place("y1", down),
                place("x2", at),
                place("y2", down));
        text("symbol middle " + row.style(), at, down + 5.5, row.symbol());
        text("label", Math.max(at, x.at(plan.base())) + 14, down + 4.5, row.said());
        page.line();
    }

    private void text(String style, double across, double down, String text) {
        page.leaf("text", text, styled(style), place("x", across), place("y", down));
    }
}
