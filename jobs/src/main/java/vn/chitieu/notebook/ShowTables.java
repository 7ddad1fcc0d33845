package vn.chitieu.notebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.Language;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.ConsoleTable.Column;
import vn.chitieu.notebook.ProgrammeAttainment.Target;
import vn.chitieu.notebook.ProgrammeAttainment.Units;
import vn.chitieu.notebook.SectorAccounts.Figure;
import vn.chitieu.notebook.SectorAccounts.Sector;

/** The published tables as a person at a terminal reads them. Every text ends with a line feed. */
public final class ShowTables {

    private static final int MOST_ROWS = 40;
    private static final List<String> SEVERITIES = List.of("error", "warning", "information");

    private ShowTables() {}

    /**
     * Returns the attainment of a programme: where each target stands, where the year will end and how sure that is.
     *
     * @param width columns of the terminal
     * @throws IllegalArgumentException if the run has no such programme
     */
    public static String attainment(MartReader reader, String programmeId, Language language, int width) {
        ProgrammeAttainment programme = ProgrammeAttainment.of(reader, programmeId);
        TargetTexts texts = new TargetTexts(language, programme.units());
        StringBuilder out = new StringBuilder();
        paragraph(out, heading(programme, texts), width);
        programme
                .closedOn()
                .ifPresent(day -> paragraph(
                        out, texts.texts().text("page.closed", texts.numbers().date(day)), width));
        if (programme.targets().isEmpty()) {
            paragraph(
                    out, texts.texts().text("page.not_adopted", texts.numbers().date(programme.asOf())), width);
            return out.toString();
        }
        RollUp rollUp = RollUp.of(programme);
        paragraph(out, rollUp.sentence(texts.texts()), width);
        paragraph(out, rollUp.outlook(texts.texts()), width);
        out.append('\n').append(attainmentTable(programme, texts).text(width));
        reasons(out, programme, texts, width);
        out.append('\n');
        paragraph(out, texts.texts().text("show.legend", symbols(texts.texts())), width);
        return out.toString();
    }

    /**
     * Returns GRDP by sector of an area: the latest known year, the year to date, the year projected.
     *
     * @param width columns of the terminal
     */
    public static String grdp(MartReader reader, String areaCode, Language language, int width) {
        TargetTexts texts = new TargetTexts(language, units(reader));
        String area = areaName(reader, areaCode, language);
        Map<String, String> activities = labels(reader, MartTables.DIM_ACTIVITY.name(), "activity", language);
        StringBuilder out = new StringBuilder();
        paragraph(out, texts.texts().text("show.grdp.heading", area), width);
        List<SectorAccounts> accounts = SectorAccounts.of(reader, areaCode, LocalDate.MAX);
        for (SectorAccounts account : accounts) {
            out.append('\n');
            paragraph(out, texts.throughPeriod(account.period().toString()), width);
            ConsoleTable table = new ConsoleTable(List.of(
                    Column.flexible(texts.texts().text("grdp.sector")),
                    Column.number(texts.texts().text("grdp.value"), 14, 2),
                    Column.number(texts.texts().text("grdp.constant"), 14, 3),
                    Column.number(texts.texts().text("grdp.growth"), 12, 0),
                    Column.number(texts.texts().text("grdp.contribution"), 12, 0),
                    Column.number(texts.texts().text("grdp.share"), 10, 1)));
            for (Sector sector : account.sectors()) {
                String code = sector.activityCode();
                table.row(
                        code.equals("_T") ? texts.texts().text("grdp.total") : activities.getOrDefault(code, code),
                        money(sector.current(), texts),
                        money(sector.constant(), texts),
                        figure(sector.growth(), 2, texts),
                        figure(sector.contribution(), 2, texts),
                        figure(sector.share(), 2, texts));
            }
            out.append(table.text(width));
        }
        paragraph(
                out,
                accounts.isEmpty()
                        ? texts.texts().text("grdp.none", area)
                        : texts.texts().text("origin.legend"),
                width);
        return out.toString();
    }

