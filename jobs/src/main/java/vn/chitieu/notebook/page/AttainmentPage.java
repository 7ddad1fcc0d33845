package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chitieu.notebook.exhibit.Calibration;
import vn.chitieu.notebook.exhibit.Chapter;
import vn.chitieu.notebook.exhibit.Exhibit;
import vn.chitieu.notebook.exhibit.ProgrammeChapters;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.SectorAccounts;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.notebook.text.Resources;
import vn.chitieu.text.Language;
import vn.chitieu.text.Words;

/** The page of a programme, charts and all. */
public final class AttainmentPage {

    private static final String PLOTLY = Markup.CDATA_START + Resources.text(PageScripts.LIBRARY) + Markup.CDATA_END;
    private static final int MOST_URGENT = 5;

    private final PageBlock block;
    private final ProgrammeChapters chapters;
    private final Markup page;
    private final ProgrammeAttainment programme;
    private final TargetTexts texts;
    private final RollUp rollUp;

    private AttainmentPage(PageBlock block, ProgrammeChapters chapters) {
        this.block = block;
        this.chapters = chapters;
        this.page = block.page();
        this.programme = block.programme();
        this.texts = block.texts();
        this.rollUp = RollUp.of(programme);
    }

    /**
     * Returns the page, the same text for the same tables whatever the machine.
     *
     * @param inLanguages one of each language
     * @param scripts where the library of its charts is
     */
    public static String of(
            ProgrammeAttainment programme,
            List<ProgrammeChapters> inLanguages,
            List<SectorAccounts> accounts,
            PageScripts scripts) {
        boolean isInside = scripts == PageScripts.INSIDE;
        Map<Language, ProgrammeChapters> chapters = new EnumMap<>(Language.class);
        inLanguages.forEach(one -> chapters.put(one.view().texts().language(), one));
        return new PageFrame(
                        programme.language(),
                        title(programme, programme.language()),
                        isInside ? List.of(PLOTLY) : List.of(),
                        isInside ? List.of() : List.of("../" + PageScripts.LIBRARY))
                .around((page, language) -> {
                    ProgrammeChapters one = Objects.requireNonNull(chapters.get(language));
                    PageBlock block = new PageBlock(page, programme, one.view().texts());
                    new AttainmentPage(block, one).block(accounts);
                });
    }

    private static String title(ProgrammeAttainment programme, Language language) {
        String name = PlainText.shortened(programme.name(language));
        return Words.of("notebook")
                .in(language)
                .text("page.title", name, NumberFormats.of(language).date(programme.knownBy()));
    }

    private void block(List<SectorAccounts> accounts) {
        String code = texts.language().code();
        page.open(
                        "main",
                        attribute("lang", code),
                        styled("in-" + code),
                        attribute("data-title", title(programme, texts.language())))
                .line();
        header();
        if (!programme.targets().isEmpty()) {
            ChangesBlock.write(block, chapters.view());
        }
        contents();
        if (programme.targets().isEmpty()) {
            String asOf = texts.numbers().date(programme.asOf());
            page.leaf("p", block.text("page.not_adopted", asOf), styled("headline"))
                    .line();
        } else {
            summary();
            TargetTable.write(block);
            review();
        }
        chapter(chapters.grdp(), () -> SectorTable.write(block, accounts));
        chapter(chapters.revenueTrade(), () -> {});
        TargetArticle.writeAll(block, chapters.targets());
        chapter(chapters.accuracy(), () -> {});
        chapter(chapters.revisions(), () -> {});
        footer();
        page.closeLine();
    }

    private void contents() {
        page.open("nav", attribute("aria-label", block.text("page.contents"))).open("ul", styled("contents"));
        List<String> places = programme.targets().isEmpty()
                ? List.of("grdp", "revenue-trade", "accuracy", "revisions")
                : List.of("summary", "table", "review", "grdp", "revenue-trade", "charts", "accuracy", "revisions");
        for (String place : places) {
            page.open("li")
                    .leaf(
                            "a",
                            block.text("nav." + place, chapters.view().product()),
                            attribute("href", "#" + block.id(place)));
            page.close();
        }
        page.open("li");
        GlossaryPage.link(page, texts.texts(), texts.language(), "../");
        page.close();
        page.close().closeLine();
    }

    private void chapter(Chapter chapter, Runnable first) {
        page.open("section", styled("chapter"), attribute("aria-labelledby", block.id(chapter.id())))
                .line();
        page.leaf("h2", chapter.heading(), attribute("id", block.id(chapter.id())))
                .line();
        chapter.lead().forEach(text -> page.leaf("p", text, styled("lead")).line());
        first.run();
        ExhibitBlock.writeAll(block, chapter.id(), "h3", chapter.exhibits());
        page.closeLine();
    }

