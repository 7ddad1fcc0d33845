package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.CategoryChart;
import vn.chitieu.notebook.chart.CategoryChart.Kind;
import vn.chitieu.notebook.chart.FanChart;
import vn.chitieu.notebook.chart.IntervalChart;
import vn.chitieu.notebook.chart.SeriesLine;
import vn.chitieu.notebook.programme.OutcomeTexts;
import vn.chitieu.notebook.programme.PersonTexts;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetAmounts;
import vn.chitieu.notebook.programme.TargetErrors;
import vn.chitieu.notebook.programme.TargetHistory;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.Trajectory;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** Writes the page of each target: history, path of the year, outcome against the plan, pace, certainty, data. */
final class TargetExhibits {

    private static final int METHOD_LETTERS = 600;
    private static final int MOST_FIGURES = 12;
    private static final int SOURCE_LETTERS = 60;

    /** What rows of observations and of targets have in common. */
    private record Subject(String areaCode, String activityCode) {
        private static Subject of(MartRow row) {
            return new Subject(row.text("area_code"), row.text("activity_code"));
        }
    }

    private final ProgrammeView view;
    private final TargetTexts texts;
    private final Target target;
    private final MartRow row;
    private final List<MartRow> figures;

    private TargetExhibits(ProgrammeView view, Target target, Map<Subject, List<MartRow>> latest) {
        this.view = view;
        this.texts = view.texts();
        this.target = target;
        this.row = target.headline();
        this.figures = latest.getOrDefault(Subject.of(row), List.of());
    }

    /** Returns the pages of all targets, in the order of the programme. */
    static List<TargetPage> of(ProgrammeView view) {
        MartRows observations = MartRows.of(view.marts(), MartTables.OBSERVATION);
        Map<Subject, List<MartRow>> latest = view.programme().targets().stream()
                .map(target -> target.headline().text("area_code"))
                .distinct()
                .flatMap(area -> observations.where("area_code", area).stream())
                .filter(observation -> observation.isTrue("is_latest"))
                .collect(Collectors.groupingBy(Subject::of));
        return view.programme().targets().stream()
                .map(target -> new TargetExhibits(view, target, latest).page())
                .toList();
    }

    private TargetPage page() {
        List<String> paragraphs = new ArrayList<>();
        if (target.isProjected()) {
            paragraphs.add(texts.sentence(target));
        } else {
            paragraphs.add(OutcomeTexts.goal(view, row));
        }
        for (MartRow error : TargetErrors.of(view.marts(), row)) {
            paragraphs.add(view.text("target.error", PlainText.oneLine(error.label("message", texts.language()))));
        }
        texts.reason(row).map(PlainText::shortened).ifPresent(reason -> paragraphs.add(sentenceOf(reason)));
        String lead = PlainText.shortened(target.dimension().label("lead_unit", texts.language()));
        if (!lead.isEmpty()) {
            paragraphs.add(view.text("target.lead", lead));
        }
        paragraphs.addAll(PersonTexts.of(view.marts(), texts, view.programme().programmeId(), target.id()));
        List<Exhibit> exhibits = new ArrayList<>();
        Optional<Trajectory> year = Trajectory.of(target, view.programme().units());
        year.map(this::path).ifPresent(exhibits::add);
        if (target.isProjected()) {
            exhibits.add(outcome());
        }
        TargetHistory.of(target, view).map(this::history).ifPresent(exhibits::add);
        YearSoFarExhibits.of(view, target).ifPresent(exhibits::add);
        pace().ifPresent(exhibits::add);
        ReviewExhibits.of(view, target).ifPresent(exhibits::add);
        ChanceExhibits.of(view, target).ifPresent(exhibits::add);
        MovementExhibits.of(view, target).ifPresent(exhibits::add);
        if (target.isProjected()) {
            exhibits.add(certainty());
        }
        RecordExhibits.of(view, target).ifPresent(exhibits::add);
        exhibits.add(data());
        return new TargetPage(target, target.heading(texts.language()), paragraphs, exhibits);
    }

