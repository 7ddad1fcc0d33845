package vn.chitieu.notebook.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.markup.HtmlText;
import vn.chitieu.notebook.programme.AccountIndicators;
import vn.chitieu.notebook.programme.FindingTexts;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.RollUp;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.report.ReportFields.Reported;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/**
 * The quarterly report to the Standing Committee as a Word document, filled from the office's template, and its annex
 * as a workbook.
 */
public final class QuarterlyReport {

    private static final int MOST_FINDINGS = 8;

    private final ProgrammeAttainment programme;
    private final TargetTexts targets;
    private final Texts texts;
    private final Language language;
    private final FindingTexts findingTexts;
    private final EstimateTexts estimates;
    private final ProgrammeView view;
    private final ReportFields reportFields;
    private final List<MartRow> audit;
    private final List<MartRow> findings;

    private QuarterlyReport(MartReader reader, String programmeId, Language language, ReportFields reportFields) {
        this.programme = ProgrammeAttainment.of(reader, programmeId);
        this.targets = new TargetTexts(language, programme.units());
        this.texts = targets.texts();
        this.language = language;
        this.findingTexts = new FindingTexts(reader, targets);
        this.estimates = EstimateTexts.of(reader, programme, targets);
        this.view = new ProgrammeView(reader, programme, targets);
        this.reportFields = reportFields;
        List<MartRow> found = MartRows.of(reader, MartTables.FINDING).where("area_code", programme.areaCode()).stream()
                .sorted(FindingTexts.GRAVEST_FIRST)
                .toList();
        this.audit = found.stream()
                .filter(row -> row.text("kind_code").equals("audit")
                        && row.text("subject").startsWith(programmeId + " "))
                .sorted(Comparator.comparing(row -> row.text("subject")))
                .toList();
        this.findings = gravestOfEach(found.stream()
                .filter(row -> !row.text("kind_code").equals("audit") && FindingTexts.rank(row) < 2 && isRecent(row)));
    }

    /** Returns one finding for each figure: that two rules hold the same balance to be wrong is one point. */
    private static List<MartRow> gravestOfEach(Stream<MartRow> gravestFirst) {
        Map<String, MartRow> byFigure = new LinkedHashMap<>();
        gravestFirst.forEach(row -> byFigure.putIfAbsent(
                row.text("indicator_code").isEmpty()
                        ? row.text("finding_id")
                        : row.text("indicator_code") + " " + row.text("period"),
                row));
        return List.copyOf(byFigure.values());
    }

    /**
     * Writes the report and the annex of every programme in both languages: {@code <programme>/report.<lang>.docx} and
     * {@code annex.<lang>.xlsx}.
     *
     * @param templates folder of {@code quarterly-report.<lang>.docx} and of {@code report-field.csv}
     * @return the files written
     * @throws vn.chitieu.catalog.DataException if a template is missing or cannot be filled
     */
    public static List<Path> write(MartReader reader, Path templates, Path exportDir) throws IOException {
        List<Path> written = new ArrayList<>();
        ReportFields reportFields = ReportFields.read(templates);
        for (String programmeId : ProgrammeAttainment.programmeIds(reader)) {
            Path folder = Files.createDirectories(exportDir.resolve(programmeId));
            MartReader own = ProgrammeAttainment.reader(reader, programmeId);
            for (Language language : Language.values()) {
                QuarterlyReport report = new QuarterlyReport(own, programmeId, language, reportFields);
                SortedMap<String, byte[]> docx = WordTemplate.fill(
                        templates.resolve("quarterly-report." + language.code() + ".docx"),
                        report.fields(),
                        report.lists(),
                        Map.of(
                                "probability",
                                ReportCharts.printed(report.view),
                                "contributions",
                                AccountParagraphs.contributions(report.view)));
                written.add(whole(
                        folder.resolve("report." + language.code() + ".docx"),
                        StableZip.of(docx, HtmlText.escape(report.title()), report.programme.asOf())));
                SortedMap<String, byte[]> xlsx = AnnexWorkbook.of(report.view);
                written.add(whole(
                        folder.resolve("annex." + language.code() + ".xlsx"),
                        StableZip.of(xlsx, HtmlText.escape(report.title()), report.programme.asOf())));
            }
        }
        return written;
    }

    private static Path whole(Path file, byte[] content) throws IOException {
        DurableFiles.replace(file, content);
        return file;
    }

    private String title() {
        return texts.text("report.title", programme.name(language));
    }

