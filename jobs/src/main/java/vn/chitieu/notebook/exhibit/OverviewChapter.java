package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.RowChart;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Texts;

/** The programme at a glance: how many groups are met, and how likely each open target is. */
final class OverviewChapter {

    private OverviewChapter() {}

    /** Returns the chapter; of a programme without any version of a target it says only that. */
    static Chapter of(ProgrammeView view) {
        ProgrammeAttainment programme = view.programme();
        List<String> lead = new ArrayList<>();
        if (programme.targets().isEmpty()) {
            lead.add(view.text("page.not_adopted", view.texts().numbers().date(programme.asOf())));
            return new Chapter("overview", view.text("chapter.overview"), lead, List.of());
        }
        RollUp rollUp = RollUp.of(programme);
        Texts words = view.texts().texts();
        lead.add(rollUp.sentence(words));
        rollUp.outlook(words).ifPresent(lead::add);
        lead.add(rollUp.parts(words));
        lead.add(Calibration.sentence(view));
        return new Chapter(
                "overview",
                view.text("chapter.overview"),
                lead,
                List.of(probabilities(view), all(view), ReviewExhibits.of(view)));
    }

    private static Exhibit probabilities(ProgrammeView view) {
        String heading = view.text("overview.heading");
        Texts words = view.texts().texts();
        List<Target> open = view.programme().targets().stream()
                .filter(t -> t.isProjected() && t.headline().number("p_attain").isPresent())
                .filter(t -> !view.texts().probabilityCell(t.headline()).equals(NumberFormats.NONE))
                .sorted(Comparator.comparingDouble(
                                (Target t) -> t.headline().number("p_attain").orElseThrow())
                        .reversed())
                .toList();
        if (open.isEmpty()) {
            return Exhibit.words("probability", heading, view.text("overview.none"));
        }
        List<RowChart.Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (Target target : open) {
            String name = target.number() + ". "
                    + PlainText.shortened(target.name(view.texts().language()));
            String probability = view.texts().probabilityCell(target.headline());
            VerdictWord verdict = target.verdict();
            rows.add(new RowChart.Row(
                    name,
                    100 * target.headline().number("p_attain").orElseThrow(),
                    verdict.code(),
                    verdict.symbol(),
                    probability + " " + verdict.word(words)));
            cells.add(List.of(name, probability, verdict.label(words)));
        }
        List<RowChart.Guide> guides = List.of(
                new RowChart.Guide(0, "0%"),
                new RowChart.Guide(20, "20%"),
                new RowChart.Guide(50, "50%"),
                new RowChart.Guide(80, "80%"),
                new RowChart.Guide(100, "100%"));
        Target lowest = open.get(open.size() - 1);
        String sentence = view.text(
                "overview.sentence",
                open.size(),
                PlainText.shortened(lowest.name(view.texts().language())),
                view.texts().probabilityCell(lowest.headline()));
        FigureTable table = new FigureTable(
                heading,
                List.of(
                        FigureTable.Column.text(view.text("column.target")),
                        FigureTable.Column.number(view.text("column.probability")),
                        FigureTable.Column.text(view.text("column.verdict"))),
                cells);
        return Exhibit.words("probability", heading, sentence)
                .drawn(new RowChart(rows, 0, 100, 0, guides))
                .interactive()
                .tabled(table)
                .from(MartQuery.of("probability", MartTables.TARGET_ATTAINMENT.name())
                        .where("programme_id", view.programme().programmeId())
                        .like("verdict_code", "(likely|uncertain|unlikely)")
                        .orderBy("target_id", "target_version")
                        .columns("target_id", "target_version", "target_value", "point", "p_attain", "verdict_code"));
    }

    /** Returns the table of all targets: what a page shows with its filter, as a plain table. */
    private static Exhibit all(ProgrammeView view) {
        TargetTexts texts = view.texts();
        List<List<String>> rows = new ArrayList<>();
        for (Target target : view.programme().targets()) {
            MartRow row = target.headline();
            VerdictWord verdict = target.verdict();
            rows.add(List.of(
                    target.number() + ". " + PlainText.shortened(target.name(texts.language())),
                    texts.unit(row.text("unit_code")),
                    texts.cell(row, "previous_year_value"),
                    texts.goalCell(row),
                    texts.cell(row, "actual_to_date"),
                    texts.cell(row, "point"),
                    texts.interval(row, "p10", "p90").orElse(NumberFormats.NONE),
                    texts.probabilityCell(row),
                    verdict.label(texts.texts())));
        }
        FigureTable table = new FigureTable(
                view.text(
                        "page.table.caption",
                        texts.numbers().date(view.programme().knownBy())),
                List.of(
                        FigureTable.Column.text(view.text("column.target")),
                        FigureTable.Column.text(view.text("column.unit")),
                        FigureTable.Column.number(view.text("column.previous")),
                        FigureTable.Column.number(view.text("column.plan")),
                        FigureTable.Column.number(view.text("column.actual")),
                        FigureTable.Column.number(view.text("twin.estimate")),
                        FigureTable.Column.number(view.text("twin.interval")),
                        FigureTable.Column.number(view.text("column.probability")),
                        FigureTable.Column.text(view.text("column.verdict"))),
                rows);
        return Exhibit.words(
                        "targets",
                        view.text("page.table"),
                        RollUp.of(view.programme()).parts(texts.texts()))
                .tabled(table)
                .from(MartQuery.of("targets", MartTables.TARGET_ATTAINMENT.name())
                        .where("programme_id", view.programme().programmeId())
                        .orderBy("target_id", "target_version")
                        .columns(
                                "target_id",
                                "target_version",
                                "unit_code",
                                "target_value",
                                "actual_to_date",
                                "point",
                                "p10",
                                "p90",
                                "verdict_code"));
    }
}
