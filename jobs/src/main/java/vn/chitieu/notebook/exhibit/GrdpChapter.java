package vn.chitieu.notebook.exhibit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.AnnualFigures;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRows;

/** Gross product of the programme's area: growth, level, contributions to growth, structure and deflator by year. */
final class GrdpChapter {

    private static final int MOST_YEARS = 10;
    private static final List<String> SECTORS = List.of("S1", "S2", "S3", "D21X31");
    private static final String TOTAL = "_T";

    private final ProgrammeView view;
    private final AnnualFigures figures;

    private GrdpChapter(ProgrammeView view) {
        this.view = view;
        LocalDate knownBy = view.programme().knownBy();
        this.figures = AnnualFigures.of(
                MartRows.of(view.marts(), MartTables.GRDP_BY_SECTOR)
                        .where("area_code", view.programme().areaCode()),
                knownBy,
                row -> row.text("activity_code") + " " + row.text("price_basis"));
    }

    /** Returns the chapter; where a figure was never published it says so, once where there is none at all. */
    static Chapter of(ProgrammeView view) {
        GrdpChapter chapter = new GrdpChapter(view);
        List<Exhibit> exhibits = List.of(
                chapter.growth(), chapter.level(), chapter.contributions(), chapter.structure(), chapter.deflator());
        boolean isEmpty = exhibits.stream().allMatch(exhibit -> exhibit.tables().isEmpty());
        return new Chapter(
                "grdp",
                view.text("chapter.grdp", view.product()),
                List.of(view.text(isEmpty ? "grdp.elsewhere" : "grdp.lead", view.product(), view.area())),
                isEmpty ? List.of() : exhibits);
    }

    private Exhibit growth() {
        String heading = view.text("grdp.growth.heading");
        List<Integer> years = figures.years(MOST_YEARS, "growth_pct", keys("constant_2010", true));
        if (years.isEmpty()) {
            return missing("growth", heading);
        }
        int year = years.get(years.size() - 1);
        String sentence = stated(TOTAL, "growth_pct", "constant_2010", year)
                .map(total -> view.text("grdp.growth.sentence", view.product(), year, total)
                        + stated(TOTAL, "growth_pct", "constant_2010", year - 1)
                                .map(before -> view.text("grdp.growth.before", year - 1, before))
                                .orElse("")
                        + ".")
                .orElseGet(() -> view.text("grdp.growth.parts", year));
        List<String> activities = new ArrayList<>(List.of(TOTAL));
        activities.addAll(SECTORS);
        Exhibit words = Exhibit.words("growth", heading, sentence)
                .from(query("growth", "constant_2010", "growth_pct", "growth_origin"));
        List<Named> series = series(activities, "growth_pct", "constant_2010", years);
        return exhibit(words, chart(Kind.LINES, years, series, "%", 2), series);
    }

    private Exhibit level() {
        String heading = view.text("grdp.level.heading");
        List<Integer> years = figures.years(MOST_YEARS, "value", List.of(TOTAL + " current", TOTAL + " constant_2010"));
        if (years.isEmpty()) {
            return missing("level", heading);
        }
        StringBuilder sentence = new StringBuilder();
        List<Named> lines = new ArrayList<>();
        for (String basis : List.of("current", "constant_2010")) {
            SeriesLine line =
                    new SeriesLine(view.text("grdp.basis." + basis), values(TOTAL, "value", basis, years, 0.001));
            if (!line.isEmpty()) {
                lines.add(new Named(line, view.text("grdp.basis." + basis)));
                int year = lastYear(line, years);
                sentence.append(sentence.isEmpty() ? "" : " ")
                        .append(view.text(
                                "grdp.level.sentence",
                                view.product(),
                                year,
                                view.number(figures.value(TOTAL + " " + basis, "value", year), 0),
                                view.text("grdp.basis." + basis)));
            }
        }
        Exhibit words = Exhibit.words("level", heading, sentence.toString())
                .from(query("level", "(current|constant_2010)", "value", "value_origin")
                        .where("activity_code", TOTAL));
        return exhibit(words, chart(Kind.COLUMNS, years, lines, view.text("unit.trillion_vnd"), 1), lines);
    }

