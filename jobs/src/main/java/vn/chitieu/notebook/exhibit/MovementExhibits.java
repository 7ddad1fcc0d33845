package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.Movement;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.SeriesNames;
import vn.chitieu.notebook.programme.TargetTexts;
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

    private MovementExhibits(ProgrammeView view) {
        this.view = view;
        this.texts = view.texts();
        this.names = new SeriesNames(view.marts(), texts.texts());
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
        target.projection().ifPresent(series -> moved.addAll(ofSeries(rows, series, target)));
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
        return Optional.of(Exhibit.words("moved", heading, sentence)
                .tabled(table(heading, moved))
                .from(query("moved").where("subject_id", moved.get(0).row().text("subject_id"))));
    }

    /** Returns how the projection of a target moved: in its own measure if that is a series, else as the level. */
    private static List<Movement> ofSeries(MartRows rows, MartRow series, Target target) {
        String measure = target.headline().text("measure_code");
        String ending = measure.startsWith("growth") ? "_growth" : measure.startsWith("share") ? "_share" : "";
        String level = series.text("indicator_code");
        return Stream.of(level + ending, level)
                .map(indicator -> Movement.of(
                        rows,
                        Movement.POINT,
                        row -> row.text("indicator_code").equals(indicator)
                                && row.text("area_code").equals(series.text("area_code"))
                                && row.text("activity_code").equals(series.text("activity_code"))
                                && (!indicator.equals(level)
                                        || row.text("price_basis").equals(series.text("price_basis")))))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
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
                .columns("subject_id", "quantity_code", "cause_code", "value_before", "effect", "value_after");
    }
}
