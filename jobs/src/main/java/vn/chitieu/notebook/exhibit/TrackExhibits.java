package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;

/** The record: how often verdicts came true, and how much better the projections were than the rules in daily use. */
final class TrackExhibits {

    private static final List<String> VERDICTS =
            List.of("exceeded", "achieved", "likely", "uncertain", "unlikely", "missed");
    private static final String SERIES = "series";

    private final ProgrammeView view;
    private final List<MartRow> skills;

    private TrackExhibits(ProgrammeView view) {
        this.view = view;
        this.skills =
                MartRows.of(view.marts(), MartTables.FORECAST_SKILL)
                        .where("area_code", view.programme().areaCode())
                        .stream()
                        .toList();
    }

    /** Returns the exhibits; none where nothing of the area has come out yet. */
    static List<Exhibit> of(ProgrammeView view) {
        TrackExhibits exhibits = new TrackExhibits(view);
        List<Exhibit> all = new ArrayList<>();
        exhibits.verdicts().ifPresent(all::add);
        exhibits.skill().ifPresent(all::add);
        exhibits.byIndicator().ifPresent(all::add);
        return all;
    }

    /** Verdicts of one kind of target: how often each was said and came true. */
    private record Verdicts(String code, boolean isOfProgramme, List<MartRow> rows) {

        private long reached() {
            return rows.stream().filter(row -> row.isTrue("is_attained")).count();
        }
    }

    private Optional<Exhibit> verdicts() {
        MartRows rows = MartRows.of(view.marts(), MartTables.FORECAST_EVALUATION)
                .where("area_code", view.programme().areaCode())
                .where("source", AccuracyFigures.OWN);
        List<Verdicts> ofTargets = verdicts(AccuracyFigures.ofTargets(rows), true);
        List<Verdicts> ofSeries = verdicts(AccuracyFigures.ofSeries(rows), false);
        List<Verdicts> all = new ArrayList<>(ofTargets);
        all.addAll(ofSeries);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String heading = view.text("track.verdicts.heading");
        String sentence = (ofTargets.isEmpty() ? ofSeries : ofTargets)
                .stream()
                        .filter(verdicts -> Set.of("likely", "unlikely").contains(verdicts.code()))
                        .map(verdicts -> view.text(
                                "track.verdicts." + verdicts.code(),
                                view.number(verdicts.rows().size(), 0),
                                view.number((double) verdicts.reached(), 0)))
                        .collect(Collectors.joining(" "));
        String of = view.text(ofTargets.isEmpty() ? "track.verdicts.usual" : "track.verdicts.programme");
        return Optional.of(Exhibit.words("verdicts", heading, (of + " " + sentence).strip())
                .tabled(new FigureColumns<Verdicts>(view)
                        .text("track.verdict", verdicts -> view.text("verdict." + verdicts.code()))
                        .text(
                                "track.kind",
                                verdicts -> view.text(
                                        verdicts.isOfProgramme() ? "track.kind.programme" : "track.kind.usual"))
                        .number(
                                "track.said",
                                verdicts -> view.number(verdicts.rows().size(), 0))
                        .number("track.came_true", verdicts -> view.number((double) verdicts.reached(), 0))
                        .number(
                                "track.share",
                                verdicts -> view.percent(
                                        100.0
                                                * verdicts.reached()
                                                / verdicts.rows().size(),
                                        0))
                        .table(heading, all))
                .noted(List.of(view.text("track.verdicts.note")))
                .from(MartQuery.of("verdicts", MartTables.FORECAST_EVALUATION.name())
                        .where("area_code", view.programme().areaCode())
                        .where("source", AccuracyFigures.OWN)
                        .orderBy("variable", "year", "vintage_date")
                        .columns("variable", "year", "vintage_date", "verdict_code", "p_attain", "is_attained")));
    }

    private static List<Verdicts> verdicts(List<MartRow> rows, boolean isOfProgramme) {
        return VERDICTS.stream()
                .map(code -> new Verdicts(
                        code,
                        isOfProgramme,
                        rows.stream()
                                .filter(row -> row.text("verdict_code").equals(code))
                                .toList()))
                .filter(verdicts -> !verdicts.rows().isEmpty())
                .toList();
    }