    private Map<String, String> fields() {
        NumberFormats numbers = targets.numbers();
        RollUp rollUp = RollUp.of(programme);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("programme", programme.name(language));
        fields.put("area", programme.areaName(language));
        fields.put("year", String.valueOf(programme.year()));
        String knownBy = numbers.date(programme.knownBy());
        fields.put("as_of", knownBy);
        fields.put("evaluated_on", knownBy);
        fields.put("rollup", rollUp.sentence(texts));
        fields.put("parts", rollUp.parts(texts));
        fields.put(
                "input",
                programme
                        .inputSha256()
                        .substring(0, Math.min(12, programme.inputSha256().length())));
        fields.put("review_note", texts.text(estimates.isEmpty() ? "report.review.none" : "report.review.note"));
        fields.put("findings_note", findingsNote());
        return fields;
    }

    private Map<String, List<Item>> lists() {
        Map<String, List<Item>> lists = new LinkedHashMap<>();
        lists.put(WordTemplate.COUNTRY + programme.countryCode().toLowerCase(Locale.ROOT), List.of(Item.of("")));
        lists.put(
                "closed",
                lines(programme
                        .closedOn()
                        .map(day -> texts.text("page.closed", targets.numbers().date(day)))));
        lists.put("outlook", lines(RollUp.of(programme).outlook(texts)));
        lists.put("verdicts", verdicts());
        lists.put("results", rows(Target::isProjected));
        lists.put("rows", rows(target -> true));
        lists.put("review", estimates.rows());
        lists.put("told", estimates.explanations());
        lists.put("highlights", highlights());
        lists.putAll(fieldParagraphs());
        lists.put("sectors", AccountParagraphs.sectors(view).stream().toList());
        lists.put("trade", AccountParagraphs.trade(view).stream().toList());
        AttentionTexts attention = new AttentionTexts(view);
        lists.put("least_probable", orNothing(attention.targets()));
        lists.put("overdue", orNothing(attention.overdue(), "report.overdue.none"));
        lists.put("open", orNothing(open()));
        lists.put("audit", orNothing(messages(audit), "report.audit.none"));
        lists.put("findings", messages(findings));
        lists.put("versions", versions());
        return lists;
    }

    private static List<Item> lines(Optional<String> text) {
        return text.map(Item::of).stream().toList();
    }

    /** Returns a row for each verdict that occurs: how many targets have it, and which. */
    private List<Item> verdicts() {
        List<Item> items = new ArrayList<>();
        for (VerdictWord verdict : VerdictWord.values()) {
            List<String> numbers = programme.targets().stream()
                    .filter(target -> target.verdict() == verdict)
                    .map(Target::number)
                    .toList();
            if (!numbers.isEmpty()) {
                items.add(new Item(
                        "verdict",
                        Map.of(
                                "verdict",
                                verdict.label(texts),
                                "count",
                                String.valueOf(numbers.size()),
                                "numbers",
                                String.join(", ", numbers))));
            }
        }
        return items;
    }

    /** Returns a table of results: a row for each group with several targets, then those of its targets chosen. */
    private List<Item> rows(Predicate<Target> chosen) {
        List<Item> items = new ArrayList<>();
        for (List<Target> group : programme.groups()) {
            MartRow first = group.get(0).dimension();
            List<Target> shown = group.stream().filter(chosen).toList();
            if (group.size() > 1
                    && !shown.isEmpty()
                    && first.integer("group_no").isPresent()) {
                items.add(new Item(
                        "group",
                        Map.of(
                                "no",
                                String.valueOf(first.integer("group_no").getAsInt()),
                                "target",
                                PlainText.oneLine(first.label("group_name", language)),
                                "outcome",
                                texts.text(RollUp.outcomeKey(group)))));
            }
            shown.forEach(target -> items.add(new Item("target", row(target))));
        }
        return items;
    }

    private Map<String, String> row(Target target) {
        MartRow row = target.headline();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("no", target.number());
        cells.put("target", target.name(language));
        cells.put("unit", targets.unit(row.text("unit_code")));
        cells.put("previous", targets.cell(row, "previous_year_value"));
        cells.put("plan", targets.goalCell(row));
        String period = row.number("actual_to_date").isPresent() ? targets.actualPeriod(row) : "";
        String actual = targets.cell(row, "actual_to_date");
        cells.put("actual_value", actual);
        cells.put("actual_period", period);
        cells.put("actual", actual + (period.isEmpty() ? "" : " (" + period + ")"));
        cells.put("change", targets.percentCell(row, "to_date_change_pct"));
        cells.put("attainment", targets.percentCell(row, "to_date_attainment_pct"));
        String point = targets.pointCell(row);
        String range = targets.interval(row, "p10", "p90").orElse("");
        cells.put("point", point);
        cells.put("range", range);
        cells.put("estimate", point + (range.isEmpty() ? "" : " (" + range + ")"));
        cells.put("estimated_attainment", targets.percentCell(row, "projected_attainment_pct"));
        VerdictWord verdict = target.verdict();
        String chance = targets.probabilityCell(row);
        String word = verdict.shortLabel(texts);
        cells.put("chance", chance);
        cells.put("verdict", word);
        cells.put("probability", chance.equals(NumberFormats.NONE) ? word : chance + " " + word);
        cells.put("lead", PlainText.oneLine(target.dimension().label("lead_unit", language)));
        return cells;
    }

