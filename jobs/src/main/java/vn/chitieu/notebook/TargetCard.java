package vn.chitieu.notebook;

import static vn.chitieu.notebook.Markup.attribute;
import static vn.chitieu.notebook.Markup.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.chitieu.notebook.ProgrammeAttainment.Target;
import vn.chitieu.notebook.Trajectory.Point;

/** What a page says about one projected target: a sentence, a drawing, its figures, the pace needed, the method. */
final class TargetCard {

    private static final int METHOD_LETTERS = 600;

    private final PageBlock block;
    private final Markup page;
    private final TargetTexts texts;
    private final Target target;

    private TargetCard(PageBlock block, Target target) {
        this.block = block;
        this.page = block.page();
        this.texts = block.texts();
        this.target = target;
    }

    /** Writes the cards of all projected targets with their heading and the key to the drawings. */
    static void writeAll(PageBlock block) {
        List<Target> projected =
                block.programme().targets().stream().filter(Target::isProjected).toList();
        if (projected.isEmpty()) {
            return;
        }
        block.openSection("charts");
        key(block);
        block.page().open("div", styled("cards")).line();
        projected.forEach(target -> new TargetCard(block, target).write());
        block.page().close().closeLine();
    }

    private static void key(PageBlock block) {
        Markup page = block.page();
        page.open("ul", styled("key"), attribute("aria-label", block.text("page.charts.key")));
        for (String part : List.of("known", "projected", "band80", "band95", "goal", "othergoal", "last")) {
            page.open("li").open("svg", attribute("viewBox", "0 0 30 12"), attribute("aria-hidden", "true"));
            if (part.startsWith("band")) {
                page.empty("rect", styled(part), attribute("width", "30"), attribute("height", "12"));
            } else {
                page.empty("path", styled(part), attribute("d", "M0 6H30"));
            }
            page.close().text(" " + block.text("page.key." + part)).close();
        }
        page.closeLine();
    }

    private void write() {
        page.open(
                        "article",
                        styled("card"),
                        attribute("id", block.cardId(target)),
                        attribute("data-verdict", target.verdict().code()))
                .line();
        page.open("h3").text(target.number() + ". " + block.name(target) + " ");
        block.chip(target.verdict());
        page.closeLine();
        String sentenceId = block.sentenceId(target);
        page.leaf("p", texts.sentence(target), attribute("id", sentenceId), styled("sentence"))
                .line();
        Optional<Trajectory> year = Trajectory.of(target, block.programme().units());
        if (year.isPresent()) {
            FanChart.draw(page, year.get(), texts, sentenceId);
        }
        if (year.isEmpty()) {
            IntervalChart.draw(page, target, texts, attribute("aria-labelledby", sentenceId));
        } else if (year.get().isCumulated()) {
            IntervalChart.draw(page, target, texts, attribute("aria-hidden", "true"));
        }
        texts.reason(target.headline()).map(PageBlock::shortened).ifPresent(reason -> page.leaf(
                        "p", reason + ".", styled("note"))
                .line());
        texts.requiredPace(target.headline())
                .ifPresent(pace -> page.leaf("p", pace, styled("pace")).line());
        page.open("details").leaf("summary", block.text("twin.summary"));
        year.ifPresent(this::yearTable);
        outcomeTable();
        page.closeLine();
        paceTable();
        texts.method(target.headline())
                .map(method -> PlainText.cut(method, METHOD_LETTERS))
                .ifPresent(method -> page.leaf("p", method, styled("method")).line());
        page.leaf("a", block.text("page.back"), attribute("href", "#" + block.rowId(target)), styled("back"));
        page.closeLine();
    }

