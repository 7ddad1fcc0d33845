package vn.chitieu.notebook.exhibit;

import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Point;
import vn.chitieu.notebook.text.NumberFormats;

/** The year of a target period by period, as a table. */
final class YearTable {

    private YearTable() {}

    /** Returns the figures of the drawing of a target's year. */
    static FigureTable of(Target target, Trajectory year, ProgrammeView view) {
        String unitCode = target.projection().orElseThrow().text("unit_code");
        int decimals = NumberFormats.decimals(
                year.points().stream()
                        .mapToDouble(p -> Math.abs(p.row().number("cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                unitCode);
        boolean isSum = year.isCumulated() || year.isGrowth();
        FigureColumns<Point> columns = new FigureColumns<Point>(view)
                .text("twin.period", point -> view.texts().period(point.period().toString()))
                .text("twin.kind", point -> view.text(point.isKnown() ? "twin.known" : "twin.projected"))
                .number("twin.value", point -> view.number(point.row().number("value"), decimals))
                .number("twin.last_year", point -> view.number(point.row().number("last_year_value"), decimals))
                .number(
                        isSum ? "twin.cumulated" : "twin.as_of",
                        point -> view.number(point.row().number("cumulated"), decimals));
        if (year.isGrowth()) {
            columns.number("twin.growth", point -> view.number(point.value(), 2));
        }
        int shown = year.isGrowth() ? 2 : decimals;
        columns.number(
                year.isGrowth() ? "twin.growth_interval" : "twin.interval",
                point -> view.texts().interval(point.p10(), point.p90(), shown).orElse(NumberFormats.NONE));
        return columns.table(TargetCaption.of(target, unitCode, view), year.points());
    }
}
