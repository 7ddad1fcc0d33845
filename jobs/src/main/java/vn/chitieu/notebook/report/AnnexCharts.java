package vn.chitieu.notebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Point;
import vn.chitieu.notebook.report.OfficeChart.Form;
import vn.chitieu.notebook.report.OfficeChart.Line;
import vn.chitieu.notebook.report.OfficeChart.Names;
import vn.chitieu.notebook.report.OfficeChart.Stroke;
import vn.chitieu.notebook.text.PlainText;

/** The sheet of charts of the annex: each stands beside the cells that it is drawn from. */
final class AnnexCharts {

    private static final double POINTS_OF_MILLIMETRE = 72 / 25.4;

    /** Of an A4 page landscape, in points: its height less the margins. */
    private static final double PAGE = (210 - 2 * 13) * POINTS_OF_MILLIMETRE;

    private static final float MARGIN = 0.5f;
    private static final int CHART_COLUMN = 8;
    private static final int NUMBERS = 6;
    private static final int NUMBER_WIDTH = 10;
    private static final double LEAST_HEIGHT = 55;
    private static final double COURSE_HEIGHT = 78;
    private static final double BAR = 6;
    private static final double FRAME = 20;
    private static final double LARGEST = 170;

    /** A column of the course of a year: its heading, what it looks like, and its number in a period. */
    private record Course(String heading, Stroke stroke, Function<Point, OptionalDouble> number) {}

    private final ProgrammeView view;
    private final AnnexStyle style;
    private final Worksheet sheet;
    private final List<SheetDrawing.Place> charts = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private int row = 2;
    private double used = 2 * AnnexStyle.LINE;

    private AnnexCharts(ProgrammeView view, AnnexStyle style, Worksheet sheet) {
        this.view = view;
        this.style = style;
        this.sheet = sheet;
    }

    /** Writes the sheet and returns the drawing that belongs to it; nothing is drawn where there is no number. */
    static SheetDrawing write(Workbook workbook, ProgrammeView view, AnnexStyle style) {
        Worksheet sheet = workbook.newWorksheet(view.text("annex.charts"));
        AnnexCharts charts = new AnnexCharts(view, style, sheet);
        charts.write();
        return new SheetDrawing(charts.charts, charts.breaks);
    }

    private void write() {
        style.title(
                sheet,
                view.text(
                        "annex.charts.title",
                        view.programme().name(view.texts().language()),
                        view.texts().numbers().date(view.programme().knownBy())));
        sheet.width(0, 12);
        for (int column = 1; column <= NUMBERS; column++) {
            sheet.width(column, NUMBER_WIDTH);
        }
        sheet.width(CHART_COLUMN - 1, 1);
        bars(ReportCharts.exact(view));
        bars(AccountParagraphs.contributions(view));
        for (Target target : view.programme().targets()) {
            Trajectory.of(target, view.programme().units()).ifPresent(year -> course(target, year));
        }
        if (charts.isEmpty()) {
            AnnexStyle.text(sheet, row, 0, view.text("annex.charts.none"));
            style.cell(sheet, row, 0).set();
        }
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.leftMargin(AnnexStyle.MARGIN);
        sheet.rightMargin(AnnexStyle.MARGIN);
        sheet.topMargin(MARGIN);
        sheet.bottomMargin(MARGIN);
        sheet.footer("&P / &N", Position.CENTER);
    }

    private void bars(BarChart chart) {
        if (chart.isEmpty()) {
            return;
        }
        int count = chart.values().size();
        double height = Math.min(LARGEST, Math.max(LEAST_HEIGHT, FRAME + BAR * count));
        int top = begin(chart.description(), 1 + count, height);
        int first = row;
        for (int i = 0; i < count; i++) {
            AnnexStyle.text(sheet, row, 0, chart.categories().get(i));
            style.cell(sheet, row, 0).set();
            number(NUMBERS, OptionalDouble.of(chart.values().get(i)), chart.format());
            next(1);
        }
        end(top, height, chart.from(cells(0, first, row - 1), cells(NUMBERS, first, row - 1)));
    }

