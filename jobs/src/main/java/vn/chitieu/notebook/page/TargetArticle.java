package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.List;
import vn.chitieu.notebook.exhibit.TargetPage;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;

/** The pages of the targets as articles, the key to their drawings above them. */
final class TargetArticle {

    private static final List<String> KEY =
            List.of("known", "projected", "band80", "band95", "goal", "othergoal", "last");

    private TargetArticle() {}

    /** Writes the articles of all targets with their heading. */
    static void writeAll(PageBlock block, List<TargetPage> pages) {
        if (pages.isEmpty()) {
            return;
        }
        block.openSection("charts");
        key(block);
        pages.forEach(page -> write(block, page));
        block.page().closeLine();
    }

    private static void key(PageBlock block) {
        Markup page = block.page();
        page.open("ul", styled("key"), attribute("aria-label", block.text("page.charts.key")));
        for (String part : KEY) {
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

    private static void write(PageBlock block, TargetPage target) {
        Markup page = block.page();
        Target shown = target.target();
        page.open(
                        "article",
                        styled(shown.isProjected() ? "card" : "card brief"),
                        attribute("id", block.cardId(shown)),
                        attribute("data-verdict", shown.verdict().code()))
                .line();
        page.open("h3").text(target.heading() + " ");
        block.chip(shown.verdict());
        page.closeLine();
        target.paragraphs().forEach(text -> page.leaf("p", text, styled("said")).line());
        ExhibitBlock.writeAll(block, block.targetName(shown), "h4", target.exhibits());
        page.leaf("a", block.text("page.back"), attribute("href", "#" + block.rowId(shown)), styled("back"));
        page.closeLine();
    }
}
