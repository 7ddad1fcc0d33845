package vn.chitieu.notebook.exhibit;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetHistory;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/**
 * Revenue of the state of a nation, which the table of local budgets does not hold: its years, and its latest figure.
 */
final class StateRevenue {

    private static final String REVENUE = "budget_revenue_state";
    private static final String OF_PLAN = REVENUE + "_plan_attainment";
    private static final String CUMULATED = "C";
    private static final int MONTHS = 12;

    private final ProgrammeView view;

    private StateRevenue(ProgrammeView view) {
        this.view = view;
    }

    /** Returns the exhibit; empty where no revenue of the state is published. */
    static Optional<Exhibit> of(ProgrammeView view) {
        StateRevenue revenue = new StateRevenue(view);
        return revenue.latest(REVENUE).map(revenue::exhibit);
    }

    private Exhibit exhibit(MartRow latest) {
        String unitCode = latest.text("unit_code");
        String heading = view.text("revenue.year.heading");
        Optional<TargetHistory> history = TargetHistory.ofTotal(view, REVENUE, unitCode);
        if (history.isEmpty()) {
            String sentence = view.text("revenue.state.none", view.area()) + toDate(latest) + ".";
            return Exhibit.words("revenue", heading, sentence).from(query(REVENUE));
        }
        NavigableMap<Integer, Double> years = history.get().shown();
        int year = years.lastKey();
        int decimals = NumberFormats.decimals(history.get().latest(), unitCode);
        StringBuilder sentence = new StringBuilder(view.text(
                "revenue.state.year", name(), year, amount(history.get().latest(), unitCode)));
        Double before = years.get(year - 1);
        if (before != null && before > 0) {
            double growth = 100 * history.get().latest() / before - 100;
            sentence.append(
                    view.text("change." + (growth < 0 ? "down" : "up"), view.percent(Math.abs(growth), 1), year - 1));
        }
        if (place(latest).year() > year) {
            sentence.append(toDate(latest));
        }
        SeriesLine line = new SeriesLine(
                name(), years.values().stream().map(OptionalDouble::of).toList());
        return YearlyExhibit.of(
                Exhibit.words("revenue", heading, sentence.append('.').toString())
                        .from(history.get().query()),
                view,
                CategoryChart.of(
                        Kind.COLUMNS,
                        years.keySet().stream().map(String::valueOf).toList(),
                        List.of(line),
                        view.texts().unit(unitCode),
                        decimals,
                        view.texts().numbers()),
                List.of(name()));
    }

    /** Returns what is known of the year so far, and of its plan where the source says that. */
    private String toDate(MartRow latest) {
        String text = view.text(
                "revenue.state.latest",
                view.texts().periodOf(latest),
                amount(latest.number("obs_value").orElseThrow(), latest.text("unit_code")));
        return text
                + latest(OF_PLAN)
                        .filter(plan -> plan.text("period").equals(latest.text("period")))
                        .map(plan -> view.text(
                                "revenue.of_plan",
                                view.percent(plan.number("obs_value").orElseThrow(), 1)))
                        .orElse("");
    }

    /** Returns the latest figure of a year or of the year to date that is known. */
    private Optional<MartRow> latest(String indicatorCode) {
        return query(indicatorCode).rows(view.marts()).stream()
                .filter(row ->
                        row.isTrue("is_latest") && row.number("obs_value").isPresent())
                .filter(row -> row.date("published_date")
                        .map(day -> !day.isAfter(view.programme().knownBy()))
                        .orElse(true))
                .filter(row -> place(row).months() == MONTHS
                        || place(row).index() == 1
                        || row.text("accumulation").equals(CUMULATED))
                .filter(row -> place(row).year() <= view.programme().year())
                .max(Comparator.comparing((MartRow row) -> place(row).year())
                        .thenComparing(row -> place(row).lastMonth()));
    }

    private MartQuery query(String indicatorCode) {
        return MartQuery.of("revenue", MartTables.OBSERVATION.name())
                .where("area_code", view.programme().areaCode())
                .where("indicator_code", indicatorCode)
                .where("activity_code", "_T")
                .orderBy("period", "accumulation", "published_date")
                .columns("period", "accumulation", "obs_value", "unit_code", "published_date", "is_latest");
    }

    private static Period place(MartRow row) {
        return ReportingPeriod.placeOf(row.text("period"));
    }

    private String amount(double value, String unitCode) {
        return view.texts().quantity(value, unitCode, NumberFormats.decimals(value, unitCode));
    }

    private String name() {
        return CodeNames.of(view.marts(), MartTables.DIM_INDICATOR, view.texts().language())
                .of(REVENUE);
    }
}