    private void header() {
        String area = PlainText.shortened(programme.areaName(texts.language()));
        page.open("header").line();
        page.leaf("p", block.text("page.overline", programme.year(), area), styled("overline"))
                .line();
        page.leaf("h1", PlainText.shortened(programme.name(texts.language()))).line();
        page.leaf("p", chapters.view().dates(), styled("dates")).line();
        programme.closedOn().ifPresent(day -> {
            page.open("div", styled("closed"));
            page.leaf("h2", block.text("page.closed", texts.numbers().date(day)));
            page.leaf("p", block.text("page.closed.note")).closeLine();
        });
        page.closeLine();
    }

    private void summary() {
        page.open("section", styled("summary"), attribute("aria-labelledby", block.id("summary")))
                .line();
        page.leaf("h2", block.text("page.summary"), attribute("id", block.id("summary")), styled("unseen"))
                .line();
        page.leaf("p", rollUp.sentence(texts.texts()), styled("headline")).line();
        rollUp.outlook(texts.texts())
                .ifPresent(outlook -> page.leaf("p", outlook, styled("outlook")).line());
        page.leaf("p", rollUp.parts(texts.texts()), styled("outlook")).line();
        page.leaf("p", Calibration.sentence(chapters.view()), styled("outlook")).line();
        proportions();
        page.open(
                        "div",
                        styled("tiles"),
                        attribute("role", "group"),
                        attribute("aria-label", block.text("page.filter")))
                .line();
        tile("all", rollUp.targetCount(), "", block.text("page.filter.all"), true);
        for (VerdictWord verdict : VerdictWord.values()) {
            if (rollUp.count(verdict) > 0) {
                tile(verdict.code(), rollUp.count(verdict), verdict.symbol(), verdict.word(texts.texts()), false);
            }
        }
        page.closeLine();
        String status = block.text("page.filter.status", "{shown}", rollUp.targetCount());
        page.leaf("p", "", styled("status"), attribute("role", "status"), attribute("data-status", status))
                .line();
        urgent();
        Exhibit probability = chapters.overview().exhibits().get(0);
        ExhibitBlock.writeAll(block, "overview", "h3", List.of(probability));
        page.closeLine();
    }

    private void review() {
        block.openSection("review");
        ExhibitBlock.writeAll(
                block,
                "overview",
                "h3",
                chapters.overview().exhibits().stream()
                        .filter(exhibit -> exhibit.id().equals("review"))
                        .toList());
        page.closeLine();
    }

    private void proportions() {
        page.open(
                "svg",
                styled("proportions"),
                attribute("viewBox", "0 0 1000 10"),
                attribute("preserveAspectRatio", "none"),
                attribute("aria-hidden", "true"));
        double from = 0;
        for (VerdictWord verdict : VerdictWord.values()) {
            double width = 1000.0 * rollUp.count(verdict) / rollUp.targetCount();
            if (width > 0) {
                page.empty(
                        "rect",
                        styled("fill-" + verdict.code()),
                        place("x", from),
                        place("width", Math.max(width - 3, 1)),
                        place("height", 10));
            }
            from += width;
        }
        page.closeLine();
    }

    private void tile(String code, int count, String symbol, String word, boolean isPressed) {
        page.open(
                "button",
                attribute("type", "button"),
                attribute("disabled", "disabled"),
                styled("tile v-" + code),
                attribute("data-filter", code),
                attribute("aria-pressed", String.valueOf(isPressed)));
        page.leaf("b", String.valueOf(count)).text(" ").open("span");
        if (!symbol.isEmpty()) {
            page.leaf("i", symbol, attribute("aria-hidden", "true")).text(" ");
        }
        page.text(word).close().closeLine();
    }

    private void urgent() {
        List<Target> urgent = programme.leastProbable(MOST_URGENT);
        if (urgent.isEmpty()) {
            return;
        }
        page.open("div", styled("attention"))
                .leaf("h3", block.text("page.attention"))
                .open("ul");
        for (Target target : urgent) {
            String place = block.cardId(target);
            String name = target.number() + ". " + block.name(target);
            page.open("li");
            block.chip(target.verdict());
            page.text(" ").open("span").leaf("a", name, attribute("href", "#" + place));
            page.text(block.text("page.attention.probability", texts.probabilityCell(target.headline())));
            page.close().close();
        }
        page.close().closeLine();
    }

    private void footer() {
        page.open("footer").line();
        page.leaf("p", block.text("page.footer.rollup")).line();
        page.leaf("p", block.text("page.footer.interval")).line();
        page.leaf("p", block.text("page.footer", texts.numbers().date(programme.knownBy())))
                .line();
        page.open("p").text(block.text("page.footer.input") + " ").leaf("code", programme.inputSha256());
        page.closeLine().closeLine();
    }
}
