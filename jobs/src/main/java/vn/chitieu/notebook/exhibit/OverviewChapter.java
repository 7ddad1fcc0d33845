package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.RowChart;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
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
            boolean isOver = view.programme().targets().stream().anyMatch(Target::isComplete);
            return Exhibit.words("probability", heading, view.text(isOver ? "overview.known" : "overview.none"));
        }
        Language language = view.texts().language();
        List<RowChart.Row> rows = open.stream()
                .map(target -> new RowChart.Row(
                        target.heading(language),
                        100 * target.headline().number("p_attain").orElseThrow(),
                        target.verdict().code(),
                        target.verdict().symbol(),
                        view.texts().probabilityCell(target.headline()) + " "
                                + target.verdict().word(words)))
                .toList();
        List<RowChart.Guide> guides = Stream.of(0, 20, 50, 80, 100)
                .map(percent -> new RowChart.Guide(percent, percent + "%"))
                .toList();
        Target lowest = open.get(open.size() - 1);
        String sentence = view.text(
                "overview.sentence",
                open.size(),
                PlainText.shortened(lowest.name(view.texts().language())),
                view.texts().probabilityCell(lowest.headline()));
        FigureTable table = new FigureColumns<Target>(view)
                .text("column.target", target -> target.heading(language))
                .number("column.probability", target -> view.texts().probabilityCell(target.headline()))
                .text("column.verdict", target -> target.verdict().label(words))
                .table(heading, open);
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
        FigureTable table = new FigureColumns<Target>(view)
                .text("column.target", target -> target.heading(texts.language()))
                .text("column.unit", target -> texts.unit(target.headline().text("unit_code")))
                .number("column.previous", target -> texts.cell(target.headline(), "previous_year_value"))
                .number("column.plan", target -> texts.goalCell(target.headline()))
                .number("column.actual", target -> texts.cell(target.headline(), "actual_to_date"))
                .number("twin.estimate", target -> texts.pointCell(target.headline()))
                .number("twin.interval", target -> texts.interval(target.headline(), "p10", "p90")
                        .orElse(NumberFormats.NONE))
                .number("column.probability", target -> texts.probabilityCell(target.headline()))
                .text("column.verdict", target -> target.verdict().label(texts.texts()))
                .table(
                        view.text(
                                "page.table.caption",
                                texts.numbers().date(view.programme().knownBy())),
                        view.programme().targets());
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
