package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.List;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** The attainment table of a page: one row a target, by group, with the other versions of a target below it. */
final class TargetTable {

    private static final List<String> COLUMNS = List.of(
            "no",
            "target",
            "unit",
            "previous",
            "plan",
            "actual",
            "change",
            "attainment",
            "estimate",
            "estimated_attainment",
            "probability",
            "verdict",
            "lead");

    private final PageBlock block;
    private final Markup page;
    private final TargetTexts texts;

    private TargetTable(PageBlock block) {
        this.block = block;
        this.page = block.page();
        this.texts = block.texts();
    }

    /** Writes the table with its heading. */
    static void write(PageBlock block) {
        new TargetTable(block).write();
    }

    private void write() {
        block.openSection("table");
        page.leaf("p", block.text("page.table.scroll"), styled("scrollhint")).line();
        block.openScroll(block.id("table"));
        page.open("table", styled("attainment")).line();
        String asOf = texts.numbers().date(block.programme().knownBy());
        page.open("caption").leaf("span", block.text("page.table.caption", asOf), styled("stay"));
        page.closeLine();
        page.open("thead").open("tr");
        COLUMNS.forEach(column -> block.columnHead(block.text("column." + column), styled("c-" + column)));
        page.close().closeLine();
        boolean hasGroups = block.programme().groups().stream().anyMatch(TargetTable::isNumbered);
        boolean isOutside = false;
        for (List<Target> group : block.programme().groups()) {
            page.open("tbody", styled(group.size() == 1 ? "alone" : "many")).line();
            if (isNumbered(group) && group.size() > 1) {
                groupHead(groupName(group), block.text(RollUp.outcomeKey(group)));
            } else if (hasGroups && !isNumbered(group) && !isOutside) {
                isOutside = true;
                groupHead(block.text("page.outside"), "");
            }
            group.forEach(this::rows);
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    private static boolean isNumbered(List<Target> group) {
        return group.get(0).dimension().integer("group_no").isPresent();
    }

    private String groupName(List<Target> group) {
        MartRow first = group.get(0).dimension();
        String name = first.label("group_name", texts.language());
        return first.integer("group_no").orElseThrow() + (name.isEmpty() ? "" : ". " + PlainText.shortened(name));
    }

    private void groupHead(String name, String outcome) {
        page.open("tr", styled("group"));
        page.open("th", attribute("colspan", String.valueOf(COLUMNS.size())), attribute("scope", "rowgroup"));
        page.leaf("span", name, styled("stay"));
        if (!outcome.isEmpty()) {
            page.text(" ").leaf("span", outcome, styled("outcome"));
        }
        page.close().closeLine();
    }

    private void rows(Target target) {
        MartRow row = target.headline();
        VerdictWord verdict = target.verdict();
        page.open(
                "tr",
                attribute("id", block.rowId(target)),
                styled("target"),
                attribute("data-verdict", verdict.code()));
        page.leaf("td", target.number(), styled("no"));
        name(target);
        String unit = texts.unit(row.text("unit_code"));
        page.leaf("td", unit, styled(unit.equals(NumberFormats.NONE) ? "unit none" : "unit"));
        cell("previous", texts.cell(row, "previous_year_value"));
        cell("plan", texts.goalCell(row));
        if (isNothingKnown(row) && texts.reason(row).isPresent()) {
            String reason = PlainText.shortened(texts.reason(row).get());
            page.leaf("td", reason, styled("reason"), attribute("colspan", "6"));
        } else {
            outcome(row);
        }
        verdictCell(row, verdict);
        String lead = target.dimension().label("lead_unit", texts.language());
        page.leaf("td", PlainText.shortened(lead), styled("lead")).closeLine();
        target.others().forEach(version -> versionRow(version, verdict));
    }

    private void outcome(MartRow row) {
        openCell("actual", texts.cell(row, "actual_to_date").equals(NumberFormats.NONE) ? "n none" : "n");
        page.text(texts.cell(row, "actual_to_date"));
        block.small(row.number("actual_to_date").isPresent() ? texts.actualPeriod(row) : "");
        page.close();
        cell("change", texts.percentCell(row, "to_date_change_pct"));
        cell("attainment", texts.percentCell(row, "to_date_attainment_pct"));
        openCell("estimate", "n");
        page.leaf("b", texts.pointCell(row));
        block.small(texts.interval(row, "p10", "p90").orElse(""));
        page.close();
        cell("estimated_attainment", texts.percentCell(row, "projected_attainment_pct"));
        cell("probability", texts.probabilityCell(row));
    }

    /** Writes the cell of a column; narrow screens show the heading of the column in front of the number. */
    private void cell(String column, String number) {
        openCell(column, number.equals(NumberFormats.NONE) ? "n none" : "n");
        page.text(number).close();
    }

    private void openCell(String column, String style) {
        String heading = texts.texts().find("column." + column + ".short").orElse(block.text("column." + column));
        page.open("td", styled(style + " c-" + column), attribute("data-label", heading));
    }

    private static boolean isNothingKnown(MartRow row) {
        return VerdictWord.of(row) == VerdictWord.NOT_EVALUABLE
                && row.number("actual_to_date").isEmpty()
                && row.number("point").isEmpty();
    }

    private void name(Target target) {
        page.open("th", attribute("scope", "row"), styled("name"));
        page.leaf("a", block.name(target), attribute("href", "#" + block.cardId(target)));
        page.close();
    }

    private void versionRow(MartRow version, VerdictWord verdictOfTarget) {
        page.open("tr", styled("version"), attribute("data-verdict", verdictOfTarget.code()));
        page.leaf("td", "", styled("no"));
        page.leaf("th", "↳ " + PlainText.shortened(texts.issuer(version)), attribute("scope", "row"), styled("name"));
        page.leaf("td", "", styled("unit"));
        block.cell("");
        cell("plan", texts.goalCell(version));
        block.cell("");
        block.cell("");
        cell("attainment", texts.percentCell(version, "to_date_attainment_pct"));
        block.cell("");
        cell("estimated_attainment", texts.percentCell(version, "projected_attainment_pct"));
        cell("probability", texts.probabilityCell(version));
        verdictCell(version, VerdictWord.of(version));
        page.leaf("td", "", styled("lead")).closeLine();
    }

    private void verdictCell(MartRow row, VerdictWord verdict) {
        page.open("td", styled("verdict"));
        block.chip(verdict);
        if (verdict == VerdictWord.NOT_EVALUABLE && !isNothingKnown(row)) {
            block.small(PlainText.shortened(texts.reason(row).orElse("")));
        }
        page.close();
    }
}
