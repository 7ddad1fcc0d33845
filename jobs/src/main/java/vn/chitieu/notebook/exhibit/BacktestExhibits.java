package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

/** How good projections of past years were: errors beside the rules in daily use, coverage, reliability. */
final class BacktestExhibits {

    private static final int MOST_ROWS = 30;

    private final ProgrammeView view;
    private final String whose;
    private final List<MartRow> rows;
    private final List<MartRow> own;
    private final SortedMap<Integer, List<MartRow>> months = new TreeMap<>();

    private BacktestExhibits(ProgrammeView view, List<MartRow> rows) {
        this.view = view;
        this.whose = view.text("backtest.whose.area", view.area());
        this.rows = rows;
        this.own = AccuracyFigures.of(rows, AccuracyFigures.OWN);
        rows.forEach(row -> months.computeIfAbsent(AccuracyFigures.month(row), m -> new ArrayList<>())
                .add(row));
    }

    /** Returns the exhibits of the area's own series; a sentence where none of them could be tested. */
    static List<Exhibit> of(ProgrammeView view) {
        MartRows all = MartRows.of(view.marts(), MartTables.FORECAST_EVALUATION);
        List<MartRow> rows =
                AccuracyFigures.ofSeries(all.where("area_code", view.programme().areaCode()));
        if (AccuracyFigures.of(rows, AccuracyFigures.OWN).isEmpty()) {
            return List.of(Exhibit.words(
                    "backtest", view.text("backtest.heading"), view.text("backtest.none.area", view.area())));
        }
        BacktestExhibits exhibits = new BacktestExhibits(view, rows);
        return List.of(exhibits.errors(), exhibits.coverage(), exhibits.reliability());
    }