    private void course(Target target, Trajectory year) {
        String unit = view.texts().unit(year.unitCode());
        String name = PlainText.shortened(target.heading(view.texts().language())) + ", " + unit;
        List<Course> courses = courses(year).stream()
                .filter(course -> year.points().stream()
                        .anyMatch(point -> course.number().apply(point).isPresent()))
                .toList();
        int headingLines = courses.stream()
                .mapToInt(course ->
                        PlainText.wrap(course.heading(), NUMBER_WIDTH - 1).size())
                .max()
                .orElse(1);
        int top = begin(name, 1 + headingLines + year.points().size(), COURSE_HEIGHT);
        for (int i = 0; i < courses.size(); i++) {
            AnnexStyle.text(
                    sheet, row, 1 + i, PeriodWords.upperFirst(courses.get(i).heading()));
        }
        AnnexStyle.text(sheet, row, 0, view.text("column.period"));
        style.heading(sheet, row, 0, 0, "left");
        style.heading(sheet, row, 1, courses.size(), "right");
        next(headingLines);
        int first = row;
        String format = AnnexStyle.format(year.decimals());
        for (Point point : year.points()) {
            AnnexStyle.text(sheet, row, 0, view.texts().periodTick(point.period()));
            style.cell(sheet, row, 0).set();
            for (int i = 0; i < courses.size(); i++) {
                number(1 + i, courses.get(i).number().apply(point), format);
            }
            next(1);
        }
        int last = row - 1;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            lines.add(new Line(
                    PeriodWords.upperFirst(course.heading()),
                    course.stroke(),
                    year.points().stream().map(course.number()).toList(),
                    cells(1 + i, first, last)));
        }
        Names names = new Names(
                year.points().stream()
                        .map(point -> view.texts().periodTick(point.period()))
                        .toList(),
                cells(0, first, last));
        end(top, COURSE_HEIGHT, new OfficeChart(name, Form.LINES, names, lines, format, OptionalDouble.empty()));
    }

    /** Returns the columns of a course; what is projected begins where what is known ends, so that the lines meet. */
    private List<Course> courses(Trajectory year) {
        Point lastKnown = year.points().stream()
                .filter(Point::isKnown)
                .reduce((a, b) -> b)
                .orElse(null);
        double goal = year.goals().get(0).level();
        return List.of(
                new Course(view.text("twin.known"), Stroke.KNOWN, point -> shown(point.isKnown(), point.value())),
                new Course(
                        view.text("twin.projected"),
                        Stroke.PROJECTED,
                        point -> shown(!point.isKnown() || point.equals(lastKnown), point.value())),
                new Course(view.text("column.estimate_low"), Stroke.BOUND, point -> bound(point, point.p10())),
                new Course(view.text("column.estimate_high"), Stroke.BOUND, point -> bound(point, point.p90())),
                new Course(view.text("twin.last_year"), Stroke.BEFORE, Point::lastYear),
                new Course(view.text("column.plan"), Stroke.GOAL, point -> OptionalDouble.of(goal)));
    }

    private static OptionalDouble shown(boolean isShown, double value) {
        return isShown ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble bound(Point point, OptionalDouble value) {
        return point.isKnown() ? OptionalDouble.empty() : value;
    }

    /**
     * Writes the heading of a chart, on a new page where the chart and its cells would not fit the rest of this one,
     * and returns its row.
     */
    private int begin(String heading, int lines, double height) {
        double needed = Math.max(lines * AnnexStyle.LINE, height * POINTS_OF_MILLIMETRE);
        if (used + needed > PAGE && used > 2 * AnnexStyle.LINE) {
            breaks.add(row);
            used = 0;
        }
        AnnexStyle.text(sheet, row, 0, heading);
        style.cell(sheet, row, 0).bold().set();
        next(1);
        return row - 1;
    }

    /** Places a chart beside its cells, and leaves as many rows as it is high. */
    private void end(int top, double height, OfficeChart chart) {
        charts.add(new SheetDrawing.Place(top, CHART_COLUMN, height, chart));
        double below = height * POINTS_OF_MILLIMETRE - (row - top) * AnnexStyle.LINE;
        for (double left = below; left > 0; left -= AnnexStyle.LINE) {
            next(1);
        }
        next(1);
    }

    private void next(int lines) {
        sheet.rowHeight(row, AnnexStyle.height(lines));
        row++;
        used += lines * AnnexStyle.LINE;
    }

    private void number(int column, OptionalDouble value, String format) {
        style.number(sheet, row, column, value, format);
    }

    private String cells(int column, int first, int last) {
        String name = "'" + view.text("annex.charts").replace("'", "''") + "'!";
        char letter = (char) ('A' + column);
        return name + "$" + letter + "$" + (first + 1) + ":$" + letter + "$" + (last + 1);
    }
}
