package vn.chitieu.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vn.chitieu.catalog.Language;
import vn.chitieu.notebook.ProgrammeAttainment.Target;
import vn.chitieu.notebook.SectorAccounts.Figure;
import vn.chitieu.notebook.SectorAccounts.Sector;
import vn.chitieu.observation.Period;

/**
 * The page of a programme: one file that needs no network, in Vietnamese and English, well-formed XML under a strict
 * content-security policy.
 */
final class AttainmentPage {

    private static final String STYLE = Texts.resourceText("page.css");
    private static final String SCRIPT = Texts.resourceText("page.js");
    private static final int NAME_LETTERS = 240;
    private static final int COLUMNS = 13;
    private static final int ATTENTION = 5;

    private final Markup page;
    private final ProgrammeAttainment programme;
    private final List<SectorAccounts> accounts;
    private final TargetTexts texts;
    private final RollUp rollUp;
    private final String prefix;

    private AttainmentPage(
            Markup page, ProgrammeAttainment programme, List<SectorAccounts> accounts, Language language) {
        this.page = page;
        this.programme = programme;
        this.accounts = accounts;
        this.texts = new TargetTexts(language, programme.units());
        this.rollUp = RollUp.of(programme);
        this.prefix = language.code() + "-";
    }

    /** Returns the page, the same text for the same tables whatever the machine. */
    static String of(ProgrammeAttainment programme, List<SectorAccounts> accounts) {
        Markup page = new Markup();
        page.open("html", "lang", "vi").line().open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        page.empty("meta", "name", "referrer", "content", "no-referrer").line();
        page.leaf("title", title(programme, Language.VI)).line();
        page.open("style").verbatim(STYLE).closeLine();
        page.open("script").verbatim(SCRIPT).closeLine();
        page.closeLine().open("body").line();
        languageSwitch(page);
        for (Language language : Language.values()) {
            new AttainmentPage(page, programme, accounts, language).block();
        }
        page.closeLine().closeLine();
        return "<!DOCTYPE html>\n" + page;
    }

