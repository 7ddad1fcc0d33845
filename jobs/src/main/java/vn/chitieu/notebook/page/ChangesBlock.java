package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.Optional;
import java.util.stream.Collectors;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ChangesSince;
import vn.chitieu.notebook.programme.ChangesSince.Judgement;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;

/** What a page begins with: how it differs from the report before. */
final class ChangesBlock {

    private static final int MOST = 5;

    private ChangesBlock() {}

    /** Writes the changes, or in one line that there are none or nothing to compare with. */
    static void write(PageBlock block, ProgrammeView view) {
        Markup page = block.page();
        Optional<ChangesSince> since = ChangesSince.of(view.marts(), view.programme());
        if (since.isEmpty()) {
            page.leaf("p", block.text("page.changes.first"), styled("changes dates"))
                    .line();
            return;
        }
        ChangesSince changes = since.get();
        String day = view.texts().numbers().date(changes.day());
        if (changes.isEmpty()) {
            page.leaf("p", block.text("page.changes.none", day), styled("changes dates"))
                    .line();
            return;
        }
        page.open("section", styled("changes attention"), attribute("aria-labelledby", block.id("changes")))
                .line();
        page.leaf("h2", block.text("page.changes", day), attribute("id", block.id("changes")))
                .line();
        if (!changes.judgements().isEmpty()) {
            page.open("ul").line();
            changes.judgements().stream().limit(MOST).forEach(judgement -> judgement(block, judgement));
            page.closeLine();
        }
        String further = changes.judgements().stream()
                .skip(MOST)
                .map(judgement -> judgement.target().number())
                .collect(Collectors.joining(", "));
        if (!further.isEmpty()) {
            page.leaf("p", block.text("page.changes.more", further), styled("dates"))
                    .line();
        }
        if (!changes.outcomes().isEmpty()) {
            String numbers = changes.outcomes().stream().map(Target::number).collect(Collectors.joining(", "));
            page.leaf("p", block.text("page.changes.outcomes", numbers), styled("dates"))
                    .line();
        }
        page.closeLine();
    }

    private static void judgement(PageBlock block, Judgement judgement) {
        Markup page = block.page();
        Target target = judgement.target();
        page.open("li");
        block.chip(target.verdict());
        page.text(" ")
                .open("span")
                .leaf("a", target.number() + ". " + block.name(target), attribute("href", "#" + block.cardId(target)));
        if (judgement.chanceNow().isPresent()) {
            String now = block.texts().numbers().probability(judgement.chanceNow());
            page.text(
                    judgement.chanceBefore().isPresent()
                            ? block.text(
                                    "page.changes.chance",
                                    now,
                                    block.texts().numbers().probability(judgement.chanceBefore()))
                            : block.text("page.attention.probability", now));
        }
        if (judgement.isNewVerdict()) {
            page.text(block.text(
                    "page.changes.verdict",
                    judgement.before().label(block.texts().texts())));
        }
        page.close().closeLine();
    }
}