    private Optional<Exhibit> skill() {
        List<MartRow> rows = skills.stream()
                .filter(row -> row.text("indicator_code").isEmpty())
                .toList();
        Optional<MartRow> all = rows.stream()
                .filter(row -> row.text("scope_code").equals(SERIES)
                        && row.integer("months_known").isEmpty()
                        && row.text("vintage_kind").isEmpty()
                        && row.text("against").equals(AccuracyFigures.GROWTH_RULE))
                .findFirst();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        MartRow row = all.get();
        double skill = row.number("skill").orElseThrow();
        String heading = view.text("track.skill.heading");
        String sentence = view.text(
                "track.skill." + (skill < 0 ? "worse" : "better"),
                view.number(row.integer("tasks").orElseThrow(), 0),
                view.percent(100 * Math.abs(skill), 0),
                view.percent(100 * row.number("win_rate").orElseThrow(), 0));
        String interval =
                row.number("skill_p5").isEmpty() ? "" : " " + view.text("track.skill.interval", between(row, "skill"));
        return Optional.of(Exhibit.words("skill", heading, sentence + interval)
                .tabled(columns()
                        .text("track.scope", this::group)
                        .text("track.against", this::against)
                        .number(
                                "track.tasks",
                                one -> view.number(one.integer("tasks").orElseThrow(), 0))
                        .number("track.skill", one -> percent(one.number("skill")))
                        .number("track.interval", one -> between(one, "skill"))
                        .number("track.win_rate", one -> percent(one.number("win_rate")))
                        .number("track.interval", one -> between(one, "win_rate"))
                        .number("track.error", one -> view.number(one.number("mean_scaled_error"), 2))
                        .number("track.error_against", one -> view.number(one.number("mean_scaled_error_against"), 2))
                        .number("track.wis", one -> view.number(one.number("scaled_wis"), 2))
                        .number("track.brier", one -> view.number(one.number("mean_brier"), 3))
                        .number("twin.interval", one -> percent(one.number("coverage_80")))
                        .number("track.dm", one -> view.number(one.number("dm_p_value"), 3))
                        .table(heading, rows))
                .noted(List.of(view.text("track.skill.note")))
                .from(query("skill")));
    }

    private Optional<Exhibit> byIndicator() {
        Set<String> ofProgramme = view.programme().targets().stream()
                .map(target -> target.headline().text("indicator_code"))
                .collect(Collectors.toSet());
        List<MartRow> rows = skills.stream()
                .filter(row -> ofProgramme.contains(row.text("indicator_code"))
                        && row.integer("months_known").isEmpty()
                        && row.text("vintage_kind").isEmpty())
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String heading = view.text("track.indicator.heading");
        CodeNames names = CodeNames.of(
                view.marts(), MartTables.DIM_INDICATOR, view.texts().language());
        return Optional.of(Exhibit.words("skill-indicator", heading, view.text("track.indicator.sentence"))
                .tabled(columns()
                        .text("track.indicator", row -> PlainText.shortened(names.of(row.text("indicator_code"))))
                        .text("track.against", this::against)
                        .number(
                                "track.tasks",
                                row -> view.number(row.integer("tasks").orElseThrow(), 0))
                        .number("track.skill", row -> percent(row.number("skill")))
                        .number("track.interval", row -> between(row, "skill"))
                        .number("track.win_rate", row -> percent(row.number("win_rate")))
                        .number("track.error_pct", row -> view.number(row.number("mean_error_pct"), 2))
                        .number("twin.interval", row -> percent(row.number("coverage_80")))
                        .table(heading, rows))
                .from(query("skill_indicator")));
    }

    private FigureColumns<MartRow> columns() {
        return new FigureColumns<>(view);
    }

    private String group(MartRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(view.text("track.scope." + row.text("scope_code")));
        row.integer("months_known").ifPresent(month -> parts.add(view.text("track.months", month)));
        if (!row.text("vintage_kind").isEmpty()) {
            parts.add(view.text("track.vintages." + row.text("vintage_kind")));
        }
        return String.join(", ", parts);
    }

    private String against(MartRow row) {
        String source = row.text("source");
        String other = row.text("against");
        return source.equals(AccuracyFigures.OWN)
                ? view.text(other.equals(AccuracyFigures.GROWTH_RULE) ? "backtest.growth_rule" : "backtest.plan_rule")
                : view.text("track.person", source.substring(source.indexOf(':') + 1));
    }

    private String percent(OptionalDouble part) {
        return part.isEmpty() ? view.number(part, 0) : view.percent(100 * part.getAsDouble(), 0);
    }

    private String between(MartRow row, String column) {
        OptionalDouble lower = row.number(column + "_p5");
        return lower.isEmpty()
                ? view.number(lower, 0)
                : view.number(100 * lower.getAsDouble(), 0) + " … " + percent(row.number(column + "_p95"));
    }

    private MartQuery query(String name) {
        return MartQuery.of(name, MartTables.FORECAST_SKILL.name())
                .where("area_code", view.programme().areaCode())
                .orderBy("skill_id", "source", "against")
                .columns(
                        "skill_id",
                        "source",
                        "against",
                        "tasks",
                        "skill",
                        "skill_p5",
                        "skill_p95",
                        "win_rate",
                        "mean_scaled_error");
    }
}