    private void yearTable(Trajectory year) {
        MartRow series = target.projection().orElseThrow();
        String unitCode = series.text("unit_code");
        int decimals = NumberFormats.decimals(
                year.points().stream()
                        .mapToDouble(p -> Math.abs(p.row().number("cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                unitCode);
        boolean isSum = year.isCumulated() || year.isGrowth();
        List<String> columns = new ArrayList<>(List.of("twin.period", "twin.kind", "twin.value", "twin.last_year"));
        columns.add(isSum ? "twin.cumulated" : "twin.as_of");
        if (year.isGrowth()) {
            columns.add("twin.growth");
        }
        columns.add(year.isGrowth() ? "twin.growth_interval" : "twin.interval");
        openTable(unitCode, columns);
        for (Point point : year.points()) {
            page.open("tr", styled(point.isKnown() ? "known" : "projected"));
            block.rowHead(texts.period(point.period().toString()));
            page.leaf("td", block.text(point.isKnown() ? "twin.known" : "twin.projected"));
            block.cell(point.row().number("value"), decimals);
            block.cell(point.row().number("last_year_value"), decimals);
            block.cell(point.row().number("cumulated"), decimals);
            if (year.isGrowth()) {
                block.cell(OptionalDouble.of(point.value()), 2);
            }
            boolean hasInterval = point.p10().isPresent() && point.p90().isPresent();
            int intervalDecimals = year.isGrowth() ? 2 : decimals;
            block.cell(
                    hasInterval
                            ? texts.range(point.p10().getAsDouble(), point.p90().getAsDouble(), intervalDecimals)
                            : TargetTexts.NONE);
            page.closeLine();
        }
        closeTable();
    }

    private void outcomeTable() {
        MartRow row = target.headline();
        openTable(row.text("unit_code"), List.of("twin.measure", "twin.number"));
        outcome("column.previous", texts.cell(row, "previous_year_value"));
        outcome("column.plan", texts.goalCell(row));
        outcome("column.actual", texts.cell(row, "actual_to_date"));
        outcome("twin.estimate", texts.cell(row, "point"));
        outcome("twin.interval", texts.interval(row, "p10", "p90").orElse(TargetTexts.NONE));
        outcome("twin.interval95", texts.interval(row, "p2_5", "p97_5").orElse(TargetTexts.NONE));
        row.number("growth_to_date_rule_point")
                .ifPresent(point -> outcome("twin.growth_rule", texts.cell(OptionalDouble.of(point), row)));
        closeTable();
    }

    private void outcome(String key, String value) {
        page.open("tr");
        block.rowHead(block.text(key));
        block.cell(value);
        page.closeLine();
    }

    private void paceTable() {
        if (target.pace().isEmpty()) {
            return;
        }
        String unitCode = target.pace().get(0).text("unit_code");
        int decimals = NumberFormats.decimals(
                target.pace().stream()
                        .mapToDouble(
                                row -> Math.abs(row.number("required_cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                unitCode);
        page.open("details").leaf("summary", block.text("pace.summary"));
        openTable(
                unitCode,
                List.of("twin.period", "pace.required", "pace.projected", "twin.last_year", "pace.required_cumulated"));
        for (MartRow row : target.pace()) {
            page.open("tr");
            block.rowHead(texts.period(row.text("period")));
            block.cell(row.number("required_value"), decimals);
            block.cell(row.number("projected_value"), decimals);
            block.cell(row.number("last_year_value"), decimals);
            block.cell(row.number("required_cumulated"), decimals);
            page.closeLine();
        }
        closeTable();
        page.closeLine();
    }

    private void openTable(String unitCode, List<String> columns) {
        page.open("div", styled("scroll")).open("table", styled("twin")).line();
        page.leaf("caption", block.text("twin.caption", block.name(target), texts.unit(unitCode)))
                .line();
        page.open("thead").open("tr");
        columns.forEach(key -> block.columnHead(
                block.text(key), styled(key.equals("twin.period") || key.equals("twin.kind") ? "text" : "number")));
        page.close().close().open("tbody").line();
    }

    private void closeTable() {
        page.close().close().closeLine();
    }
}
