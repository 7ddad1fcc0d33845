package vn.chitieu.notebook.exhibit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.AnnualFigures;
import vn.chitieu.notebook.programme.GrowthCell;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.OriginMark;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** Budget revenue and foreign trade of the programme's area. */
final class RevenueTradeChapter {

    private static final int MOST_YEARS = 8;
    private static final int MOST_LINES = 12;
    private static final int NAME_LETTERS = 60;
    private static final List<String> REVENUES = List.of("total", "domestic", "trade_taxes");
    private static final List<String> FLOWS = List.of("exports", "imports", "balance");

    private final ProgrammeView view;
    private final String areaCode;
    private final LocalDate knownBy;

    private RevenueTradeChapter(ProgrammeView view) {
        this.view = view;
        this.areaCode = view.programme().areaCode();
        this.knownBy = view.programme().knownBy();
    }

    /** Returns the chapter; where nothing was published it says so. */
    static Chapter of(ProgrammeView view) {
        RevenueTradeChapter chapter = new RevenueTradeChapter(view);
        List<Exhibit> exhibits = new ArrayList<>(List.of(chapter.revenueByYear()));
        chapter.latestRevenue().ifPresent(exhibits::add);
        exhibits.addAll(chapter.trade());
        return new Chapter(
                "revenue-trade", view.text("chapter.revenue-trade"), List.of(view.text("revenue.lead")), exhibits);
    }

