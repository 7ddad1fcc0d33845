package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetRecord;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.PlainText;

/** The record of a target's own projections: what was said at this point of past years and what came. */
final class RecordExhibits {

    private RecordExhibits() {}

    /** Returns the record of a target; empty if it is not projected. */
    static Optional<Exhibit> of(ProgrammeView view, Target target) {
        return TargetRecord.of(view, target).map(record -> of(view, target, record));
    }

    private static Exhibit of(ProgrammeView view, Target target, TargetRecord record) {
        String heading = view.text("record.heading");
        String known = known(view, record);
        if (record.own().isEmpty()) {
            return Exhibit.words("record", heading, view.text("record.none", known));
        }
        List<MartRow> own = record.own();
        int decimals = TargetTexts.decimals(target.headline());
        String unitName = view.texts().unit(own.get(0).text("unit_code"));
        // percent of an outcome below 0 say nothing
        boolean isInUnit = TargetRecord.error(own).isEmpty();
        String unit = isInUnit
                ? PlainText.lowerFirst(unitName)
                : own.get(0).text("unit_code").startsWith("pct")
                        ? view.text("record.points")
                        : view.text("record.percent");
        Function<List<MartRow>, String> error = rows -> isInUnit
                ? view.number(TargetRecord.errorInUnit(rows), decimals)
                : view.number(TargetRecord.error(rows), 2);
        String sentence = view.text(
                "record.sentence",
                known,
                own.size(),
                error.apply(own),
                isInUnit ? view.number(record.biasInUnit(), decimals) : view.number(record.bias(), 2),
                record.covered(),
                unit);
        List<String> notes = new ArrayList<>();
        if (!record.growthRule().isEmpty()) {
            notes.add(view.text(
                    "record.growth_rule",
                    error.apply(record.growthRule()),
                    unit,
                    record.growthRule().size()));
        }
        if (!record.planRule().isEmpty()) {
            notes.add(view.text(
                    "record.plan_rule",
                    error.apply(record.planRule()),
                    unit,
                    record.planRule().size()));
        }
        Exhibit tabled = Exhibit.words("record", heading, sentence)
                .tabled(new FigureColumns<MartRow>(view)
                        .text(
                                "twin.year",
                                row -> String.valueOf(row.integer("year").orElseThrow()))
                        .number("record.projected", row -> view.number(row.number("value"), decimals))
                        .text("twin.interval", row -> view.texts()
                                .interval(row.number("p10"), row.number("p90"), decimals)
                                .orElse(""))
                        .number("record.outturn", row -> view.number(row.number("value_outturn"), decimals))
                        .table(heading + ", " + unitName, own))
                .noted(notes)
                .from(MartQuery.of("record", MartTables.FORECAST_EVALUATION.name())
                        .where("variable", record.variable())
                        .orderBy("year", "cutoff_period", "source")
                        .columns("year", "cutoff_period", "source", "value", "value_outturn", "p10", "p90"));
        CategoryChart chart = chart(view, record, unitName, decimals);
        return chart.isWorthDrawing() ? tabled.drawn(chart) : tabled;
    }

    private static String known(ProgrammeView view, TargetRecord record) {
        if (record.month() == 0) {
            return view.text("record.unknown");
        }
        int month = record.own().isEmpty()
                ? record.month()
                : AccuracyFigures.calendarMonth(record.own().get(0));
        return view.text("record.known", view.texts().numbers().month(month));
    }

    /** Outturns beside what growth to date, carried on, would have made of each year, and beside what was projected. */
    private static CategoryChart chart(ProgrammeView view, TargetRecord record, String unitName, int decimals) {
        Map<Integer, MartRow> own = byYear(record.own());
        Map<Integer, MartRow> rule = byYear(record.growthRule());
        List<Integer> years = List.copyOf(own.keySet());
        List<SeriesLine> lines = new ArrayList<>();
        lines.add(new SeriesLine(
                view.text("record.outturn"),
                years.stream().map(year -> value(own, year, "value_outturn")).toList()));
        lines.add(new SeriesLine(
                view.text("record.projected"),
                years.stream().map(year -> value(own, year, "value")).toList()));
        SeriesLine toDate = new SeriesLine(
                view.text("accuracy.growth_rule"),
                years.stream().map(year -> value(rule, year, "value")).toList());
        if (!toDate.isEmpty()) {
            lines.add(toDate);
        }
        return CategoryChart.of(
                Kind.LINES,
                years.stream().map(String::valueOf).toList(),
                lines,
                unitName,
                decimals,
                view.texts().numbers());
    }

    private static Map<Integer, MartRow> byYear(List<MartRow> rows) {
        TreeMap<Integer, MartRow> years = new TreeMap<>();
        rows.forEach(row -> years.put(row.integer("year").orElseThrow(), row));
        return years;
    }

    private static OptionalDouble value(Map<Integer, MartRow> rows, int year, String column) {
        MartRow row = rows.get(year);
        return row == null ? OptionalDouble.empty() : row.number(column);
    }
}
