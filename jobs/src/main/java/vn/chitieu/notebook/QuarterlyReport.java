package vn.chitieu.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Predicate;
import vn.chitieu.catalog.Language;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.ProgrammeAttainment.Target;
import vn.chitieu.notebook.WordTemplate.Item;

/**
 * The quarterly report to the Standing Committee as a Word document, filled from the office's template, and its annex
 * as a workbook.
 */
public final class QuarterlyReport {

    private static final int MOST_FINDINGS = 12;

    private final ProgrammeAttainment programme;
    private final TargetTexts targets;
    private final Texts texts;
    private final Language language;
    private final List<MartRow> findings;

    private QuarterlyReport(MartReader reader, String programmeId, Language language) {
        this.programme = ProgrammeAttainment.of(reader, programmeId);
        this.targets = new TargetTexts(language, programme.units());
        this.texts = targets.texts();
        this.language = language;
        this.findings = MartRows.of(reader, MartTables.FINDING).where("area_code", programme.areaCode()).stream()
                .filter(row -> !row.text("severity_code").equals("information"))
                .toList();
    }

    /**
     * Writes the report and the annex of every programme in both languages: {@code <programme>/report.<lang>.docx} and
     * {@code annex.<lang>.xlsx}.
     *
     * @param templates folder of {@code quarterly-report.<lang>.docx}
     * @return the files written
     * @throws vn.chitieu.catalog.DataException if a template is missing or cannot be filled
     */
    public static List<Path> write(MartReader reader, Path templates, Path exportDir) throws IOException {
        List<Path> written = new ArrayList<>();
        for (String programmeId : ProgrammeAttainment.programmeIds(reader)) {
            Path folder = Files.createDirectories(exportDir.resolve(programmeId));
            for (Language language : Language.values()) {
                QuarterlyReport report = new QuarterlyReport(reader, programmeId, language);
                SortedMap<String, byte[]> docx = WordTemplate.fill(
                        templates.resolve("quarterly-report." + language.code() + ".docx"),
                        report.fields(),
                        report.lists());
                written.add(whole(
                        folder.resolve("report." + language.code() + ".docx"),
                        StableZip.of(docx, report.title(), report.programme.asOf())));
                SortedMap<String, byte[]> xlsx =
                        StableZip.parts(AnnexWorkbook.of(reader, report.programme, report.targets));
                written.add(whole(
                        folder.resolve("annex." + language.code() + ".xlsx"),
                        StableZip.of(xlsx, report.title(), report.programme.asOf())));
            }
        }
        return written;
    }

    private static Path whole(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
        fields.put("as_of", numbers.date(programme.asOf()));
        fields.put("evaluated_on", programme.evaluatedOn().map(numbers::date).orElse(numbers.date(programme.asOf())));
        fields.put(
                "closed",
                programme
                        .closedOn()
                        .map(day -> texts.text("page.closed", numbers.date(day)))
                        .orElse(""));
        fields.put("rollup", rollUp.sentence(texts));
        fields.put("outlook", rollUp.outlook(texts).orElse(""));
        fields.put("parts", rollUp.parts(texts));
        fields.put(
                "input",
                programme
                        .inputSha256()
                        .substring(0, Math.min(12, programme.inputSha256().length())));
        fields.put(
                "review_note",
                programme.targets().stream().anyMatch(this::hasEstimate)
                        ? texts.text("report.review.note")
                        : texts.text("report.review.none"));
        fields.put(
                "findings_note",
                texts.text("report.findings", findings.size(), Math.min(findings.size(), MOST_FINDINGS)));
        return fields;
    }

    private Map<String, List<Item>> lists() {
        Map<String, List<Item>> lists = new LinkedHashMap<>();
        lists.put("rows", rows());
        lists.put("review", review());
        lists.put("met", sentences(verdict -> verdict.isMet() || verdict == VerdictWord.LIKELY));
        lists.put("doubtful", sentences(verdict -> verdict == VerdictWord.UNCERTAIN));
        lists.put("failing", sentences(verdict -> verdict == VerdictWord.UNLIKELY || verdict == VerdictWord.MISSED));
        lists.put("open", open());
        lists.put("needed", needed());
        lists.put("findings", foundItems());
        lists.put("versions", versions());
        return lists;
    }