    private Exhibit revenueByYear() {
        String heading = view.text("revenue.year.heading");
        AnnualFigures figures =
                AnnualFigures.of(area(MartTables.BUDGET_REVENUE), knownBy, row -> row.text("revenue_code"));
        List<Integer> years = figures.years(MOST_YEARS, "value", REVENUES);
        if (years.isEmpty()) {
            return StateRevenue.of(view)
                    .orElseGet(() -> Exhibit.words("revenue", heading, view.text("revenue.missing", view.area())));
        }
        int year = years.get(years.size() - 1);
        String code = REVENUES.stream()
                .filter(c -> figures.value(c, "value", year).isPresent())
                .findFirst()
                .orElseThrow();
        StringBuilder sentence = new StringBuilder(view.text(
                "revenue.year.sentence",
                view.text("revenue_code." + code),
                year,
                view.number(figures.value(code, "value", year), 0)));
        figures.value(code, "growth_pct", year)
                .ifPresent(g -> sentence.append(
                        view.text("change." + (g < 0 ? "down" : "up"), view.percent(Math.abs(g), 1), year - 1)));
        figures.value(code, "growth_other_vintage_pct", year)
                .ifPresent(g -> sentence.append(view.text("revenue.other_vintage", view.percent(g, 1), year - 1)));
        figures.value(code, "plan_attainment_pct", year)
                .ifPresent(p -> sentence.append(view.text("revenue.of_plan", view.percent(p, 1))));
        List<SeriesLine> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String revenue : REVENUES) {
            SeriesLine line =
                    new SeriesLine(view.text("revenue.short." + revenue), figures.values(revenue, "value", years));
            if (!line.isEmpty()) {
                lines.add(line);
                names.add(view.text("revenue_code." + revenue));
            }
        }
        MartQuery query = MartQuery.of("revenueByYear", MartTables.BUDGET_REVENUE.name())
                .where("area_code", areaCode)
                .like("period", view.years())
                .orderBy("period", "revenue_code")
                .columns(
                        "revenue_code",
                        "period",
                        "value",
                        "growth_pct",
                        "growth_other_vintage_pct",
                        "plan_attainment_pct",
                        "origin");
        return YearlyExhibit.of(
                Exhibit.words("revenue", heading, sentence.append('.').toString())
                        .from(query),
                view,
                chart(years, lines, view.texts().unit(figures.text(code, "unit_code", year)), 0),
                names);
    }

    private Optional<Exhibit> latestRevenue() {
        List<MartRow> rows = latest(MartTables.BUDGET_REVENUE, "revenue_code");
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        MartRow first = rows.get(0);
        String unit = first.text("unit_code");
        int decimals = decimals(rows, unit, List.of("value"));
        String sentence = view.text(
                "revenue.latest.sentence",
                word("revenue_code.", first.text("revenue_code")),
                view.texts().periodOf(first),
                view.number(first.number("value"), decimals));
        FigureTable table = new FigureColumns<MartRow>(view)
                .text("twin.period", view.texts()::periodOf)
                .text("show.revenue_code", row -> word("revenue_code.", row.text("revenue_code")))
                .number(
                        "show.value_billion",
                        row -> view.number(row.number("value"), decimals) + OriginMark.of(row.text("value_origin")))
                .number("show.growth", row -> GrowthCell.of(row, 1, view.texts().numbers()))
                .number("show.plan", row -> view.number(row.number("plan_attainment_pct"), 1))
                .table(view.text("revenue.latest.heading") + ", " + view.texts().unit(unit), rows);
        return Optional.of(Exhibit.words("revenue-latest", view.text("revenue.latest.heading"), sentence)
                .tabled(table)
                .noted(List.of(view.text("origin.legend")))
                .from(MartQuery.of("revenue", MartTables.BUDGET_REVENUE.name())
                        .where("area_code", areaCode)
                        .orderBy("period", "revenue_code", "accumulation")
                        .columns(
                                "period",
                                "accumulation",
                                "revenue_code",
                                "value",
                                "growth_pct",
                                "growth_other_vintage_pct",
                                "plan_attainment_pct",
                                "origin")));
    }

    private List<Exhibit> trade() {
        List<MartRow> latest = latest(MartTables.TRADE_BALANCE, "coverage");
        if (latest.isEmpty()) {
            return List.of(
                    Exhibit.words("trade", view.text("trade.year.heading"), view.text("trade.missing", view.area())));
        }
        List<Exhibit> exhibits = new ArrayList<>();
        int decimals = decimals(latest, latest.get(0).text("unit_code"), FLOWS);
        tradeByYear().ifPresent(exhibits::add);
        FigureTable table = new FigureColumns<MartRow>(view)
                .text("twin.period", view.texts()::periodOf)
                .text("show.coverage", row -> word("coverage.", row.text("coverage")))
                .number("show.exports", row -> amount(row, "exports", decimals))
                .number("show.imports", row -> amount(row, "imports", decimals))
                .number("show.turnover", row -> amount(row, "turnover", decimals))
                .number("show.balance", row -> amount(row, "balance", decimals))
                .number("show.cover", row -> view.number(row.number("cover_ratio_pct"), 1))
                .table(view.text("trade.latest.heading"), latest);
        MartRow first = latest.get(0);
        String flows = Stream.of("exports", "imports", "turnover")
                .filter(flow -> first.number(flow).isPresent())
                .limit(2)
                .map(flow -> view.text("trade.latest." + flow, view.number(first.number(flow), decimals)))
                .collect(Collectors.joining(", "));
        String sentence = view.text(
                "trade.latest.sentence",
                view.texts().periodOf(first),
                word("coverage.", first.text("coverage")),
                flows);
        exhibits.add(Exhibit.words("trade-latest", view.text("trade.latest.heading"), sentence)
                .tabled(table)
                .noted(List.of(view.text("origin.legend")))
                .from(MartQuery.of("trade", MartTables.TRADE_BALANCE.name())
                        .where("area_code", areaCode)
                        .like("period", "(" + latestYears(latest) + ").*")
                        .orderBy("period", "coverage", "accumulation")
                        .columns(
                                "period",
                                "accumulation",
                                "coverage",
                                "exports",
                                "imports",
                                "turnover",
                                "balance",
                                "origin")));
        return exhibits;
    }

    private Optional<Exhibit> tradeByYear() {
        Optional<Coverage> chosen = area(MartTables.TRADE_BALANCE).stream()
                .map(row -> row.text("coverage"))
                .distinct()
                .sorted()
                .map(this::coverage)
                .reduce((a, b) -> b.years() > a.years() ? b : a);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        AnnualFigures figures = chosen.get().figures();
        String coverage = chosen.get().code();
        List<Integer> years = figures.years(MOST_YEARS, FLOWS.get(0), List.of("all"));
        if (years.size() < 2) {
            return Optional.empty();
        }
        int year = years.get(years.size() - 1);
        List<SeriesLine> lines = FLOWS.stream()
                .map(flow -> new SeriesLine(
                        view.text("trade.short." + flow),
                        figures.values("all", flow, years).stream()
                                .map(v -> v.isEmpty() ? v : OptionalDouble.of(v.getAsDouble() / 1000))
                                .toList()))
                .filter(line -> !line.isEmpty())
                .toList();
        OptionalDouble balance = figures.value("all", FLOWS.get(2), year);
        String sentence = view.text(
                        "trade.year.sentence",
                        year,
                        view.number(inBillions(figures, 0, year), 2),
                        view.number(inBillions(figures, 1, year), 2))
                + (balance.isEmpty()
                        ? ""
                        : view.text(
                                "trade.balance." + (balance.getAsDouble() < 0 ? "deficit" : "surplus"),
                                view.number(Math.abs(balance.getAsDouble()) / 1000, 2)))
                + ".";
        MartQuery query = MartQuery.of("tradeByYear", MartTables.TRADE_BALANCE.name())
                .where("area_code", areaCode)
                .where("coverage", coverage)
                .like("period", view.years())
                .orderBy("period")
                .columns("period", FLOWS.get(0), FLOWS.get(1), FLOWS.get(2), "cover_ratio_pct", "origin");
        return Optional.of(YearlyExhibit.of(
                Exhibit.words("trade", view.text("trade.year.heading"), sentence)
                        .noted(List.of(view.text("trade.coverage", word("coverage.", coverage))))
                        .from(query),
                view,
                chart(years, lines, view.text("unit.billion_usd"), 1),
                lines.stream().map(SeriesLine::name).toList()));
    }

    /** The trade of one coverage, and of how many years its exports are known. */
    private record Coverage(String code, AnnualFigures figures, int years) {}

    private Coverage coverage(String code) {
        AnnualFigures figures =
                AnnualFigures.of(area(MartTables.TRADE_BALANCE).where("coverage", code), knownBy, row -> "all");
        return new Coverage(code, figures, (int)
                figures.values("all", FLOWS.get(0), figures.years(MOST_YEARS, FLOWS.get(0), List.of("all"))).stream()
                        .filter(OptionalDouble::isPresent)
                        .count());
    }

    private static String latestYears(List<MartRow> rows) {
        return rows.stream()
                .map(row -> row.text("period").substring(0, 4))
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }

    private static OptionalDouble inBillions(AnnualFigures figures, int flow, int year) {
        OptionalDouble value = figures.value("all", FLOWS.get(flow), year);
        return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() / 1000);
    }

    /** Returns how many decimals the amounts of a table deserve: those of its largest. */
    private static int decimals(List<MartRow> rows, String unitCode, List<String> columns) {
        double largest = rows.stream()
                .flatMap(row -> columns.stream().map(row::number))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> Math.abs(value.getAsDouble()))
                .max()
                .orElse(0);
        return NumberFormats.decimals(largest, unitCode);
    }

    private String amount(MartRow row, String flow, int decimals) {
        return view.number(row.number(flow), decimals) + OriginMark.of(row.text(flow + "_origin"));
    }

    private CategoryChart chart(List<Integer> years, List<SeriesLine> lines, String unit, int decimals) {
        return CategoryChart.of(
                Kind.COLUMNS,
                years.stream().map(String::valueOf).toList(),
                lines,
                unit,
                decimals,
                view.texts().numbers());
    }

    private String word(String stem, String code) {
        return view.texts().word(stem, code, NAME_LETTERS);
    }

    private MartRows area(TableSpec spec) {
        return MartRows.of(view.marts(), spec).where("area_code", areaCode);
    }

    /** Returns the latest rows known, each line once, the latest period first. */
    private List<MartRow> latest(TableSpec spec, String item) {
        Stream<MartRow> known = area(spec).stream().filter(row -> row.date("vintage_date")
                .map(day -> !day.isAfter(knownBy))
                .orElse(true));
        return known.sorted(Comparator.comparing(
                                (MartRow row) -> ReportingPeriod.placeOf(row.text("period")), Period::compareTo)
                        .reversed()
                        .thenComparing(row -> row.text("accumulation"))
                        .thenComparing(row -> row.text(item)))
                .limit(MOST_LINES)
                .toList();
    }
}
