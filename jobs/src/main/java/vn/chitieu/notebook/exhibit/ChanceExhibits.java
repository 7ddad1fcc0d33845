package vn.chitieu.notebook.exhibit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;

/** How the chance of a target and its projected year developed from night to night. */
final class ChanceExhibits {

    /** The nights that a chart and a table of a page have room for: the last ones. */
    private static final int MOST_NIGHTS = 24;

    private ChanceExhibits() {}

    /** Returns the course; empty where fewer than two nights gave a probability. */
    static Optional<Exhibit> of(ProgrammeView view, Target target) {
        MartQuery query = MartQuery.of("chance", MartTables.TARGET_HISTORY.name())
                .where("programme_id", view.programme().programmeId())
                .where("target_id", target.id())
                .orderBy("as_of_date", "run_no")
                .columns("as_of_date", "p_attain", "point", "p10", "p90", "verdict_code");
        SortedMap<LocalDate, MartRow> nights = new TreeMap<>(); // of the runs of a day the last
        for (MartRow row : query.rows(view.marts())) {
            if (row.number("p_attain").isPresent()) {
                nights.put(row.date("as_of_date").orElseThrow(), row);
            }
        }
        if (nights.size() < 2) {
            return Optional.empty();
        }
        List<MartRow> all = List.copyOf(nights.values());
        List<MartRow> shown = all.subList(Math.max(0, all.size() - MOST_NIGHTS), all.size());
        MartRow first = shown.get(0);
        MartRow last = shown.get(shown.size() - 1);
        String heading = view.text("chance.heading");
        String sentence = view.text(
                "chance.sentence",
                chance(view, first),
                day(view, first),
                chance(view, last),
                day(view, last),
                String.valueOf(shown.size()));
        int decimals = TargetTexts.decimals(target.headline());
        return Optional.of(Exhibit.words("chance", heading, sentence)
                .drawn(CategoryChart.of(
                        Kind.LINES,
                        shown.stream().map(row -> day(view, row)).toList(),
                        List.of(new SeriesLine(
                                view.text("column.probability"),
                                shown.stream().map(ChanceExhibits::percent).toList())),
                        "%",
                        0,
                        view.texts().numbers()))
                .tabled(new FigureColumns<MartRow>(view)
                        .text("chance.day", row -> day(view, row))
                        .number("column.probability", row -> chance(view, row))
                        .number("record.projected", projected(view, decimals))
                        .text("twin.interval", row -> view.texts()
                                .interval(row.number("p10"), row.number("p90"), decimals)
                                .orElse(""))
                        .text("column.verdict", row -> VerdictWord.of(row)
                                .label(view.texts().texts()))
                        .table(heading, shown))
                .from(query));
    }

    private static Function<MartRow, String> projected(ProgrammeView view, int decimals) {
        return row -> view.number(row.number("point"), decimals);
    }

    private static OptionalDouble percent(MartRow row) {
        return OptionalDouble.of(100 * row.number("p_attain").orElseThrow());
    }

    private static String chance(ProgrammeView view, MartRow row) {
        return view.texts().numbers().probability(row.number("p_attain").orElseThrow());
    }

    private static String day(ProgrammeView view, MartRow row) {
        return view.texts().numbers().date(row.date("as_of_date").orElseThrow());
    }
}