    private Exhibit contributions() {
        String heading = view.text("grdp.contribution.heading");
        List<Integer> years = figures.years(MOST_YEARS, "contribution_points", keys("constant_2010", false));
        if (years.isEmpty()) {
            return missing("contributions", heading);
        }
        int year = years.get(years.size() - 1);
        SeriesLine total = new SeriesLine(view.product(), values(TOTAL, "growth_pct", "constant_2010", years, 1));
        String sentence = largest("contribution_points", "constant_2010", year)
                .map(largest -> view.text(
                        "grdp.contribution.sentence",
                        year,
                        view.text("sector.long." + largest),
                        view.number(
                                figures.value(largest + " constant_2010", "contribution_points", year)
                                        .orElseThrow(),
                                2),
                        view.product(),
                        view.number(figures.value(TOTAL + " constant_2010", "growth_pct", year), 2)))
                .or(() -> known("grdp.contribution.partial", "contribution_points", "constant_2010", year, ""))
                .orElseGet(() -> view.text("grdp.contribution.none", year));
        List<Named> series = series(SECTORS, "contribution_points", "constant_2010", years);
        Exhibit words = Exhibit.words("contributions", heading, sentence)
                .from(query("contributions", "constant_2010", "contribution_points", "contribution_origin"));
        CategoryChart chart =
                chart(Kind.STACKS, years, series, view.text("unit.points"), 2).withTotal(total);
        return exhibit(words, chart, series).interactive();
    }

    private Exhibit structure() {
        String heading = view.text("grdp.structure.heading");
        List<Integer> years = figures.years(MOST_YEARS, "share_pct", keys("current", false));
        if (years.isEmpty()) {
            return missing("structure", heading);
        }
        int year = years.get(years.size() - 1);
        String sentence = largest("share_pct", "current", year)
                .map(largest -> view.text(
                        "grdp.structure.sentence",
                        year,
                        view.text("sector.long." + largest),
                        view.percent(
                                figures.value(largest + " current", "share_pct", year)
                                        .orElseThrow(),
                                2),
                        view.product()))
                .or(() -> known("grdp.structure.partial", "share_pct", "current", year, "%"))
                .orElse("");
        Exhibit words = Exhibit.words("structure", heading, sentence)
                .from(query("structure", "current", "share_pct", "share_origin"));
        List<Integer> whole = years.stream()
                .filter(y -> SECTORS.stream().allMatch(activity -> isKnown(activity, "share_pct", "current", y)))
                .toList();
        List<Integer> shown = whole.isEmpty() ? years : whole;
        List<Named> series = series(SECTORS, "share_pct", "current", shown);
        Kind kind = whole.isEmpty() ? Kind.COLUMNS : Kind.STACKS;
        return exhibit(words, chart(kind, shown, series, "%", 2), series);
    }

    private Exhibit deflator() {
        String heading = view.text("grdp.deflator.heading");
        List<Integer> years = figures.years(MOST_YEARS, "deflator_2010_100", keys("current", true));
        if (years.isEmpty()) {
            return missing("deflator", heading);
        }
        int year = years.get(years.size() - 1);
        OptionalDouble last = figures.value(TOTAL + " current", "deflator_2010_100", year);
        OptionalDouble before = figures.value(TOTAL + " current", "deflator_2010_100", year - 1);
        String change = last.isPresent() && before.isPresent()
                ? view.text(
                        "grdp.deflator.change",
                        view.percent(100 * (last.getAsDouble() / before.getAsDouble() - 1), 2),
                        year - 1)
                : "";
        String sentence =
                view.text("grdp.deflator.sentence", view.product(), year, view.number(last, 1)) + change + ".";
        List<String> activities = new ArrayList<>(List.of(TOTAL));
        activities.addAll(List.of("S1", "S2", "S3"));
        Exhibit words = Exhibit.words("deflator", heading, sentence)
                .noted(List.of(view.text("grdp.deflator.note")))
                .from(query("deflator", "current", "deflator_2010_100"));
        List<Named> series = series(activities, "deflator_2010_100", "current", years);
        return exhibit(words, chart(Kind.LINES, years, series, view.text("unit.index_2010"), 1), series);
    }