    /** Returns the table of results: a row for each group with several targets, then its targets. */
    private List<Item> rows() {
        List<Item> items = new ArrayList<>();
        for (List<Target> group : programme.groups()) {
            MartRow first = group.get(0).dimension();
            if (group.size() > 1 && first.integer("group_no").isPresent()) {
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
            group.forEach(target -> items.add(new Item("target", row(target))));
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
        cells.put("actual", targets.cell(row, "actual_to_date") + (period.isEmpty() ? "" : " (" + period + ")"));
        cells.put("change", targets.percentCell(row, "to_date_change_pct"));
        cells.put("attainment", targets.percentCell(row, "to_date_attainment_pct"));
        cells.put(
                "estimate",
                targets.cell(row, "point")
                        + targets.interval(row, "p10", "p90")
                                .map(range -> " (" + range + ")")
                                .orElse(""));
        cells.put("estimated_attainment", targets.percentCell(row, "projected_attainment_pct"));
        VerdictWord verdict = target.verdict();
        String probability = targets.probabilityCell(row);
        cells.put(
                "probability",
                (probability.equals(TargetTexts.NONE) ? "" : probability + " ") + verdict.symbol() + " "
                        + verdict.word(texts));
        cells.put("lead", PlainText.oneLine(target.dimension().label("lead_unit", language)));
        return cells;
    }

    private boolean hasEstimate(Target target) {
        return target.headline().hasColumn("unit_estimate")
                && target.headline().number("unit_estimate").isPresent();
    }

    /** Returns the review of the units' own estimates beside the projection. */
    private List<Item> review() {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            if (hasEstimate(target)) {
                MartRow row = target.headline();
                Map<String, String> cells = row(target);
                cells.put("unit_estimate", targets.cell(row, "unit_estimate"));
                cells.put(
                        "difference",
                        difference(row.number("unit_estimate"), row.number("point"))
                                .map(value -> targets.numbers().percent(value, 1))
                                .orElse(TargetTexts.NONE));
                items.add(new Item("target", cells));
            }
        }
        return items;
    }

    private static Optional<Double> difference(OptionalDouble estimate, OptionalDouble point) {
        return estimate.isEmpty() || point.isEmpty() || point.getAsDouble() == 0
                ? Optional.empty()
                : Optional.of((estimate.getAsDouble() / point.getAsDouble() - 1) * 100);
    }

    private List<Item> sentences(Predicate<VerdictWord> chosen) {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            if (chosen.test(target.verdict())) {
                String sentence = target.isProjected()
                        ? targets.sentence(target)
                        : texts.text(
                                "report.plain",
                                target.name(language),
                                targets.cell(target.headline(), "actual_to_date"),
                                target.verdict().word(texts));
                items.add(new Item("", Map.of("text", sentence)));
            }
        }
        return orNothing(items);
    }

    private List<Item> open() {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            if (target.verdict() == VerdictWord.NOT_EVALUABLE) {
                items.add(new Item(
                        "",
                        Map.of(
                                "text",
                                texts.text(
                                        "report.open",
                                        target.name(language),
                                        targets.reason(target.headline()).orElse(TargetTexts.NONE)))));
            }
        }
        return orNothing(items);
    }

    private List<Item> needed() {
        List<Item> items = new ArrayList<>();
        for (Target target : programme.targets()) {
            targets.requiredPace(target.headline())
                    .ifPresent(sentence -> items.add(new Item(
                            "", Map.of("text", texts.text("report.needed", target.name(language), sentence)))));
        }
        return orNothing(items);
    }

    private List<Item> foundItems() {
        return findings.stream()
                .limit(MOST_FINDINGS)
                .map(row -> new Item("", Map.of("text", PlainText.oneLine(row.label("message", language)))))
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
                                verdict.symbol() + " " + verdict.word(texts))));
            }
        }
        return items;
    }

    private List<Item> orNothing(List<Item> items) {
        return items.isEmpty() ? List.of(new Item("", Map.of("text", texts.text("report.nothing")))) : items;
    }
}
