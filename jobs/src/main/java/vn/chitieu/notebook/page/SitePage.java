package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.markup.Markup.Attribute;
import vn.chitieu.notebook.programme.PastReport;
import vn.chitieu.notebook.programme.PastReports;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.notebook.text.Resources;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** The first page of an export: every programme by year, its page and reports, and a search over all targets. */
public final class SitePage {

    private static final String SEARCH = Resources.text("search.js");
    private static final Words WORDS = Words.of("notebook");

    private final Markup page;
    private final Language language;
    private final Texts words;
    private final List<ProgrammeAttainment> programmes;
    private final List<String> notebooks;
    private final PastReports past;

    private SitePage(
            Markup page,
            Language language,
            List<ProgrammeAttainment> programmes,
            List<String> notebooks,
            PastReports past) {
        this.page = page;
        this.language = language;
        this.words = WORDS.in(language);
        this.programmes = programmes;
        this.notebooks = notebooks;
        this.past = past;
    }

    /**
     * Returns the page, the same text for the same tables whatever the machine. It opens in the language of the first
     * programme.
     *
     * @param programmes of one run, at least one
     * @param notebooks the names of the files of each programme's notebooks, without their folder
     * @param past reports of earlier months, whose pages lie beside
     */
    public static String of(List<ProgrammeAttainment> programmes, List<String> notebooks, PastReports past) {
        Language open = programmes.get(0).language();
        return new PageFrame(open, WORDS.in(open).text("site.title"), List.of(SEARCH))
                .around((page, language) -> new SitePage(page, language, programmes, notebooks, past).block());
    }

    private void block() {
        PageFrame.open(page, language, words.text("site.title"));
        page.open("header").line();
        page.leaf("h1", words.text("site.title")).line();
        LocalDate asOf = programmes.get(0).asOf();
        page.leaf("p", words.text("site.as_of", NumberFormats.of(language).date(asOf)), styled("dates"))
                .line();
        page.open("p");
        GlossaryPage.link(page, words, language, "");
        page.closeLine();
        page.closeLine();
        search();
        page.open("p")
                .leaf("a", words.text("site.queries"), attribute("href", QueryPage.FILE + "#" + language.code()))
                .closeLine();
        SortedMap<Integer, List<ProgrammeAttainment>> years = programmes.stream()
                .collect(Collectors.groupingBy(
                        ProgrammeAttainment::year,
                        () -> new TreeMap<>(Comparator.<Integer>reverseOrder()),
                        Collectors.toList()));
        years.forEach((year, ofYear) -> {
            page.open("section", styled("chapter")).line();
            page.leaf("h2", words.text("site.year", String.valueOf(year))).line();
            ofYear.forEach(this::programme);
            page.closeLine();
        });
        past();
        page.closeLine();
    }

    private void past() {
        if (past.reports().isEmpty() && past.lost().isEmpty()) {
            return;
        }
        page.open("section", styled("chapter")).line();
        page.leaf("h2", words.text("site.past")).line();
        past.lost().forEach(finding -> page.leaf(
                        "p", PlainText.oneLine(finding.label("message", language)) + ".", styled("dates"))
                .line());
        if (!past.missing().isEmpty()) {
            String months = past.missing().stream().map(this::months).collect(Collectors.joining(", "));
            page.leaf("p", words.text("site.past.missing", months), styled("dates"))
                    .line();
        }
        PastPage.byDay(past.reports()).forEach((day, reports) -> {
            String date = NumberFormats.of(language).date(day);
            page.open("article", styled("programme")).line();
            page.open("h3")
                    .leaf("a", date, attribute("href", PastPage.name(day) + "#" + language.code()))
                    .closeLine();
            page.open("details").leaf("summary", words.text("site.past.programmes", reports.size()));
            page.open("ul", styled("targets")).line();
            for (PastReport report : reports) {
                String name =
                        date + ": " + PlainText.shortened(report.programme().name(language));
                page.open("li", attribute("data-programme", report.programme().programmeId()), lacking(report))
                        .leaf(
                                "a",
                                name,
                                attribute("href", PastPage.name(day) + "#" + PastPage.place(report, language)));
                page.text(". " + report.verdicts(words)).closeLine();
            }
            page.close().close().closeLine();
        });
        page.closeLine();
    }