    private Exhibit errors() {
        List<String> sources = List.of(AccuracyFigures.OWN, AccuracyFigures.GROWTH_RULE, AccuracyFigures.PLAN_RULE);
        List<String> names =
                List.of(view.text("backtest.own"), view.text("backtest.growth_rule"), view.text("backtest.plan_rule"));
        List<SeriesLine> lines = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            lines.add(line(names.get(i), some -> error(AccuracyFigures.of(some, source))));
            together.add(view.number(error(AccuracyFigures.of(rows, source)), 2));
        }
        String sentence = view.text(
                "backtest.error.sentence",
                whose,
                view.number(own.size(), 0),
                own.stream().map(row -> row.text("variable")).distinct().count(),
                own.stream().mapToInt(BacktestExhibits::year).min().orElseThrow(),
                own.stream().mapToInt(BacktestExhibits::year).max().orElseThrow(),
                together.get(0),
                together.get(1),
                together.get(2));
        String unit = view.text("backtest.error.unit");
        return drawn(
                Exhibit.words("backtest", view.text("backtest.error.heading"), sentence), lines, unit, 2, List.of());
    }

    private Exhibit coverage() {
        List<SeriesLine> lines = List.of(
                line(view.text("twin.interval"), some -> covered(some, "is_covered_80")),
                line(view.text("twin.interval95"), some -> covered(some, "is_covered_95")));
        String sentence = view.text(
                        "backtest.coverage.sentence",
                        view.number(AccuracyFigures.share(own, "is_covered_80"), 0) + "%",
                        view.number(AccuracyFigures.share(own, "is_covered_95"), 0) + "%")
                + lowest(lines.get(0))
                + ".";
        return drawn(
                Exhibit.words("coverage", view.text("backtest.coverage.heading"), sentence),
                lines,
                "%",
                0,
                List.of(80.0, 95.0));
    }

    /** Returns the month known at which fewest outcomes were inside. */
    private String lowest(SeriesLine line) {
        List<Integer> known = List.copyOf(months.keySet());
        return IntStream.range(0, known.size())
                .boxed()
                .filter(i -> line.values().get(i).isPresent())
                .min(Comparator.comparingDouble(i -> line.values().get(i).getAsDouble()))
                .filter(i -> known.size() > 1)
                .map(i -> view.text(
                        "backtest.coverage.lowest",
                        known.get(i) == 0
                                ? view.text("accuracy.nothing_known")
                                : view.texts()
                                        .numbers()
                                        .month(AccuracyFigures.calendarMonth(
                                                months.getOrDefault(known.get(i), List.of())
                                                        .get(0))),
                        view.percent(line.values().get(i).getAsDouble(), 0)))
                .orElse("");
    }

    private Exhibit reliability() {
        String heading = view.text("backtest.reliability.heading");
        List<MartRow> judged =
                own.stream().filter(row -> row.number("p_attain").isPresent()).toList();
        if (judged.isEmpty()) {
            return Exhibit.words("reliability", heading, view.text("backtest.reliability.none"));
        }
        List<String> bins = new ArrayList<>();
        List<OptionalDouble> stated = new ArrayList<>();
        List<OptionalDouble> outcome = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        String fullest = "";
        int most = 0;
        for (int bin = 0; bin + 1 < AccuracyFigures.BINS.size(); bin++) {
            double from = AccuracyFigures.BINS.get(bin);
            double to = AccuracyFigures.BINS.get(bin + 1);
            List<MartRow> inside = AccuracyFigures.inBin(judged, bin);
            bins.add(view.number(100 * from, 0) + "–" + view.percent(100 * to, 0));
            stated.add(AccuracyFigures.meanProbability(inside));
            outcome.add(AccuracyFigures.share(inside, "is_attained"));
            cells.add(List.of(
                    bins.get(bin),
                    String.valueOf(inside.size()),
                    view.number(stated.get(bin), 0),
                    view.number(outcome.get(bin), 0)));
            if (inside.size() > most) {
                most = inside.size();
                fullest = bins.get(bin);
            }
        }
        int shown = bins.indexOf(fullest);
        String sentence = view.text(
                "backtest.reliability.sentence",
                view.number(judged.size(), 0),
                fullest,
                view.number(stated.get(shown), 0) + "%",
                view.number(outcome.get(shown), 0) + "%");
        List<SeriesLine> lines = List.of(
                new SeriesLine(view.text("backtest.stated"), stated),
                new SeriesLine(view.text("backtest.outcome"), outcome));
        Exhibit words = Exhibit.words("reliability", heading, sentence)
                .tabled(FigureTable.ofNumbers(
                        heading,
                        view.text("accuracy.stated"),
                        List.of(
                                view.text("accuracy.count"),
                                view.text("accuracy.stated_mean"),
                                view.text("accuracy.outcome")),
                        cells))
                .from(query("reliability", "p_attain", "is_attained"));
        CategoryChart chart =
                CategoryChart.of(Kind.LINES, bins, lines, "%", 0, view.texts().numbers());
        return chart.isWorthDrawing() ? words.drawn(chart) : words;
    }

    private Exhibit drawn(Exhibit words, List<SeriesLine> lines, String unit, int decimals, List<Double> guides) {
        List<List<String>> cells = new ArrayList<>();
        List<Integer> known = List.copyOf(months.keySet());
        for (int i = 0; i < known.size(); i++) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(known.get(i)),
                    String.valueOf(AccuracyFigures.of(months.getOrDefault(known.get(i), List.of()), AccuracyFigures.OWN)
                            .size())));
            for (SeriesLine line : lines) {
                row.add(view.number(line.values().get(i), decimals));
            }
            cells.add(row);
        }
        List<String> headers = new ArrayList<>(List.of(view.text("accuracy.count")));
        lines.forEach(line -> headers.add(line.name()));
        Exhibit tabled = words.tabled(FigureTable.ofNumbers(
                        words.heading() + ", " + unit, view.text("backtest.month"), headers, cells))
                .from(query(words.id(), "scaled_error", "is_covered_80", "is_covered_95"));
        List<SeriesLine> shown = lines.stream().filter(line -> !line.isEmpty()).toList();
        Exhibit noted = rows.stream().anyMatch(row -> row.text("frequency").equals("Q"))
                ? tabled.noted(List.of(view.text("backtest.note")))
                : tabled;
        List<String> categories = known.stream()
                .map(month -> month == 0 ? view.text("accuracy.nothing_known") : view.text("month.short." + month))
                .toList();
        CategoryChart chart = CategoryChart.of(
                        Kind.LINES,
                        categories,
                        shown,
                        unit,
                        decimals,
                        view.texts().numbers())
                .comparedWith(guides);
        return chart.isWorthDrawing() ? noted.drawn(chart) : noted;
    }

    private MartQuery query(String name, String... columns) {
        String[] shown = new String[columns.length + 4];
        System.arraycopy(new String[] {"variable", "year", "observed_periods", "source"}, 0, shown, 0, 4);
        System.arraycopy(columns, 0, shown, 4, columns.length);
        MartQuery all =
                MartQuery.of(name, MartTables.FORECAST_EVALUATION.name()).where("source", AccuracyFigures.OWN);
        return all.where("area_code", view.programme().areaCode())
                .orderBy("variable", "year", "observed_periods")
                .first(MOST_ROWS)
                .columns(shown);
    }

    private SeriesLine line(String name, Function<List<MartRow>, OptionalDouble> value) {
        return new SeriesLine(name, months.values().stream().map(value).toList());
    }

    private static OptionalDouble error(List<MartRow> some) {
        return AccuracyFigures.mean(some, row -> AccuracyFigures.absolute(row.number("scaled_error")));
    }

    private static OptionalDouble covered(List<MartRow> some, String column) {
        return AccuracyFigures.share(AccuracyFigures.of(some, AccuracyFigures.OWN), column);
    }

    private static int year(MartRow row) {
        return row.integer("year").orElseThrow();
    }
}
