package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.place;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/**
 * The page of a programme: one file that needs no network, in Vietnamese and English, well-formed XML under a strict
 * content-security policy. Without its script it shows both languages, Vietnamese first.
 */
public final class AttainmentPage {

    private static final String STYLE = Resources.text("page.css");
    private static final String SCRIPT = Resources.text("page.js");
    private static final String PLOTLY = Markup.CDATA_START + Resources.text("plotly-basic.min.js") + Markup.CDATA_END;
    private static final String POLICY = policy();
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
     * @param inLanguages one a language, in the order shown
     */
    public static String of(
            ProgrammeAttainment programme, List<ProgrammeChapters> inLanguages, List<SectorAccounts> accounts) {
        Markup page = new Markup();
        page.open("html", attribute("lang", programme.language().code()))
                .line()
                .open("head")
                .line();
        page.empty("meta", attribute("charset", "utf-8")).line();
        page.empty("meta", attribute("http-equiv", "Content-Security-Policy"), attribute("content", POLICY))
                .line();
        meta(page, "viewport", "width=device-width, initial-scale=1");
        meta(page, "color-scheme", "light dark");
        meta(page, "referrer", "no-referrer");
        page.leaf("title", title(programme, programme.language())).line();
        page.open("style").verbatim(STYLE).closeLine();
        page.open("script").verbatim(SCRIPT).closeLine();
        page.closeLine().open("body").line();
        languageSwitch(page, programme.language());
        for (ProgrammeChapters chapters : inLanguages) {
            PageBlock block = new PageBlock(page, programme, chapters.view().texts());
            new AttainmentPage(block, chapters).block(accounts);
        }
        page.open("script").verbatim(PLOTLY).closeLine();
        page.closeLine().closeLine();
        return "<!DOCTYPE html>\n" + page;
    }

    /**
     * Returns what a browser may load and run for the page: its own style sheet and scripts, and the empty style sheet
     * that Plotly fills; nothing else.
     */
    private static String policy() {
        return "default-src 'none'; style-src '" + hash(STYLE) + "' '" + hash("") + "'; script-src '" + hash(SCRIPT)
                + "' '" + hash(PLOTLY) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expecting SHA-256, which every Java platform has", e);
        }
    }

    private static void meta(Markup page, String name, String content) {
        page.empty("meta", attribute("name", name), attribute("content", content))
                .line();
    }

    private static String title(ProgrammeAttainment programme, Language language) {
        String name = PlainText.shortened(programme.name(language));
        return Words.of("notebook")
                .in(language)
                .text("page.title", name, NumberFormats.of(language).date(programme.knownBy()));
    }

    private static void languageSwitch(Markup page, Language open) {
        String label = Stream.of(Language.values())
                .map(language -> Words.of("notebook").in(language).text("page.language"))
                .collect(Collectors.joining(" / "));
        page.open("div", styled("switch"), attribute("role", "group"), attribute("aria-label", label));
        for (Language language : Language.values()) {
            page.leaf(
                    "button",
                    Words.of("notebook").in(language).text("language.name"),
                    attribute("type", "button"),
                    attribute("lang", language.code()),
                    attribute("data-language", language.code()),
                    attribute("aria-pressed", String.valueOf(language == open)));
        }
        page.closeLine();
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
        List<Target> urgent = programme.targets().stream()
                .filter(t -> t.verdict() == VerdictWord.UNLIKELY || t.verdict() == VerdictWord.UNCERTAIN)
                .filter(t -> t.headline().number("p_attain").isPresent())
                .sorted(Comparator.comparingDouble(
                        t -> t.headline().number("p_attain").orElseThrow()))
                .limit(MOST_URGENT)
                .toList();
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