    private static String policy() {
        return "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expecting SHA-256, which every Java platform has", e);
        }
    }

    private static String title(ProgrammeAttainment programme, Language language) {
        return Texts.of(language)
                .text(
                        "page.title",
                        PlainText.cut(programme.name(language), NAME_LETTERS),
                        NumberFormats.of(language).date(programme.asOf()));
    }

    private static void languageSwitch(Markup page) {
        String label = Texts.of(Language.VI).text("page.language") + " / "
                + Texts.of(Language.EN).text("page.language");
        page.open("div", "class", "switch", "role", "group", "aria-label", label);
        for (Language language : Language.values()) {
            page.leaf(
                    "button",
                    Texts.of(language).text("language.name"),
                    "type",
                    "button",
                    "lang",
                    language.code(),
                    "data-language",
                    language.code(),
                    "aria-pressed",
                    String.valueOf(language == Language.VI));
        }
        page.closeLine();
    }

    private void block() {
        String code = texts.language().code();
        page.open("main", "lang", code, "class", "in-" + code, "data-title", title(programme, texts.language()))
                .line();
        header();
        if (programme.targets().isEmpty()) {
            page.leaf("p", text("page.not_adopted", texts.numbers().date(programme.asOf())), "class", "headline")
                    .line();
        } else {
            summary();
            attainmentTable();
            charts();
        }
        grdp();
        footer();
        page.closeLine();
    }

    private void header() {
        page.open("header").line();
        page.leaf(
                        "p",
                        text("page.overline", programme.year(), programme.areaName(texts.language())),
                        "class",
                        "overline")
                .line();
        page.leaf("h1", PlainText.cut(programme.name(texts.language()), NAME_LETTERS))
                .line();
        StringBuilder dates =
                new StringBuilder(text("page.as_of", texts.numbers().date(programme.asOf())));
        programme.evaluatedOn().filter(day -> !day.equals(programme.asOf())).ifPresent(day -> dates.append("; ")
                .append(text("page.evaluated_on", texts.numbers().date(day))));
        page.leaf("p", dates.toString(), "class", "dates").line();
        programme.closedOn().ifPresent(day -> {
            page.open("div", "class", "closed");
            page.leaf("h2", text("page.closed", texts.numbers().date(day)));
            page.leaf("p", text("page.closed.note")).closeLine();
        });
        page.closeLine();
    }

    private void summary() {
        page.open("section", "class", "summary", "aria-labelledby", prefix + "summary")
                .line();
        page.leaf("h2", text("page.summary"), "id", prefix + "summary", "class", "unseen")
                .line();
        page.leaf("p", rollUp.sentence(texts.texts()), "class", "headline").line();
        page.leaf("p", rollUp.outlook(texts.texts()), "class", "outlook").line();
        proportions();
        page.open("div", "class", "tiles", "role", "group", "aria-label", text("page.filter"))
                .line();
        tile("all", rollUp.targetCount(), "", text("page.filter.all"), true);
        for (VerdictWord verdict : VerdictWord.values()) {
            if (rollUp.count(verdict) > 0) {
                tile(verdict.code(), rollUp.count(verdict), verdict.symbol(), verdict.word(texts.texts()), false);
            }
        }
        page.closeLine();
        page.leaf(
                        "p",
                        "",
                        "class",
                        "status",
                        "role",
                        "status",
                        "data-status",
                        text("page.filter.status", "{shown}", rollUp.targetCount()))
                .line();
        attention();
        page.closeLine();
    }

    private void proportions() {
        page.open(
                "svg",
                "class",
                "proportions",
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        double from = 0;
        for (VerdictWord verdict : VerdictWord.values()) {
            double width = 1000.0 * rollUp.count(verdict) / rollUp.targetCount();
            if (width > 0) {
                page.empty(
                        "rect",
                        "class",
                        "fill-" + verdict.code(),
                        "x",
                        ChartScale.position(from),
                        "y",
                        "0",
                        "width",
                        ChartScale.position(Math.max(width - 3, 1)),
                        "height",
                        "10");
            }
            from += width;
        }
        page.closeLine();
    }

    private void tile(String code, int count, String symbol, String word, boolean isPressed) {
        page.open(
                "button",
                "type",
                "button",
                "disabled",
                "disabled",
                "class",
                "tile v-" + code,
                "data-filter",
                code,
                "aria-pressed",
                String.valueOf(isPressed));
        page.leaf("b", String.valueOf(count)).text(" ");
        page.open("span");
        if (!symbol.isEmpty()) {
            page.leaf("i", symbol, "aria-hidden", "true").text(" ");
        }
        page.text(word).close().closeLine();
    }

    private void attention() {
        List<Target> urgent = programme.targets().stream()
                .filter(t -> t.verdict() == VerdictWord.UNLIKELY || t.verdict() == VerdictWord.UNCERTAIN)
                .filter(t -> t.headline().number("p_attain").isPresent())
                .sorted(Comparator.comparingDouble(
                        t -> t.headline().number("p_attain").getAsDouble()))
                .limit(ATTENTION)
                .toList();
        if (urgent.isEmpty()) {
            return;
        }
        page.open("div", "class", "attention")
                .leaf("h3", text("page.attention"))
                .open("ul");
        for (Target target : urgent) {
            page.open("li");
            chip(target.verdict());
            page.text(" ");
            page.leaf(
                    "a",
                    text(
                            "page.attention.item",
                            target.id() + ". " + name(target),
                            texts.probabilityCell(target.headline())),
                    "href",
                    "#" + (target.isProjected() ? chartId(target) : rowId(target)));
            page.close();
        }
        page.close().closeLine();
    }

    private void attainmentTable() {
        page.open("section", "aria-labelledby", prefix + "table").line();
        page.leaf("h2", text("page.table"), "id", prefix + "table").line();
        page.leaf("p", text("page.table.scroll"), "class", "scrollhint").line();
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", prefix + "table")
                .line();
        page.open("table", "class", "attainment").line();
        page.leaf("caption", text("page.table.caption", texts.numbers().date(programme.asOf())))
                .line();
        page.open("thead").open("tr");
        for (String column : List.of(
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
                "lead")) {
            page.leaf("th", text("column." + column), "scope", "col", "class", "c-" + column);
        }
        page.close().closeLine();
        boolean hasGroups = programme.groups().stream().anyMatch(this::isNumbered);
        boolean isOutside = false;
        for (List<Target> group : programme.groups()) {
            page.open("tbody").line();
            if (isNumbered(group) && group.size() > 1) {
                groupRow(group);
            } else if (hasGroups && !isNumbered(group) && !isOutside) {
                isOutside = true;
                headingRow(text("page.outside"));
            }
            group.forEach(this::rows);
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    private boolean isNumbered(List<Target> group) {
        return group.get(0).dimension().integer("group_no").isPresent();
    }

    private void groupRow(List<Target> group) {
        int number = group.get(0).dimension().integer("group_no").orElseThrow();
        String outcome =
                switch (RollUp.outcome(group)) {
                    case MET -> text("outcome.met");
                    case NOT_MET -> text("outcome.not_met");
                    case NOT_EVALUABLE -> text("outcome.not_evaluable");
                };
        String name = PlainText.oneLine(group.get(0).dimension().label("group_name", texts.language()));
        page.open("tr", "class", "group");
        page.open("th", "colspan", String.valueOf(COLUMNS), "scope", "rowgroup");
        page.leaf("span", number + (name.isEmpty() ? "" : ". " + PlainText.cut(name, NAME_LETTERS)), "class", "stay");
        page.text(" ").leaf("span", outcome, "class", "outcome");
        page.close().closeLine();
    }

    private void headingRow(String heading) {
        page.open("tr", "class", "group");
        page.open("th", "colspan", String.valueOf(COLUMNS), "scope", "rowgroup");
        page.leaf("span", heading, "class", "stay").close().closeLine();
    }

    private void rows(Target target) {
        MartRow row = target.headline();
        page.open(
                "tr",
                "id",
                rowId(target),
                "class",
                "target",
                "data-verdict",
                target.verdict().code());
        page.leaf("td", target.id(), "class", "no");
        page.open("th", "scope", "row", "class", "name");
        if (target.isProjected()) {
            page.leaf("a", name(target), "href", "#" + chartId(target));
        } else {
            page.text(name(target));
        }
        page.close();
        page.leaf("td", texts.unit(row.text("unit_code")), "class", "unit");
        cell(texts.cell(row, "previous_year_value"));
        cell(texts.goalCell(row));
        page.open("td", "class", "n").text(texts.cell(row, "actual_to_date"));
        small(row.number("actual_to_date").isPresent() ? texts.actualPeriod(row) : "");
        page.close();
        cell(texts.percentCell(row, "to_date_change_pct"));
        cell(texts.percentCell(row, "to_date_attainment_pct"));
        page.open("td", "class", "n estimate").leaf("b", texts.cell(row, "point"));
        small(texts.interval(row, "p10", "p90").orElse(""));
        page.close();
        cell(texts.percentCell(row, "projected_attainment_pct"));
        cell(texts.probabilityCell(row));
        verdictCell(row);
        page.leaf("td", lead(target), "class", "lead").closeLine();
        for (MartRow version : target.others()) {
            versionRow(target, version);
        }
    }

    private void versionRow(Target target, MartRow version) {
        page.open("tr", "class", "version", "data-verdict", target.verdict().code());
        page.leaf("td", "", "class", "no");
        page.leaf("th", "↳ " + PlainText.cut(texts.issuer(version), NAME_LETTERS), "scope", "row", "class", "name");
        page.leaf("td", "", "class", "unit");
        cell("");
        cell(texts.goalCell(version));
        cell("");
        cell("");
        cell(texts.percentCell(version, "to_date_attainment_pct"));
        cell("");
        cell(texts.percentCell(version, "projected_attainment_pct"));
        cell(texts.probabilityCell(version));
        verdictCell(version);
        page.leaf("td", "", "class", "lead").closeLine();
    }

    private void cell(String text) {
        page.leaf("td", text, "class", "n");
    }

    private void small(String text) {
        if (!text.isEmpty()) {
            page.text(" ").leaf("small", text);
        }
    }

    private void verdictCell(MartRow row) {
        VerdictWord verdict = VerdictWord.of(row);
        page.open("td", "class", "verdict");
        chip(verdict);
        if (verdict == VerdictWord.NOT_EVALUABLE) {
            texts.reason(row).ifPresent(reason -> small(PlainText.cut(reason, NAME_LETTERS)));
        }
        page.close();
    }

    private void chip(VerdictWord verdict) {
        page.open("span", "class", "chip v-" + verdict.code());
        page.leaf("i", verdict.symbol(), "aria-hidden", "true").text(" " + verdict.word(texts.texts()));
        page.close();
    }

    private void charts() {
        List<Target> projected =
                programme.targets().stream().filter(Target::isProjected).toList();
        if (projected.isEmpty()) {
            return;
        }
        page.open("section", "aria-labelledby", prefix + "charts").line();
        page.leaf("h2", text("page.charts"), "id", prefix + "charts").line();
        key();
        page.open("div", "class", "cards").line();
        projected.forEach(this::card);
        page.close().closeLine();
    }

    private void key() {
        page.open("ul", "class", "key", "aria-label", text("page.charts.key"));
        for (String part : List.of("known", "projected", "band80", "band95", "goal", "othergoal", "last")) {
            page.open("li").open("svg", "viewBox", "0 0 30 12", "aria-hidden", "true");
            if (part.startsWith("band")) {
                page.empty("rect", "class", part, "x", "0", "y", "1", "width", "30", "height", "10");
            } else {
                page.empty("line", "class", part, "x1", "0", "y1", "6", "x2", "30", "y2", "6");
            }
            String word =
                    switch (part) {
                        case "goal" -> "target";
                        case "othergoal" -> "other";
                        default -> part;
                    };
            page.close().text(" " + text("page.key." + word)).close();
        }
        page.closeLine();
    }

    private void card(Target target) {
        String sentenceId = prefix + "s-" + indexOf(target);
        page.open(
                        "article",
                        "class",
                        "card",
                        "id",
                        chartId(target),
                        "data-verdict",
                        target.verdict().code())
                .line();
        page.open("h3").text(target.id() + ". " + name(target) + " ");
        chip(target.verdict());
        page.closeLine();
        page.leaf("p", texts.sentence(target), "id", sentenceId, "class", "sentence")
                .line();
        boolean hasPath = FanChart.canDraw(target, programme.units());
        if (hasPath) {
            FanChart.draw(page, target, texts, programme.units(), sentenceId);
        } else {
            IntervalChart.draw(page, target, texts, sentenceId);
        }
        texts.requiredPace(target.headline())
                .ifPresent(pace -> page.leaf("p", pace, "class", "pace").line());
        page.open("details").leaf("summary", text("twin.summary"));
        if (hasPath) {
            pathTwin(target);
        } else {
            intervalTwin(target);
        }
        page.closeLine();
        if (!target.pace().isEmpty()) {
            page.open("details").leaf("summary", text("pace.summary"));
            paceTable(target);
            page.closeLine();
        }
        texts.method(target.headline())
                .ifPresent(method -> page.leaf("p", PlainText.cut(method, 600), "class", "method")
                        .line());
        page.leaf("a", text("page.back"), "href", "#" + rowId(target), "class", "back");
        page.closeLine();
    }

    private void pathTwin(Target target) {
        MartRow series = target.projection().orElseThrow();
        boolean isSum = series.text("aggregation").equalsIgnoreCase("sum");
        List<MartRow> path = target.path();
        int decimals = NumberFormats.decimals(
                path.stream()
                        .mapToDouble(row -> Math.abs(row.number("cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                series.text("unit_code"));
        openTwin(
                target,
                series.text("unit_code"),
                List.of(
                        "twin.period",
                        "twin.kind",
                        "twin.value",
                        "twin.last_year",
                        isSum ? "twin.cumulated" : "twin.as_of",
                        "twin.interval"));
        for (MartRow row : path) {
            boolean isKnown = row.isTrue("is_known");
            page.open("tr", "class", isKnown ? "known" : "projected");
            page.leaf("th", texts.period(row.text("period")), "scope", "row");
            page.leaf("td", text(isKnown ? "twin.known" : "twin.projected"));
            cell(number(row.number("value"), decimals));
            cell(number(row.number("last_year_value"), decimals));
            cell(number(row.number("cumulated"), decimals));
            cell(interval(row.number("cumulated_p10"), row.number("cumulated_p90"), decimals));
            page.closeLine();
        }
        closeTwin();
    }

    private void intervalTwin(Target target) {
        MartRow row = target.headline();
        openTwin(target, row.text("unit_code"), List.of("twin.measure", "twin.number"));
        twinRow("column.previous", texts.cell(row, "previous_year_value"));
        twinRow("column.plan", texts.goalCell(row));
        twinRow("column.actual", texts.cell(row, "actual_to_date"));
        twinRow("pace.projected", texts.cell(row, "point"));
        twinRow("twin.interval", texts.interval(row, "p10", "p90").orElse(TargetTexts.NONE));
        twinRow("twin.interval95", texts.interval(row, "p2_5", "p97_5").orElse(TargetTexts.NONE));
        closeTwin();
    }

    private void twinRow(String key, String value) {
        page.open("tr").leaf("th", text(key), "scope", "row");
        cell(value);
        page.closeLine();
    }

    private void paceTable(Target target) {
        MartRow first = target.pace().get(0);
        int decimals = NumberFormats.decimals(
                target.pace().stream()
                        .mapToDouble(
                                row -> Math.abs(row.number("required_cumulated").orElse(0)))
                        .max()
                        .orElse(0),
                first.text("unit_code"));
        openTwin(
                target,
                first.text("unit_code"),
                List.of("twin.period", "pace.required", "pace.projected", "twin.last_year", "pace.required_cumulated"));
        for (MartRow row : target.pace()) {
            page.open("tr").leaf("th", texts.period(row.text("period")), "scope", "row");
            cell(number(row.number("required_value"), decimals));
            cell(number(row.number("projected_value"), decimals));
            cell(number(row.number("last_year_value"), decimals));
            cell(number(row.number("required_cumulated"), decimals));
            page.closeLine();
        }
        closeTwin();
    }

    private void openTwin(Target target, String unitCode, List<String> columns) {
        page.open("div", "class", "scroll").open("table", "class", "twin").line();
        page.leaf("caption", text("twin.caption", name(target), texts.unit(unitCode)))
                .line();
        page.open("thead").open("tr");
        columns.forEach(key -> page.leaf("th", text(key), "scope", "col"));
        page.close().close().open("tbody").line();
    }

    private void closeTwin() {
        page.close().close().closeLine();
    }

    private void grdp() {
        if (accounts.isEmpty()) {
            return;
        }
        page.open("section", "aria-labelledby", prefix + "grdp").line();
        page.leaf("h2", text("page.grdp"), "id", prefix + "grdp").line();
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", prefix + "grdp");
        page.open("table", "class", "grdp").line();
        page.leaf("caption", text("grdp.caption", programme.areaName(texts.language())))
                .line();
        page.open("thead").open("tr");
        page.leaf("th", text("grdp.sector"), "scope", "col", "rowspan", "2");
        for (SectorAccounts account : accounts) {
            page.leaf("th", accountLabel(account), "scope", "colgroup", "colspan", "3", "class", "span");
        }
        page.close().open("tr");
        for (int i = 0; i < accounts.size(); i++) {
            for (String column : List.of("grdp.growth", "grdp.contribution", "grdp.share")) {
                page.leaf("th", text(column), "scope", "col");
            }
        }
        page.close().close().open("tbody").line();
        List<String> activities = new ArrayList<>();
        accounts.forEach(a -> a.sectors().stream()
                .map(Sector::activityCode)
                .filter(code -> !activities.contains(code))
                .forEach(activities::add));
        for (String activity : activities) {
            page.open("tr", "class", activity.equals("_T") ? "total" : "sector");
            page.leaf("th", activityName(activity), "scope", "row");
            for (SectorAccounts account : accounts) {
                Sector sector = account.sectors().stream()
                        .filter(s -> s.activityCode().equals(activity))
                        .findFirst()
                        .orElse(new Sector(activity, Figure.NONE, Figure.NONE, Figure.NONE, Figure.NONE, Figure.NONE));
                figure(sector.growth());
                figure(sector.contribution());
                figure(sector.share());
            }
            page.closeLine();
        }
        page.close().close().closeLine();
        page.leaf("p", text("origin.legend"), "class", "note").closeLine();
    }

    private void figure(Figure figure) {
        page.open("td", "class", "n").text(number(figure.value(), 2));
        String mark = OriginMark.of(figure.origin());
        if (!mark.isEmpty()) {
            page.leaf("abbr", mark, "title", text("origin." + figure.origin()));
        }
        page.close();
    }

    private String activityName(String activity) {
        if (activity.equals("_T")) {
            return text("grdp.total");
        }
        MartRow row = programme.activities().get(activity);
        return row == null ? activity : PlainText.oneLine(row.label("activity_name", texts.language()));
    }

    private String accountLabel(SectorAccounts account) {
        Period period = account.period();
        return texts.throughPeriod(period.toString());
    }

    private void footer() {
        page.open("footer").line();
        page.leaf("p", text("page.footer.rollup")).line();
        page.leaf("p", text("page.footer.interval")).line();
        page.leaf("p", text("page.footer", texts.numbers().date(programme.asOf())))
                .line();
        page.open("p").text(text("page.footer.input") + " ").leaf("code", programme.inputSha256());
        page.closeLine().closeLine();
    }

    private String number(OptionalDouble value, int decimals) {
        return value.isEmpty() ? TargetTexts.NONE : texts.numbers().number(value.getAsDouble(), decimals);
    }

    private String interval(OptionalDouble low, OptionalDouble high, int decimals) {
        return low.isEmpty() || high.isEmpty()
                ? TargetTexts.NONE
                : texts.range(low.getAsDouble(), high.getAsDouble(), decimals);
    }

    private String name(Target target) {
        return PlainText.cut(target.name(texts.language()), NAME_LETTERS);
    }

    private String lead(Target target) {
        return PlainText.cut(PlainText.oneLine(target.dimension().label("lead_unit", texts.language())), NAME_LETTERS);
    }

    private String rowId(Target target) {
        return prefix + "r-" + indexOf(target);
    }

    private String chartId(Target target) {
        return prefix + "c-" + indexOf(target);
    }

    private int indexOf(Target target) {
        return IntStream.range(0, programme.targets().size())
                .filter(i -> programme.targets().get(i).id().equals(target.id()))
                .findFirst()
                .orElseThrow();
    }

    private String text(String key, Object... arguments) {
        return texts.texts().text(key, arguments);
    }
}