    private Exhibit path(Trajectory year) {
        long known = year.points().stream().filter(Trajectory.Point::isKnown).count();
        String sentence = view.text(
                "path.sentence",
                known,
                year.points().size(),
                view.number(year.end().value(), year.decimals()) + unitAfter(year.unitCode()));
        MartRow series = target.projection().orElseThrow();
        MartQuery query = MartQuery.of("path", MartTables.PROJECTION_PATH.name())
                .where("area_code", series.text("area_code"))
                .where("indicator_code", series.text("indicator_code"))
                .where("activity_code", series.text("activity_code"))
                .where("price_basis", series.text("price_basis"))
                .orderBy("period")
                .columns("period", "is_known", "value", "cumulated", "cumulated_p10", "cumulated_p90");
        return Exhibit.words("path", view.text("path.heading"), sentence)
                .drawn(new FanChart(year, texts))
                .interactive()
                .tabled(YearTable.of(target, year, view))
                .from(query);
    }

    private Exhibit outcome() {
        String sentence = OutcomeTexts.interval(view, row);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(view.text("column.previous"), texts.cell(row, "previous_year_value")));
        rows.add(List.of(view.text("column.plan"), texts.goalCell(row)));
        target.others()
                .forEach(version ->
                        rows.add(List.of(PlainText.shortened(texts.issuer(version)), texts.goalCell(version))));
        rows.add(List.of(view.text("column.actual"), texts.cell(row, "actual_to_date")));
        if (!target.isComplete()) {
            rows.add(List.of(view.text("twin.estimate"), texts.cell(row, "point")));
            rows.add(List.of(
                    view.text("twin.interval"),
                    texts.interval(row, "p10", "p90").orElse(NumberFormats.NONE)));
            rows.add(List.of(
                    view.text("twin.interval95"),
                    texts.interval(row, "p2_5", "p97_5").orElse(NumberFormats.NONE)));
            rows.add(List.of(view.text("column.probability"), texts.probabilityCell(row)));
            row.number("growth_to_date_rule_point")
                    .ifPresent(point -> rows.add(
                            List.of(view.text("twin.growth_rule"), texts.cell(OptionalDouble.of(point), row))));
        }
        Exhibit words = Exhibit.words(
                "outcome", view.text(target.isComplete() ? "outcome.heading.known" : "outcome.heading"), sentence);
        return (target.isComplete() ? words : words.drawn(IntervalChart.of(target, texts)))
                .tabled(FigureTable.ofNumbers(
                        caption(row.text("unit_code")),
                        view.text("twin.measure"),
                        List.of(view.text("twin.number")),
                        rows))
                .from(MartQuery.of("outcome", MartTables.TARGET_ATTAINMENT.name())
                        .where("programme_id", view.programme().programmeId())
                        .where("target_id", target.id())
                        .orderBy("target_version")
                        .columns(
                                "target_version",
                                "target_value",
                                "previous_year_value",
                                "actual_to_date",
                                "point",
                                "p10",
                                "p90",
                                "p_attain",
                                "verdict_code"));
    }

    private Exhibit history(TargetHistory history) {
        NavigableMap<Integer, Double> years = history.shown();
        int known = history.years().size();
        int last = years.lastKey();
        int decimals = TargetTexts.decimals(row, years.values());
        String unitCode = row.text("unit_code");
        StringBuilder sentence = new StringBuilder(view.text(
                known == 1 ? "history.sentence.one" : "history.sentence",
                last,
                new TargetAmounts(texts, row).measured(history.latest(), decimals),
                known,
                history.years().firstKey()));
        if (known > years.size()) {
            sentence.append(view.text("history.shown", years.size()));
        }
        int year = row.integer("year").orElseThrow();
        if (row.number("target_value").isPresent()) {
            sentence.append(view.text("history.plan", year, texts.goal(row)));
        }
        List<Integer> categories =
                IntStream.rangeClosed(years.firstKey(), year).boxed().toList();
        List<SeriesLine> series = new ArrayList<>();
        boolean isComplete = target.isComplete();
        series.add(line(
                "twin.known",
                categories,
                y -> isComplete && y == year ? row.number("actual_to_date") : value(years, y)));
        series.add(line(
                "history.estimate",
                categories,
                y -> !isComplete && y == year ? row.number("point") : OptionalDouble.empty()));
        series.add(
                line("column.plan", categories, y -> y == year ? row.number("target_value") : OptionalDouble.empty()));
        List<SeriesLine> shown = series.stream().filter(s -> !s.isEmpty()).toList();
        List<List<String>> rows = new ArrayList<>();
        years.forEach((y, value) -> rows.add(List.of(String.valueOf(y), view.number(value, decimals))));
        Exhibit words = Exhibit.words(
                        "history",
                        view.text("history.heading"),
                        sentence.append('.').toString())
                .tabled(FigureTable.ofNumbers(
                        caption(unitCode), view.text("twin.year"), List.of(view.text("twin.known")), rows))
                .from(history.query());
        return years.size() < 2
                ? words
                : words.drawn(CategoryChart.of(
                        Kind.LINES,
                        categories.stream().map(String::valueOf).toList(),
                        shown,
                        texts.unit(unitCode),
                        decimals,
                        texts.numbers()));
    }

    private Optional<Exhibit> pace() {
        Optional<String> sentence = texts.requiredPace(row);
        if (target.pace().isEmpty()) {
            return sentence.map(text -> Exhibit.words("pace", paceHeading(), text));
        }
        MartQuery query = MartQuery.of("pace", MartTables.REQUIRED_PACE.name())
                .where("programme_id", view.programme().programmeId())
                .where("target_id", target.id())
                .orderBy("target_version", "period")
                .columns(
                        "target_version",
                        "period",
                        "required_value",
                        "projected_value",
                        "last_year_value",
                        "required_cumulated");
        if (target.pace().size() == 1 && sentence.isPresent()) {
            // a single number is stated, not drawn
            return Optional.of(
                    Exhibit.words("pace", paceHeading(), sentence.get()).from(query));
        }
        String unitCode = target.pace().get(0).text("unit_code");
        int decimals = NumberFormats.decimals(
                target.pace().stream()
                        .mapToDouble(
                                r -> Math.abs(r.number("required_cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                unitCode);
        FigureTable table = new FigureColumns<MartRow>(view)
                .text("twin.period", step -> texts.period(step.text("period")))
                .number("pace.required", step -> view.number(step.number("required_value"), decimals))
                .number("pace.projected", step -> view.number(step.number("projected_value"), decimals))
                .number("twin.last_year", step -> view.number(step.number("last_year_value"), decimals))
                .number("pace.required_cumulated", step -> view.number(step.number("required_cumulated"), decimals))
                .table(caption(unitCode), target.pace());
        List<String> periods = target.pace().stream()
                .map(step -> texts.periodTick(ReportingPeriod.parse(step.text("period"))))
                .toList();
        List<SeriesLine> series = List.of(
                        paceLine("pace.required", "required_value"),
                        paceLine("pace.projected", "projected_value"),
                        paceLine("twin.last_year", "last_year_value"))
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
        CategoryChart chart =
                CategoryChart.of(Kind.COLUMNS, periods, series, texts.unit(unitCode), decimals, texts.numbers());
        return Optional.of(
                Exhibit.words("pace", paceHeading(), sentence.orElseGet(() -> view.text("pace.summary") + "."))
                        .drawn(chart)
                        .tabled(table)
                        .from(query));
    }

    private String paceHeading() {
        return view.text(texts.isWholeYear(row) ? "pace.heading.year" : "pace.heading");
    }

    private Exhibit certainty() {
        List<String> notes = new ArrayList<>();
        texts.method(row).map(method -> PlainText.cut(method, METHOD_LETTERS)).ifPresent(notes::add);
        row.integer("history_years")
                .ifPresent(years -> notes.add(
                        years == 0 ? view.text("certainty.history.none") : view.text("certainty.history", years)));
        String flag = row.text("flag");
        if (!flag.isEmpty()) {
            List<String> known = Arrays.stream(flag.split(" ", -1))
                    .flatMap(one -> texts.texts().find("flag." + one).stream())
                    .toList();
            notes.addAll(known.isEmpty() ? List.of(PlainText.cut(PlainText.oneLine(flag), 120)) : known);
        }
        return Exhibit.words("certainty", view.text("certainty.heading"), OutcomeTexts.certainty(view, row))
                .noted(notes);
    }

    private Exhibit data() {
        String code = row.text("indicator_code");
        Set<String> codes = new TreeSet<>(view.programme().units().withGrowth(code));
        codes.addAll(List.of(code + "_growth", code + "_share"));
        int year = row.integer("year").orElseThrow();
        List<MartRow> ofTarget = figures.stream()
                .filter(r -> codes.contains(r.text("indicator_code")))
                .filter(r -> ReportingPeriod.placeOf(r.text("period")).year() <= year)
                .sorted(Comparator.comparing(
                                (MartRow r) -> ReportingPeriod.placeOf(r.text("period")), Period::compareTo)
                        .reversed()
                        .thenComparing(r -> r.text("indicator_code"))
                        .thenComparing(r -> r.text("accumulation"))
                        .thenComparing(r -> r.text("price_basis")))
                .toList();
        String heading = view.text("data.heading");
        if (ofTarget.isEmpty()) {
            return Exhibit.words("data", heading, view.text("data.none"));
        }
        List<MartRow> shown = ofTarget.subList(0, Math.min(MOST_FIGURES, ofTarget.size()));
        FigureTable table = new FigureColumns<MartRow>(view)
                .text("twin.period", texts::periodOf)
                .number("twin.number", figure -> texts.numbers()
                        .amount(figure.number("obs_value").orElseThrow(), figure.text("unit_code")))
                .text("column.unit", figure -> texts.unit(figure.text("unit_code")))
                .text("data.status", figure -> texts.word("status.", figure.text("status_code"), 30))
                .text("data.published", figure -> texts.numbers().date(figure.date("published_date")))
                .text("data.kind", figure -> texts.word("kind.published.", figure.text("published_kind"), 30))
                .text("data.source", figure -> source(figure.text("source_url")))
                .table(heading, shown);
        return Exhibit.words("data", heading, view.text("data.sentence", ofTarget.size(), shown.size()))
                .tabled(table)
                .from(MartQuery.of("data", MartTables.OBSERVATION.name())
                        .where("area_code", row.text("area_code"))
                        .where("activity_code", row.text("activity_code"))
                        .where("indicator_code", code)
                        .orderBy(
                                "period",
                                "accumulation",
                                "price_basis",
                                "published_date",
                                "source_date",
                                "status_code",
                                "source_url",
                                "delivery_id")
                        .first(40)
                        .columns(
                                "period",
                                "accumulation",
                                "price_basis",
                                "obs_value",
                                "unit_code",
                                "status_code",
                                "published_date",
                                "is_latest"));
    }

    private SeriesLine paceLine(String key, String column) {
        return new SeriesLine(
                view.text(key),
                target.pace().stream().map(step -> step.number(column)).toList());
    }

    private SeriesLine line(String key, List<Integer> years, Function<Integer, OptionalDouble> value) {
        return new SeriesLine(view.text(key), years.stream().map(value).toList());
    }

    private static OptionalDouble value(Map<Integer, Double> years, int year) {
        Double value = years.get(year);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private String caption(String unitCode) {
        return TargetCaption.of(target, unitCode, view);
    }

    private String unitAfter(String unitCode) {
        String unit = texts.unit(unitCode);
        return unit.equals(NumberFormats.NONE) ? "" : unit.equals("%") ? unit : " " + unit;
    }

    private static String sentenceOf(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static String source(String url) {
        String shown = PlainText.oneLine(url).replaceFirst("^https?://", "");
        int end = shown.indexOf('/');
        return PlainText.cut(end < 0 ? shown : shown.substring(0, end), SOURCE_LETTERS);
    }
}
