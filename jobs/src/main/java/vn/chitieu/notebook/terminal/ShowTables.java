package vn.chitieu.notebook.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.FindingTexts;
import vn.chitieu.notebook.programme.PersonTexts;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.SectorAccounts;
import vn.chitieu.notebook.programme.SectorAccounts.Figure;
import vn.chitieu.notebook.programme.SectorAccounts.Sector;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.FigureListing.Measure;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.OriginMark;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** The published tables as a person at a terminal reads them. Every text ends with a line feed. */
public final class ShowTables {

    private static final int MOST_ROWS = 40;

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
        rollUp.outlook(texts.texts()).ifPresent(outlook -> paragraph(out, outlook, width));
        paragraph(out, rollUp.parts(texts.texts()), width);
        out.append('\n').append(attainmentTable(programme, texts).text(width));
        reasons(out, programme, texts, width);
        for (Target target : programme.targets()) {
            PersonTexts.of(reader, texts, programmeId, target.id())
                    .forEach(sentence -> paragraph(out, target.heading(language) + ": " + sentence, width));
        }
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
        TargetTexts texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        String area = areaName(reader, areaCode, language);
        boolean isNation = MartRows.of(reader, MartTables.DIM_AREA).where("area_code", areaCode).first().stream()
                .anyMatch(row -> row.text("area_level").equals("country"));
        String total = texts.texts().text(isNation ? "grdp.total.country" : "grdp.total");
        CodeNames activities = CodeNames.of(reader, MartTables.DIM_ACTIVITY, language);
        StringBuilder out = new StringBuilder();
        paragraph(out, texts.texts().text("show.grdp.heading", area), width);
        List<SectorAccounts> accounts = SectorAccounts.of(reader, areaCode, LocalDate.MAX);
        for (SectorAccounts account : accounts) {
            out.append('\n');
            paragraph(out, texts.throughPeriod(account.period().toString()), width);
            ConsoleTable<Sector> table = new ConsoleTable<Sector>(texts.texts())
                    .flexible(
                            "grdp.sector",
                            sector -> sector.activityCode().equals("_T") ? total : activities.of(sector.activityCode()))
                    .number("grdp.value", 14, 3, sector -> money(sector.current(), texts))
                    .number("grdp.constant", 14, 4, sector -> money(sector.constant(), texts))
                    .number("grdp.growth", 12, 0, sector -> sector.growthCell(2, texts.numbers()))
                    .number("grdp.contribution", 12, 1, sector -> figure(sector.contribution(), 2, texts))
                    .number("grdp.share", 10, 2, sector -> figure(sector.share(), 2, texts));
            account.sectors().forEach(table::row);
            out.append(table.text(width));
        }
        paragraph(
                out,
                accounts.isEmpty()
                        ? texts.texts().text("grdp.none", area)
                        : texts.texts().text("origin.legend"),
                width);
        if (!accounts.isEmpty()) {
            paragraph(out, texts.texts().text("show.grdp.more", areaCode), width);
        }
        return out.toString();
    }

    /**
     * Returns budget revenue of an area, the latest periods first.
     *
     * @param width columns of the terminal
     */
    public static String revenue(MartReader reader, String areaCode, Language language, int width) {
        List<Measure> measures = List.of(
                Measure.amount("show.value_billion", "value", 0),
                Measure.growth(0),
                Measure.percent("show.plan", "plan_attainment_pct", "plan_attainment_origin", 1),
                new Measure("show.revenue.plan", "plan_value", "", OptionalInt.empty(), 3),
                new Measure("show.revenue.balanced", "balanced_value", "", OptionalInt.empty(), 2));
        TargetTexts texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        return listing(
                texts,
                texts.texts().text("show.revenue.heading", areaName(reader, areaCode, language)),
                new FigureListing(texts, "revenue_code", measures),
                MartRows.of(reader, MartTables.BUDGET_REVENUE).where("area_code", areaCode),
                width);
    }

    /**
     * Returns the foreign trade of an area, the latest periods first.
     *
     * @param width columns of the terminal
     */
    public static String trade(MartReader reader, String areaCode, Language language, int width) {
        List<Measure> measures = List.of(
                Measure.amount("show.exports", "exports", 0),
                Measure.amount("show.imports", "imports", 0),
                Measure.amount("show.turnover", "turnover", 2),
                Measure.amount("show.balance", "balance", 0),
                Measure.percent("show.cover", "cover_ratio_pct", "", 1));
        TargetTexts texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        return listing(
                texts,
                texts.texts().text("show.trade.heading", areaName(reader, areaCode, language)),
                new FigureListing(texts, "coverage", measures),
                MartRows.of(reader, MartTables.TRADE_BALANCE).where("area_code", areaCode),
                width);
    }

    /**
     * Returns what should be known about figures that do not agree, the gravest first.
     *
     * @param width columns of the terminal
     */
    public static String findings(MartReader reader, Language language, int width) {
        TargetTexts texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        FindingTexts findings = new FindingTexts(reader, texts);
        List<MartRow> rows = MartRows.of(reader, MartTables.FINDING).stream()
                .sorted(FindingTexts.GRAVEST_FIRST)
                .toList();
        Map<Integer, Long> counts =
                rows.stream().collect(Collectors.groupingBy(FindingTexts::rank, TreeMap::new, Collectors.counting()));
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts.texts())
                .text("show.severity", 11, 0, findings::severity)
                .text("show.kind", 13, 1, findings::kind)
                .text("show.subject", 26, 2, findings::subject)
                .flexible("show.message", findings::message);
        rows.stream().limit(MOST_ROWS).forEach(table::row);
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
                        texts.numbers().date(programme.knownBy()),
                        texts.numbers().date(programme.knownBy()));
    }

    /** A line of the table of targets: of the version that a target is judged by, or of another. */
    private record Line(Target target, MartRow row, boolean isHeadline) {}

    private static ConsoleTable<Line> attainmentTable(ProgrammeAttainment programme, TargetTexts texts) {
        Texts words = texts.texts();
        ConsoleTable<Line> table = new ConsoleTable<Line>(words)
                .text("column.no", 4, 0, ofHeadline(line -> line.target().number()))
                .flexible(
                        "column.target",
                        line -> line.isHeadline()
                                ? line.target().name(texts.language())
                                : words.text("show.version", texts.issuer(line.row())))
                .text(
                        "column.unit",
                        11,
                        2,
                        ofHeadline(line -> texts.unit(line.row().text("unit_code"))))
                .number("column.plan", 12, 0, line -> texts.goalCell(line.row()))
                .number("column.actual.short", 13, 1, ofHeadline(line -> actual(line.row(), texts)))
                .number(
                        "column.estimate.short",
                        17,
                        0,
                        ofHeadline(line -> texts.pointCell(line.row())
                                + texts.interval(line.row(), "p10", "p90")
                                        .map(i -> "\n" + i)
                                        .orElse("")))
                .number("column.probability", 11, 0, line -> texts.probabilityCell(line.row()))
                .text("column.verdict", 15, 0, line -> VerdictWord.of(line.row())
                        .shortLabel(words));
        boolean isOutside = false;
        int lastSize = 1;
        for (List<Target> group : programme.groups()) {
            boolean isNumbered = group.get(0).dimension().integer("group_no").isPresent();
            if (isNumbered && group.size() > 1) {
                String name = group.get(0).dimension().label("group_name", texts.language());
                table.heading(group.get(0).dimension().integer("group_no").getAsInt()
                        + (name.isEmpty() ? "." : ". " + name) + " · "
                        + words.text(RollUp.outcomeKey(group)));
            } else if (!isNumbered && !isOutside && programme.groups().indexOf(group) > 0) {
                isOutside = true;
                table.heading(words.text("page.outside"));
            }
            boolean isBelowGroup = isNumbered && group.size() == 1 && lastSize > 1;
            if (isBelowGroup) {
                table.heading("");
            }
            lastSize = group.size();
            for (Target target : group) {
                table.row(new Line(target, target.headline(), true));
                target.others().forEach(version -> table.row(new Line(target, version, false)));
            }
        }
        return table;
    }

    private static Function<Line, String> ofHeadline(Function<Line, String> cell) {
        return line -> line.isHeadline() ? cell.apply(line) : "";
    }

    private static String actual(MartRow row, TargetTexts texts) {
        String period = row.number("actual_to_date").isPresent() ? texts.actualPeriod(row) : "";
        return texts.cell(row, "actual_to_date") + (period.isEmpty() ? "" : "\n" + period);
    }

    private static void reasons(StringBuilder out, ProgrammeAttainment programme, TargetTexts texts, int width) {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (Target target : programme.targets()) {
            if (target.verdict() == VerdictWord.NOT_EVALUABLE) {
                String reason =
                        texts.reason(target.headline()).orElse(target.headline().text("reason_code"));
                targets.computeIfAbsent(reason, r -> new ArrayList<>()).add(target.number());
            }
        }
        if (!targets.isEmpty()) {
            out.append('\n');
            paragraph(out, texts.texts().text("show.reasons"), width);
            targets.forEach((reason, ids) -> out.append(
                    Paragraph.of("  ", "    ", String.join(", ", ids) + ": " + PlainText.cut(reason, 400), width)));
        }
    }

    private static String symbols(Texts texts) {
        return Stream.of(VerdictWord.values())
                .map(verdict -> verdict.label(texts)
                        + texts.find("verdict.rule." + verdict.code())
                                .map(rule -> " (" + rule + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String listing(TargetTexts texts, String heading, FigureListing listing, MartRows rows, int width) {
        StringBuilder out = new StringBuilder();
        paragraph(out, heading, width);
        out.append(listing.text(rows, width));
        paragraph(out, texts.texts().text("origin.legend"), width);
        return out.toString();
    }

    private static String money(Figure figure, TargetTexts texts) {
        OptionalDouble value = figure.value();
        return figure(figure, NumberFormats.decimals(value.orElse(0), "billion_vnd"), texts);
    }

    private static String figure(Figure figure, int decimals, TargetTexts texts) {
        return texts.numbers().number(figure.value(), decimals) + OriginMark.of(figure.origin());
    }

    private static String areaName(MartReader reader, String areaCode, Language language) {
        return CodeNames.of(reader, MartTables.DIM_AREA, language).of(areaCode);
    }

    private static void paragraph(StringBuilder out, String text, int width) {
        out.append(Paragraph.of(text, width));
    }
}
