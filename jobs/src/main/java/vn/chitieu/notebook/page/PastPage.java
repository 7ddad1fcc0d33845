package vn.chitieu.notebook.page;

import static vn.chitieu.notebook.markup.Markup.attribute;
import static vn.chitieu.notebook.markup.Markup.styled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.notebook.markup.Markup;
import vn.chitieu.notebook.programme.PastReport;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** What was reported on an earlier day of every programme, in one table each. */
public final class PastPage {

    private static final Words WORDS = Words.of("notebook");

    private static final String FOLDER = "past/";

    private static final List<String> COLUMNS =
            List.of("no", "target", "unit", "plan", "actual", "estimate", "probability", "verdict");

    private final Markup page;
    private final Language language;
    private final Texts words;
    private final LocalDate day;

    private PastPage(Markup page, Language language, LocalDate day) {
        this.page = page;
        this.language = language;
        this.words = WORDS.in(language);
        this.day = day;
    }

    /** Returns the reports by the day they are of, the latest day first. */
    static Map<LocalDate, List<PastReport>> byDay(List<PastReport> reports) {
        Map<LocalDate, List<PastReport>> days = new TreeMap<>(Comparator.reverseOrder());
        reports.forEach(report ->
                days.computeIfAbsent(report.asOf(), asOf -> new ArrayList<>()).add(report));
        return days;
    }

    /** Returns a page for each day by the name of its file within an export. */
    public static Map<String, String> of(List<PastReport> reports) {
        Map<String, String> pages = new LinkedHashMap<>();
        byDay(reports).forEach((day, ofDay) -> {
            Language open = ofDay.get(0).programme().language();
            String title = title(WORDS.in(open), open, day);
            pages.put(name(day), new PageFrame(open, title, List.of()).around((page, language) -> new PastPage(
                            page, language, day)
                    .block(ofDay)));
        });
        return pages;
    }

    /** Returns the name of the page of a day, within an export. */
    static String name(LocalDate day) {
        return FOLDER + day + ".html";
    }

    /** Returns where a programme stands on the page of a day. */
    static String place(PastReport report, Language language) {
        return language.code() + "-p-" + report.programme().programmeId();
    }

    private static String title(Texts words, Language language, LocalDate day) {
        return words.text("past.title", NumberFormats.of(language).date(day));
    }

    private void block(List<PastReport> reports) {
        PageFrame.open(page, language, title(words, language, day), words.text("past.note"), "../");
        reports.forEach(this::report);
        page.closeLine();
    }

    private void report(PastReport report) {
        String id = place(report, language);
        TargetTexts texts = new TargetTexts(language, report.programme().units());
        page.open("section", styled("chapter"), attribute("aria-labelledby", id))
                .line();
        page.leaf("h2", PlainText.shortened(report.programme().name(language)), attribute("id", id))
                .line();
        page.leaf("p", report.verdicts(words), styled("lead")).line();
        page.open(
                "div",
                styled("scroll"),
                attribute("role", "region"),
                attribute("tabindex", "0"),
                attribute("aria-labelledby", id));
        page.open("table", styled("attainment")).open("thead").open("tr");
        COLUMNS.forEach(column ->
                page.leaf("th", words.text("column." + column), attribute("scope", "col"), styled("c-" + column)));
        page.close().closeLine();
        page.open("tbody", styled("alone")).line();
        report.judged()
                .forEach((target, row) -> row(
                        texts,
                        target,
                        row,
                        id + "-" + report.programme().targets().indexOf(target)));
        page.close().close().closeLine();
        page.closeLine();
    }

    private void row(TargetTexts texts, Target target, MartRow row, String place) {
        MartRow now = target.headline();
        VerdictWord verdict = VerdictWord.of(row);
        page.open("tr", styled("target"), attribute("id", place));
        page.leaf("td", target.number(), styled("no"));
        page.leaf("th", PlainText.shortened(target.name(language)), attribute("scope", "row"), styled("name"));
        page.leaf("td", texts.unit(row.text("unit_code")), styled("unit"));
        boolean isSameGoal = row.number("target_value").equals(now.number("target_value"))
                && row.number("target_value_to").equals(now.number("target_value_to"));
        cell("plan", isSameGoal ? texts.goalCell(now) : texts.cell(row.number("target_value"), now), "");
        boolean isKnown = row.number("actual_to_date").isPresent();
        cell(
                "actual",
                texts.cell(row.number("actual_to_date"), now),
                isKnown ? texts.period(row.text("actual_period")) : "");
        cell(
                "estimate",
                texts.cell(row.number("point"), now),
                texts.interval(row.number("p10"), row.number("p90"), TargetTexts.decimals(now))
                        .orElse(""));
        cell("probability", texts.probabilityCell(row), "");
        page.open("td", styled("verdict"));
        page.open("span", styled("chip v-" + verdict.code()));
        page.leaf("i", verdict.symbol(), attribute("aria-hidden", "true"));
        page.text(" " + verdict.word(words)).close();
        page.close().closeLine();
    }

    private void cell(String column, String number, String below) {
        page.open("td", styled("n c-" + column), attribute("data-label", words.text("column." + column)));
        page.text(number);
        if (!below.isEmpty()) {
            page.text(" ").leaf("small", below);
        }
        page.close();
    }
}
