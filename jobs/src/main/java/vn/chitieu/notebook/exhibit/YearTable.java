package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.programme.Trajectory.Point;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

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
        List<FigureTable.Column> columns = new ArrayList<>(List.of(
                FigureTable.Column.text(view.text("twin.period")),
                FigureTable.Column.text(view.text("twin.kind")),
                FigureTable.Column.number(view.text("twin.value")),
                FigureTable.Column.number(view.text("twin.last_year")),
                FigureTable.Column.number(view.text(isSum ? "twin.cumulated" : "twin.as_of"))));
        if (year.isGrowth()) {
            columns.add(FigureTable.Column.number(view.text("twin.growth")));
        }
        columns.add(FigureTable.Column.number(view.text(year.isGrowth() ? "twin.growth_interval" : "twin.interval")));
        List<List<String>> rows = new ArrayList<>();
        for (Point point : year.points()) {
            List<String> row = new ArrayList<>(List.of(
                    view.texts().period(point.period().toString()),
                    view.text(point.isKnown() ? "twin.known" : "twin.projected"),
                    view.number(point.row().number("value"), decimals),
                    view.number(point.row().number("last_year_value"), decimals),
                    view.number(point.row().number("cumulated"), decimals)));
            if (year.isGrowth()) {
                row.add(view.number(point.value(), 2));
            }
            boolean hasInterval = point.p10().isPresent() && point.p90().isPresent();
            row.add(
                    hasInterval
                            ? view.texts()
                                    .range(
                                            point.p10().getAsDouble(),
                                            point.p90().getAsDouble(),
                                            year.isGrowth() ? 2 : decimals)
                            : NumberFormats.NONE);
            rows.add(row);
        }
        String name = PlainText.shortened(target.name(view.texts().language()));
        return new FigureTable(view.text("twin.caption", name, view.texts().unit(unitCode)), columns, rows);
    }
}