    private String months(PastReports.Stretch stretch) {
        TargetTexts texts = new TargetTexts(language, programmes.get(0).units());
        return stretch.periods().stream()
                .map(month -> texts.period(month.toString()))
                .collect(Collectors.joining(" – "));
    }

    /** Returns which targets of the programme a report did not judge, by their place, for the search. */
    private static Attribute lacking(PastReport report) {
        List<Target> targets = report.programme().targets();
        return attribute(
                "data-lacks",
                IntStream.range(0, targets.size())
                        .filter(place -> !report.judged().containsKey(targets.get(place)))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    private void search() {
        String id = language.code() + "-search";
        page.open("p", styled("search"), attribute("hidden", "hidden"));
        page.leaf("label", words.text("site.search"), attribute("for", id)).text(" ");
        page.empty("input", attribute("type", "search"), attribute("id", id), attribute("autocomplete", "off"));
        page.text(" ")
                .leaf(
                        "span",
                        "",
                        attribute("role", "status"),
                        attribute("data-found", words.text("site.found", "{found}")));
        page.closeLine();
    }

    private void programme(ProgrammeAttainment programme) {
        PageBlock block = new PageBlock(page, programme, new TargetTexts(language, programme.units()));
        page.open("article", styled("programme"), attribute("data-programme", programme.programmeId()))
                .line();
        page.open("h3")
                .leaf(
                        "a",
                        PlainText.shortened(programme.name(language)),
                        attribute("href", link(programme, "index.html#" + language.code())))
                .closeLine();
        page.leaf("p", PlainText.shortened(programme.areaName(language)), styled("dates"))
                .line();
        if (programme.targets().isEmpty()) {
            page.leaf(
                            "p",
                            words.text(
                                    "page.not_adopted",
                                    NumberFormats.of(language).date(programme.asOf())))
                    .line();
        } else {
            RollUp rollUp = RollUp.of(programme);
            page.leaf("p", rollUp.sentence(words)).line();
            page.leaf("p", rollUp.parts(words), styled("outlook")).line();
        }
        programme.closedOn().ifPresent(day -> page.leaf(
                        "p",
                        words.text("page.closed", NumberFormats.of(language).date(day)))
                .line());
        files(programme);
        if (!programme.targets().isEmpty()) {
            page.open("details")
                    .leaf(
                            "summary",
                            words.text("site.targets", programme.targets().size()));
            page.open("ul", styled("targets")).line();
            programme.targets().forEach(target -> target(block, target));
            page.close().closeLine();
        }
        page.closeLine();
    }

    private void files(ProgrammeAttainment programme) {
        page.open("p", styled("files"));
        file(programme, "report." + language.code() + ".docx", words.text("site.report"));
        page.text(" · ");
        file(programme, "annex." + language.code() + ".xlsx", words.text("site.annex"));
        for (int i = 0; i < notebooks.size(); i++) {
            page.text(i == 0 ? " · " + words.text("site.notebooks") + " " : " ");
            file(programme, language.code() + "/" + notebooks.get(i), String.valueOf(i + 1));
        }
        page.closeLine();
    }

    private void file(ProgrammeAttainment programme, String name, String text) {
        page.leaf("a", text, attribute("href", link(programme, name)));
    }

    private void target(PageBlock block, Target target) {
        page.open("li");
        block.chip(target.verdict());
        page.text(" ")
                .leaf(
                        "a",
                        target.heading(language),
                        attribute("href", link(block.programme(), "index.html#" + block.cardId(target))));
        if (target.headline().number("p_attain").isPresent()) {
            page.text(words.text("page.attention.probability", block.texts().probabilityCell(target.headline())));
        }
        page.closeLine();
    }

    private static String link(ProgrammeAttainment programme, String file) {
        return programme.programmeId() + "/" + file;
    }
}
