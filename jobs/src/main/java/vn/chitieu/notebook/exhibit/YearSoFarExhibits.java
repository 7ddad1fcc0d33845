package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.YearSoFar;
import vn.chitieu.notebook.programme.YearSoFar.Pair;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;

/** The first months of every year beside the whole of it: what a rate of growth to date has been worth. */
final class YearSoFarExhibits {

    private static final int DECIMALS = 2;

    private YearSoFarExhibits() {}

    /** Returns the comparison of a target that is a rate; empty where too little of it is published. */
    static Optional<Exhibit> of(ProgrammeView view, Target target) {
        return YearSoFar.of(target, view).map(rates -> of(view, target.headline(), rates));
    }

    private static Exhibit of(ProgrammeView view, MartRow row, YearSoFar rates) {
        NumberFormats numbers = view.texts().numbers();
        Map.Entry<Integer, Pair> worst = rates.worst();
        Map.Entry<Integer, Pair> best = rates.best();
        String sentence = view.text(
                "so_far.sentence",
                rates.above(),
                rates.years().size(),
                rates.month(),
                numbers.signed(rates.medianGain(), DECIMALS),
                numbers.signed(worst.getValue().gain(), DECIMALS),
                String.valueOf(worst.getKey()),
                numbers.signed(best.getValue().gain(), DECIMALS),
                String.valueOf(best.getKey()),
                view.number(rates.now(), DECIMALS));
        String toDate = view.text("so_far.to_date", rates.month());
        String whole = view.text("so_far.whole");
        String heading = view.text("so_far.heading", rates.month());
        Exhibit tabled = Exhibit.words("so-far", heading, sentence)
                .tabled(new FigureColumns<Map.Entry<Integer, Pair>>(view)
                        .text("twin.year", year -> String.valueOf(year.getKey()))
                        .number(
                                "so_far.column",
                                year -> view.number(year.getValue().toDate(), DECIMALS))
                        .number(
                                "so_far.whole",
                                year -> view.number(year.getValue().whole(), DECIMALS))
                        .number(
                                "so_far.gain",
                                year -> numbers.signed(year.getValue().gain(), DECIMALS))
                        .table(heading + ", %", List.copyOf(rates.years().entrySet())))
                .from(rates.query());
        List<String> years = new ArrayList<>();
        List<OptionalDouble> first = new ArrayList<>();
        List<OptionalDouble> full = new ArrayList<>();
        List<OptionalDouble> projected = new ArrayList<>();
        rates.years().forEach((year, pair) -> {
            years.add(String.valueOf(year));
            first.add(OptionalDouble.of(pair.toDate()));
            full.add(OptionalDouble.of(pair.whole()));
            projected.add(OptionalDouble.empty());
        });
        years.add(String.valueOf(row.integer("year").orElseThrow()));
        first.add(OptionalDouble.of(rates.now()));
        full.add(OptionalDouble.empty());
        projected.add(row.number("point"));
        List<SeriesLine> lines = new ArrayList<>(List.of(new SeriesLine(toDate, first), new SeriesLine(whole, full)));
        if (row.number("point").isPresent()) {
            lines.add(new SeriesLine(view.text("so_far.projected"), projected));
        }
        return tabled.drawn(CategoryChart.of(Kind.LINES, years, lines, "%", DECIMALS, numbers));
    }
}