    /** Returns the paragraphs of each field: its targets in the order of the programme, then indicators without one. */
    private Map<String, List<Item>> fieldParagraphs() {
        Map<String, List<Item>> paragraphs = new LinkedHashMap<>();
        paragraphs.put("growth", new ArrayList<>());
        reportFields.codes().forEach(code -> paragraphs.put("field." + code, new ArrayList<>()));
        Set<String> told = new HashSet<>();
        for (Target target : programme.targets()) {
            String indicator = target.headline().text("indicator_code");
            TargetParagraph.of(view, target, estimates.of(target)).ifPresent(paragraph -> {
                told.add(indicator);
                String list = isProduct(target.headline()) ? "growth" : "field." + reportFields.of(indicator);
                paragraphs.computeIfAbsent(list, name -> new ArrayList<>()).add(paragraph);
            });
        }
        List<Reported> others = reportFields.reported().stream()
                .filter(reported -> !told.contains(reported.indicatorCode()))
                .toList();
        IndicatorParagraphs.of(view, others).forEach((indicator, paragraph) -> paragraphs
                .computeIfAbsent("field." + reportFields.of(indicator), name -> new ArrayList<>())
                .add(paragraph));
        return paragraphs;
    }

    /** Returns whether a target is the growth of gross product, which a report begins with. */
    private static boolean isProduct(MartRow row) {
        return AccountIndicators.isProduct(row) && row.text("measure_code").equals("growth_volume");
    }

    /** Returns what the general assessment begins with: how far gross product has come, and the surest of the rest. */
    private List<Item> highlights() {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            MartRow row = target.headline();
            if (isProduct(row)
                    && target.isProjected()
                    && row.number("target_value").isPresent()) {
                items.add(Item.of(TargetParagraph.highlight(view, target)));
            }
        }
        String surest = programme.targets().stream()
                .filter(target -> target.verdict() == VerdictWord.LIKELY)
                .map(target -> texts.text(
                        "report.surest.target", target.heading(language), targets.probabilityCell(target.headline())))
                .collect(Collectors.joining("; "));
        if (!surest.isEmpty()) {
            items.add(Item.of(texts.text("report.surest", surest)));
        }
        return items;
    }

    /** Returns why targets cannot be judged: a sentence for each reason, with the targets it holds for. */
    private List<Item> open() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Target target : programme.targets()) {
            if (target.verdict() == VerdictWord.NOT_EVALUABLE) {
                reasons.computeIfAbsent(
                                targets.reason(target.headline()).orElse(NumberFormats.NONE),
                                reason -> new ArrayList<>())
                        .add(texts.text("report.open.target", target.number(), target.name(language)));
            }
        }
        List<Item> items = new ArrayList<>();
        reasons.forEach(
                (reason, names) -> items.add(Item.of(texts.text("report.open", reason, String.join("; ", names)))));
        return items;
    }

    /** Returns whether a finding is about the programme's year or the one before; all others are in the annex. */
    private boolean isRecent(MartRow finding) {
        String period = finding.text("period");
        if (!ReportingPeriod.hasForm(period)) {
            return true;
        }
        int year = ReportingPeriod.placeOf(period).year();
        return year == programme.year() || year == programme.year() - 1;
    }

    private String findingsNote() {
        int year = programme.year();
        if (findings.isEmpty()) {
            return texts.text("report.findings.none", year - 1, year);
        }
        if (findings.size() == 1) {
            return texts.text("report.findings.one", year - 1, year);
        }
        return findings.size() > MOST_FINDINGS
                ? texts.text("report.findings.more", findings.size(), MOST_FINDINGS, year - 1, year)
                : texts.text("report.findings", findings.size(), year - 1, year);
    }

    private List<Item> messages(List<MartRow> rows) {
        return rows.stream()
                .limit(MOST_FINDINGS)
                .map(row -> Item.of(findingTexts.message(row)))
                .toList();
    }

    /** Returns the versions of targets that other issuers set, each judged by itself. */
    private List<Item> versions() {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            for (MartRow version : target.others()) {
                VerdictWord verdict = VerdictWord.of(version);
                items.add(new Item(
                        "target",
                        Map.of(
                                "target",
                                target.name(language),
                                "issuer",
                                targets.issuer(version),
                                "plan",
                                targets.goalCell(version),
                                "probability",
                                targets.probabilityCell(version),
                                "verdict",
                                verdict.label(texts))));
            }
        }
        return items;
    }

    private List<Item> orNothing(List<Item> items) {
        return orNothing(items, "report.nothing");
    }

    private List<Item> orNothing(List<Item> items, String key) {
        return items.isEmpty() ? List.of(Item.of(texts.text(key))) : items;
    }
}