    /**
     * Returns budget revenue of an area, the latest periods first.
     *
     * @param width columns of the terminal
     */
    public static String revenue(MartReader reader, String areaCode, Language language, int width) {
        TargetTexts texts = new TargetTexts(language, units(reader));
        Map<String, String> names = labels(reader, MartTables.DIM_INDICATOR.name(), "indicator", language);
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.texts().text("show.period"), 16, 0),
                Column.flexible(texts.texts().text("show.item")),
                Column.number(texts.texts().text("show.value_billion"), 14, 0),
                Column.number(texts.texts().text("show.growth"), 12, 0),
                Column.number(texts.texts().text("show.plan"), 12, 1)));
        List<MartRow> rows = latestFirst(
                MartRows.of(reader, MartTables.BUDGET_REVENUE).where("area_code", areaCode), "revenue_code");
        for (MartRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            String code = row.text("revenue_code");
            table.row(
                    periodLabel(row, texts),
                    names.getOrDefault(code, code),
                    money(figure(row, "value_billion_vnd", "value_origin"), texts),
                    figure(figure(row, "growth_pct", "growth_origin"), 1, texts),
                    figure(figure(row, "plan_attainment_pct", "plan_attainment_origin"), 1, texts));
        }
        return listing(
                texts,
                texts.texts().text("show.revenue.heading", areaName(reader, areaCode, language)),
                table,
                rows.size(),
                width);
    }

    /**
     * Returns the foreign trade of an area, the latest periods first.
     *
     * @param width columns of the terminal
     */
    public static String trade(MartReader reader, String areaCode, Language language, int width) {
        TargetTexts texts = new TargetTexts(language, units(reader));
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.texts().text("show.period"), 16, 0),
                Column.flexible(texts.texts().text("show.coverage")),
                Column.number(texts.texts().text("show.exports"), 13, 0),
                Column.number(texts.texts().text("show.imports"), 13, 0),
                Column.number(texts.texts().text("show.turnover"), 13, 2),
                Column.number(texts.texts().text("show.balance"), 13, 0),
                Column.number(texts.texts().text("show.cover"), 10, 1)));
        List<MartRow> rows =
                latestFirst(MartRows.of(reader, MartTables.TRADE_BALANCE).where("area_code", areaCode), "coverage");
        for (MartRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            String coverage = row.text("coverage");
            table.row(
                    periodLabel(row, texts),
                    texts.texts().find("coverage." + coverage).orElse(coverage),
                    money(figure(row, "exports_million_usd", "exports_origin"), texts),
                    money(figure(row, "imports_million_usd", "imports_origin"), texts),
                    money(figure(row, "turnover_million_usd", "turnover_origin"), texts),
                    money(figure(row, "balance_million_usd", "balance_origin"), texts),
                    figure(new Figure(row.number("cover_ratio_pct"), ""), 1, texts));
        }
        return listing(
                texts,
                texts.texts().text("show.trade.heading", areaName(reader, areaCode, language)),
                table,
                rows.size(),
                width);
    }

    /**
     * Returns what should be known about figures that do not agree, the gravest first.
     *
     * @param width columns of the terminal
     */
    public static String findings(MartReader reader, Language language, int width) {
        TargetTexts texts = new TargetTexts(language, units(reader));
        List<MartRow> rows = MartRows.of(reader, MartTables.FINDING).stream()
                .sorted(Comparator.comparingInt(ShowTables::severity)
                        .thenComparing(row -> row.text("kind_code"))
                        .thenComparing(row -> row.text("area_code"))
                        .thenComparing(row -> row.text("indicator_code"))
                        .thenComparing(row -> row.text("period"))
                        .thenComparing(row -> row.text("finding_id")))
                .toList();
        Map<Integer, Long> counts =
                rows.stream().collect(Collectors.groupingBy(ShowTables::severity, TreeMap::new, Collectors.counting()));
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.texts().text("show.severity"), 11, 0),
                Column.text(texts.texts().text("show.kind"), 13, 1),
                Column.text(texts.texts().text("show.subject"), 26, 2),
                Column.flexible(texts.texts().text("show.message"))));
        for (MartRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            table.row(
                    word(texts, "severity.", row.text("severity_code")),
                    word(texts, "kind.", row.text("kind_code")),
                    Stream.of("area_code", "indicator_code", "period")
                            .map(row::text)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" ")),
                    row.label("message", language));
        }
        StringBuilder out = new StringBuilder();
        paragraph(
                out,
                texts.texts()
                        .text(
                                "show.findings.heading",
                                counts.getOrDefault(0, 0L),
                                counts.getOrDefault(1, 0L),
                                counts.getOrDefault(2, 0L)),
                width);
        out.append(rows.isEmpty() ? "" : table.text(width));
        if (rows.size() > MOST_ROWS) {
            paragraph(out, texts.texts().text("show.more.findings", rows.size() - MOST_ROWS), width);
        }
        return out.toString();
    }

    private static String heading(ProgrammeAttainment programme, TargetTexts texts) {
        return texts.texts()
                .text(
                        "show.attainment.heading",
                        programme.name(texts.language()),
                        texts.numbers().date(programme.asOf()),
                        texts.numbers().date(programme.evaluatedOn().orElse(programme.asOf())));
    }

    private static ConsoleTable attainmentTable(ProgrammeAttainment programme, TargetTexts texts) {
        Texts words = texts.texts();
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(words.text("column.no"), 4, 0),
                Column.flexible(words.text("column.target")),
                Column.text(words.text("column.unit"), 11, 2),
                Column.number(words.text("column.plan"), 12, 0),
                Column.number(words.text("column.actual.short"), 13, 1),
                Column.number(words.text("column.estimate.short"), 17, 0),
                Column.number(words.text("column.probability"), 11, 0),
                Column.text(words.text("column.verdict"), 15, 0)));
        boolean isOutside = false;
        for (List<Target> group : programme.groups()) {
            boolean isNumbered = group.get(0).dimension().integer("group_no").isPresent();
            if (isNumbered && group.size() > 1) {
                String name = group.get(0).dimension().label("group_name", texts.language());
                table.heading(group.get(0).dimension().integer("group_no").getAsInt()
                        + (name.isEmpty() ? "." : ". " + name) + " · "
                        + words.text("outcome." + RollUp.outcome(group).name().toLowerCase(Locale.ROOT)));
            } else if (!isNumbered && !isOutside && programme.groups().indexOf(group) > 0) {
                isOutside = true;
                table.heading(words.text("page.outside"));
            }
            group.forEach(target -> rows(table, target, texts));
        }
        return table;
    }

    private static void rows(ConsoleTable table, Target target, TargetTexts texts) {
        MartRow row = target.headline();
        String period = row.number("actual_to_date").isPresent() ? texts.actualPeriod(row) : "";
        table.row(
                target.id(),
                target.name(texts.language()),
                texts.unit(row.text("unit_code")),
                texts.goalCell(row),
                texts.cell(row, "actual_to_date") + (period.isEmpty() ? "" : "\n" + period),
                texts.cell(row, "point")
                        + texts.interval(row, "p10", "p90").map(i -> "\n" + i).orElse(""),
                texts.probabilityCell(row),
                verdict(row, texts.texts()));
        for (MartRow version : target.others()) {
            table.row(
                    "",
                    texts.texts().text("show.version", texts.issuer(version)),
                    "",
                    texts.goalCell(version),
                    "",
                    "",
                    texts.probabilityCell(version),
                    verdict(version, texts.texts()));
        }
    }

    private static String verdict(MartRow row, Texts texts) {
        VerdictWord verdict = VerdictWord.of(row);
        return verdict.symbol() + " "
                + texts.find("verdict.short." + verdict.code()).orElse(verdict.word(texts));
    }

    private static void reasons(StringBuilder out, ProgrammeAttainment programme, TargetTexts texts, int width) {
        Map<String, List<String>> targets = new TreeMap<>();
        for (Target target : programme.targets()) {
            if (target.verdict() == VerdictWord.NOT_EVALUABLE) {
                String reason =
                        texts.reason(target.headline()).orElse(target.headline().text("reason_code"));
                targets.computeIfAbsent(reason, r -> new ArrayList<>()).add(target.id());
            }
        }
        if (!targets.isEmpty()) {
            out.append('\n');
            paragraph(out, texts.texts().text("show.reasons"), width);
            targets.forEach((reason, ids) ->
                    paragraph(out, "  " + String.join(", ", ids) + ": " + PlainText.cut(reason, 400), width));
        }
    }

    private static String symbols(Texts texts) {
        return Stream.of(VerdictWord.values())
                .map(verdict -> verdict.symbol() + " " + verdict.word(texts)
                        + texts.find("verdict.rule." + verdict.code())
                                .map(rule -> " (" + rule + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String listing(TargetTexts texts, String heading, ConsoleTable table, int rows, int width) {
        StringBuilder out = new StringBuilder();
        paragraph(out, heading, width);
        if (rows == 0) {
            paragraph(out, texts.texts().text("show.empty"), width);
            return out.toString();
        }
        out.append(table.text(width));
        if (rows > MOST_ROWS) {
            paragraph(out, texts.texts().text("show.more", rows - MOST_ROWS), width);
        }
        paragraph(out, texts.texts().text("origin.legend"), width);
        return out.toString();
    }

    private static List<MartRow> latestFirst(MartRows rows, String item) {
        return rows.sortedBy("-period", item, "accumulation").stream().toList();
    }

    private static String periodLabel(MartRow row, TargetTexts texts) {
        return row.text("accumulation").equals("C")
                ? texts.throughPeriod(row.text("period"))
                : texts.period(row.text("period"));
    }

    private static Figure figure(MartRow row, String column, String origin) {
        return new Figure(row.number(column), row.text(origin));
    }

    private static String money(Figure figure, TargetTexts texts) {
        OptionalDouble value = figure.value();
        return figure(figure, NumberFormats.decimals(value.orElse(0), "billion_vnd"), texts);
    }

    private static String figure(Figure figure, int decimals, TargetTexts texts) {
        return figure.value().isEmpty()
                ? TargetTexts.NONE
                : texts.numbers().number(figure.value().getAsDouble(), decimals) + OriginMark.of(figure.origin());
    }

    private static int severity(MartRow row) {
        int rank = SEVERITIES.indexOf(row.text("severity_code"));
        return rank < 0 ? SEVERITIES.size() : rank;
    }

    private static String word(TargetTexts texts, String stem, String code) {
        return texts.texts().find(stem + code).orElse(code);
    }

    private static Units units(MartReader reader) {
        return ProgrammeAttainment.units(reader);
    }

    private static String areaName(MartReader reader, String areaCode, Language language) {
        return labels(reader, MartTables.DIM_AREA.name(), "area", language).getOrDefault(areaCode, areaCode);
    }

    private static Map<String, String> labels(MartReader reader, String table, String stem, Language language) {
        return MartRows.of(reader.table(table)).stream()
                .collect(Collectors.toMap(
                        row -> row.text(stem + "_code"), row -> row.label(stem + "_name", language), (a, b) -> a));
    }

    private static void paragraph(StringBuilder out, String text, int width) {
        String indent = text.startsWith("  ") ? "    " : "";
        List<String> lines = PlainText.wrap(PlainText.oneLine(text), width - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            out.append(indent.isEmpty() ? "" : i == 0 ? "  " : indent)
                    .append(lines.get(i))
                    .append('\n');
        }
    }
}
