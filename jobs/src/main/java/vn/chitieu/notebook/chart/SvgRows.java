package vn.chitieu.notebook.chart;

import vn.chitieu.notebook.chart.RowChart.Guide;
import vn.chitieu.notebook.chart.RowChart.Row;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.text.PlainText;

/** Named numbers as a drawing. */
final class SvgRows {

    private static final double WIDTH = 480;
    private static final double LETTER = 9.6;
    private static final double ROW = 46;
    private static final double TOP = 26;
    private static final double LEFT = 14;
    private static final int NAME_LETTERS = 50;

    private final SvgCanvas canvas;
    private final RowChart chart;
    private final ChartScale x;
    private final double bottom;

    SvgRows(SvgCanvas canvas, RowChart chart) {
        this.canvas = canvas;
        this.chart = chart;
        this.bottom = TOP + ROW * chart.rows().size();
        double stated =
                LETTER * SvgCanvas.widest(chart.rows().stream().map(Row::stated).toList());
        this.x = new ChartScale(chart.low(), chart.high(), LEFT, Math.max(WIDTH / 3, WIDTH - 22 - stated));
    }

    void draw(Attribute name) {
        canvas.open("chart rows", WIDTH, bottom + 8, name);
        double lastLabelEnd = 0;
        for (Guide guide : chart.guides()) {
            double across = x.at(guide.value());
            canvas.line("grid", across, TOP - 8, across, bottom);
            double half = LETTER * PlainText.width(guide.label()) / 2;
            if (across - half > lastLabelEnd) {
                canvas.text("tick middle", across, 14, guide.label());
                lastLabelEnd = across + half + 8;
            }
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            row(chart.rows().get(i), TOP + ROW * i);
        }
    }

    private void row(Row row, double top) {
        double down = top + 32;
        canvas.text("label", 4, top + 15, PlainText.cut(row.name(), NAME_LETTERS));
        double at = x.at(row.value());
        double base = x.at(row.from() == null ? chart.base() : row.from());
        canvas.line("stem", base, down, at, down);
        String verdict = row.verdict().isEmpty() ? "" : "t-" + row.verdict();
        canvas.text("symbol middle " + verdict, at, down + 5.5, row.symbol());
        canvas.text("label", Math.max(at, base) + 14, down + 4.5, row.stated());
        canvas.page().line();
    }
}
