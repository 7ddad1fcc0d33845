package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.RowChart;
import vn.chitieu.notebook.programme.Movement;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.SeriesNames;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;

/** Why probabilities and projections moved since the run before, cause by cause. */
final class MovementExhibits {

    private static final int MOST_NUMBERS = 24;

    private final ProgrammeView view;
    private final TargetTexts texts;
    private final SeriesNames names;
    private final CodeNames indicators;

    private MovementExhibits(ProgrammeView view) {
        this.view = view;
        this.texts = view.texts();
        this.names = new SeriesNames(view.marts(), texts.texts());
        this.indicators = CodeNames.of(view.marts(), MartTables.DIM_INDICATOR, texts.language());
    }

    /** Returns all that moved of the programme and its area; one sentence where nothing did. */
    static Exhibit of(ProgrammeView view) {
        return new MovementExhibits(view).all();
    }

    /** Returns how the numbers of a target moved, if any did. */
    static Optional<Exhibit> of(ProgrammeView view, Target target) {
        return new MovementExhibits(view).ofTarget(target);
    }

    private Exhibit all() {
        String heading = view.text("moved.heading");
        MartRows rows = MartRows.of(view.marts(), MartTables.CHANGE_EXPLANATION);
        List<Movement> moved = Stream.concat(
                        Movement.of(rows, Movement.PROBABILITY, this::isOfProgramme).stream(),
                        Movement.of(rows, Movement.POINT, this::isOfArea).stream())
                .sorted(Comparator.comparing(Movement::isProbability)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingDouble(Movement::size).reversed()))
                .toList();
        if (moved.isEmpty()) {
            boolean isFirst = MartRows.of(view.marts(), MartTables.RUN).first().stream()
                    .allMatch(run -> run.text("previous_run_id").isEmpty());
            return Exhibit.words("moved", heading, view.text(isFirst ? "changes.first" : "moved.none"));
        }
        Movement first = moved.get(0);
        long probabilities = moved.stream().filter(Movement::isProbability).count();
        String sentence = view.text(
                "moved.sentence",
                since(first),
                probabilities,
                moved.size() - probabilities,
                name(first),
                first.beforeCell(texts),
                first.afterCell(texts),
                cause(first));
        List<Movement> shown = moved.subList(0, Math.min(MOST_NUMBERS, moved.size()));
        String more = moved.size() > shown.size() ? " " + view.text("moved.more", moved.size() - shown.size()) : "";
        return Exhibit.words("moved", heading, sentence + more)
                .tabled(table(heading, shown))
                .noted(List.of(view.text("changes.legend")))
                .from(query("moved").where("area_code", view.programme().areaCode()));
    }

    private Optional<Exhibit> ofTarget(Target target) {
        MartRows rows = MartRows.of(view.marts(), MartTables.CHANGE_EXPLANATION);
        List<Movement> moved = new ArrayList<>(Movement.of(
                rows,
                Movement.PROBABILITY,
                row -> isOfProgramme(row) && row.text("target_id").equals(target.id())));
        moved.addAll(Movement.of(
                rows,
                Movement.PROJECTED,
                row -> isOfProgramme(row) && row.text("target_id").equals(target.id())));
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        String sentence = moved.stream()
                .map(movement -> view.text(
                        "moved.of." + movement.row().text("quantity_code"),
                        movement.beforeCell(texts),
                        movement.afterCell(texts),
                        unit(movement),
                        cause(movement)))
                .collect(Collectors.joining("; ", view.text("moved.since", since(moved.get(0))), "."));
        String heading = view.text("moved.heading");
        Movement drawn = moved.get(moved.size() - 1);
        Exhibit tabled = Exhibit.words("moved", heading, sentence)
                .tabled(steps(heading, moved))
                .noted(List.of(view.text("changes.legend")))
                .from(query("moved").where("subject_id", moved.get(0).row().text("subject_id")));
        return Optional.of(drawn.before() == drawn.after() ? tabled : tabled.drawn(waterfall(drawn)));
    }

    /** Returns a table of the numbers of a target, a row for each step. */
    private FigureTable steps(String heading, List<Movement> moved) {
        List<List<String>> rows = new ArrayList<>();
        for (Movement movement : moved) {
            String name = view.text("moved.number." + movement.row().text("quantity_code"));
            rows.add(List.of(name, view.text("changes.before"), "", movement.beforeCell(texts)));
            movement.steps()
                    .forEach(step -> rows.add(List.of(
                            name,
                            view.text("moved.cause." + step.text("cause_code")) + origin(step),
                            step.text("cause_delivery_id"),
                            movement.cell(Movement.effect(step), texts, true))));
            rows.add(List.of(name, view.text("changes.after"), "", movement.afterCell(texts)));
        }
        return new FigureTable(
                heading,
                List.of(
                        FigureTable.Column.text(view.text("changes.number")),
                        FigureTable.Column.text(view.text("moved.column.cause")),
                        FigureTable.Column.text(view.text("moved.column.delivery")),
                        FigureTable.Column.number(view.text("moved.column.effect"))),
                rows);
    }

    /** Returns the indicator whose figures a step is of. */
    private String origin(MartRow step) {
        String code = step.text("cause_indicator_code");
        return code.isEmpty() ? "" : ": " + PlainText.shortened(indicators.of(code));
    }

    /** Returns the way from the number before to the number now, a row for each step. */
    private RowChart waterfall(Movement movement) {
        List<RowChart.Row> marks = new ArrayList<>();
        double at = movement.before();
        marks.add(new RowChart.Row(view.text("changes.before"), at, "", "●", movement.beforeCell(texts), at));
        for (MartRow step : movement.steps()) {
            double effect = Movement.effect(step);
            marks.add(new RowChart.Row(
                    view.text("moved.cause." + step.text("cause_code")) + origin(step),
                    at + effect,
                    "",
                    effect < 0 ? "▼" : "▲",
                    movement.cell(effect, texts, true),
                    at));
            at += effect;
        }
        marks.add(new RowChart.Row(
                view.text("changes.after"), movement.after(), "", "●", movement.afterCell(texts), movement.after()));
        double least = marks.stream().mapToDouble(RowChart.Row::value).min().orElseThrow();
        double most = marks.stream().mapToDouble(RowChart.Row::value).max().orElseThrow();
        List<RowChart.Guide> guides =
                List.of(new RowChart.Guide(movement.before(), ""), new RowChart.Guide(movement.after(), ""));
        return new RowChart(marks, least, most > least ? most : least + 1, movement.before(), guides);
    }

    private FigureTable table(String heading, List<Movement> moved) {
        FigureColumns<Movement> columns = new FigureColumns<Movement>(view)
                .text("changes.number", this::name)
                .text(
                        "column.unit",
                        movement -> movement.isProbability()
                                ? "%"
                                : texts.unit(movement.row().text("unit_code")))
                .number("changes.before", movement -> movement.beforeCell(texts));
        Movement.CAUSES.forEach(
                cause -> columns.number("changes." + cause, movement -> movement.effectCell(cause, texts)));
        return columns.number("changes.after", movement -> movement.afterCell(texts))
                .table(heading, moved);
    }

    private boolean isOfProgramme(MartRow row) {
        return row.text("programme_id").equals(view.programme().programmeId());
    }

    private boolean isOfArea(MartRow row) {
        return row.text("area_code").equals(view.programme().areaCode());
    }

    private String since(Movement movement) {
        return texts.numbers().date(movement.row().date("previous_as_of_date"));
    }

    /** Returns the cause that added most, in words. */
    private String cause(Movement movement) {
        return Movement.CAUSES.stream()
                .max(Comparator.comparingDouble(
                        cause -> Math.abs(movement.effect(cause).orElse(0))))
                .map(cause -> view.text("moved.cause." + cause))
                .orElseThrow();
    }

    private String unit(Movement movement) {
        String unitCode = movement.row().text("unit_code");
        if (movement.isProbability() || unitCode.equals("none")) {
            return "";
        }
        String name = texts.unit(unitCode);
        return name.equals("%") ? "%" : " " + PlainText.lowerFirst(name);
    }

    private String name(Movement movement) {
        MartRow row = movement.row();
        if (movement.isProbability()) {
            return view.programme().targets().stream()
                    .filter(target -> target.id().equals(row.text("target_id")))
                    .map(target -> view.text("moved.probability", target.heading(texts.language())))
                    .findFirst()
                    .orElse(PlainText.shortened(row.text("subject_id")));
        }
        return names.parts(row).map(PlainText::shortened).distinct().collect(Collectors.joining(SeriesNames.BETWEEN));
    }

    private static MartQuery query(String name) {
        return MartQuery.of(name, MartTables.CHANGE_EXPLANATION.name())
                .orderBy("subject_id", "quantity_code", "position")
                .columns(
                        "subject_id",
                        "quantity_code",
                        "cause_code",
                        "cause_indicator_code",
                        "value_before",
                        "effect",
                        "value_after");
    }
}