    /** A series with its name in full. */
    private record Named(SeriesLine line, String name) {}

    private CategoryChart chart(Kind kind, List<Integer> years, List<Named> series, String unit, int decimals) {
        return CategoryChart.of(
                kind,
                years.stream().map(String::valueOf).toList(),
                series.stream().map(Named::line).toList(),
                unit,
                decimals,
                view.texts().numbers());
    }

    private Exhibit exhibit(Exhibit words, CategoryChart chart, List<Named> series) {
        return YearlyExhibit.of(
                words, view, chart, series.stream().map(Named::name).toList());
    }

    private Exhibit missing(String id, String heading) {
        return Exhibit.words(id, heading, view.text("grdp.missing", view.area()));
    }

    /** Returns the series of activities; each looks the same in every chart. */
    private List<Named> series(List<String> activities, String column, String basis, List<Integer> years) {
        List<Named> series = new ArrayList<>();
        for (String activity : activities) {
            boolean isTotal = activity.equals(TOTAL);
            String name = isTotal ? view.product() : view.text("sector.short." + activity);
            SeriesLine line = new SeriesLine(
                    name, values(activity, column, basis, years, 1), isTotal ? 0 : 1 + SECTORS.indexOf(activity));
            if (!line.isEmpty()) {
                series.add(new Named(line, isTotal ? name : view.text("sector.long." + activity)));
            }
        }
        return series;
    }

    private List<OptionalDouble> values(
            String activity, String column, String basis, List<Integer> years, double factor) {
        return figures.values(activity + " " + basis, column, years).stream()
                .map(v -> v.isEmpty() ? v : OptionalDouble.of(v.getAsDouble() * factor))
                .toList();
    }

    private Optional<String> stated(String activity, String column, String basis, int year) {
        OptionalDouble value = figures.value(activity + " " + basis, column, year);
        return value.isEmpty() ? Optional.empty() : Optional.of(view.percent(value.getAsDouble(), 2));
    }

    /** Returns the part with the largest number, if all parts have one. */
    private Optional<String> largest(String column, String basis, int year) {
        if (!SECTORS.stream().allMatch(activity -> isKnown(activity, column, basis, year))) {
            return Optional.empty();
        }
        return SECTORS.stream()
                .max(Comparator.comparingDouble(activity ->
                        figures.value(activity + " " + basis, column, year).orElseThrow()));
    }

    private boolean isKnown(String activity, String column, String basis, int year) {
        return figures.value(activity + " " + basis, column, year).isPresent();
    }

    /** Returns a sentence that lists the parts with a number, if there is any. */
    private Optional<String> known(String key, String column, String basis, int year, String unit) {
        String parts = SECTORS.stream()
                .filter(activity -> isKnown(activity, column, basis, year))
                .map(activity -> view.text(
                        "grdp.part",
                        view.text("sector.long." + activity),
                        view.number(figures.value(activity + " " + basis, column, year), 2) + unit))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Optional.empty() : Optional.of(view.text(key, year, view.product(), parts));
    }

    private static int lastYear(SeriesLine line, List<Integer> years) {
        int last = years.size() - 1;
        while (line.values().get(last).isEmpty()) {
            last--;
        }
        return years.get(last);
    }

    private static List<String> keys(String basis, boolean withTotal) {
        List<String> keys = new ArrayList<>();
        SECTORS.forEach(activity -> keys.add(activity + " " + basis));
        if (withTotal) {
            keys.add(TOTAL + " " + basis);
        }
        return keys;
    }

    private MartQuery query(String name, String basis, String... columns) {
        String[] shown = new String[columns.length + 3];
        shown[0] = "activity_code";
        shown[1] = "period";
        shown[2] = "price_basis";
        System.arraycopy(columns, 0, shown, 3, columns.length);
        return MartQuery.of(name, MartTables.GRDP_BY_SECTOR.name())
                .where("area_code", view.programme().areaCode())
                .like("period", view.years())
                .like("price_basis", basis)
                .like("activity_code", "(_T|S1|S2|S3|D21X31)")
                .orderBy("period", "activity_code", "price_basis")
                .columns(shown);
    }
}
