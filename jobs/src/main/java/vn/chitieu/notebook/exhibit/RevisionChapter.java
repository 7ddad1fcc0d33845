package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.chart.ChartScale;
import vn.chitieu.notebook.chart.RowChart;
import vn.chitieu.notebook.programme.FindingTexts;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** What was revised, and which published figures do not agree. */
final class RevisionChapter {

    private static final int MOST_REVISIONS = 12;
    private static final int MOST_OF_GROUP = 6;
    private static final int MESSAGE_LETTERS = 500;

    private final ProgrammeView view;
    private final String areaCode;
    private final NumberFormats numbers;
    private final CodeNames indicators;
    private final Map<String, String> rules = new HashMap<>();

    private RevisionChapter(ProgrammeView view) {
        this.view = view;
        this.areaCode = view.programme().areaCode();
        this.numbers = view.texts().numbers();
        this.indicators = CodeNames.of(
                view.marts(), MartTables.DIM_INDICATOR, view.texts().language());
        MartRows.of(view.marts(), MartTables.DIM_CODE)
                .where("codelist_code", "rule")
                .forEach(row -> rules.put(
                        row.text("code"), row.label("code_name", view.texts().language())));
    }

    /** Returns the chapter; where nothing was revised or found it says so. */
    static Chapter of(ProgrammeView view) {
        RevisionChapter chapter = new RevisionChapter(view);
        return new Chapter(
                "revisions",
                view.text("chapter.revisions"),
                List.of(view.text("revision.lead")),
                List.of(MovementExhibits.of(view), chapter.revisions(), chapter.findings()));
    }

    private Exhibit revisions() {
        String heading = view.text("revision.heading");
        List<MartRow> all = MartRows.of(view.marts(), MartTables.REVISION).where("area_code", areaCode).stream()
                .filter(row -> row.number("revision_pct").isPresent())
                .sorted(Comparator.comparingDouble((MartRow row) ->
                                -Math.abs(row.number("revision_pct").orElseThrow()))
                        .thenComparing(row -> row.text("indicator_code"))
                        .thenComparing(row -> row.text("activity_code"))
                        .thenComparing(row -> row.text("period"))
                        .thenComparing(row -> row.text("accumulation"))
                        .thenComparing(row -> row.text("price_basis")))
                .toList();
        if (all.isEmpty()) {
            return Exhibit.words("revisions", heading, view.text("revision.none", view.area()));
        }
        List<MartRow> shown = all.subList(0, Math.min(MOST_REVISIONS, all.size()));
        List<RowChart.Row> marks = shown.stream()
                .map(row -> {
                    double percent = row.number("revision_pct").orElseThrow();
                    return new RowChart.Row(name(row), percent, "", percent < 0 ? "▼" : "▲", change(row));
                })
                .toList();
        double least = marks.stream().mapToDouble(RowChart.Row::value).min().orElseThrow();
        double most = marks.stream().mapToDouble(RowChart.Row::value).max().orElseThrow();
        ChartScale scale = ChartScale.holding(List.of(least, most), true, 0, 1);
        List<RowChart.Guide> guides = scale.ticks(4).stream()
                .map(tick -> new RowChart.Guide(tick, view.percent(tick, 0)))
                .toList();
        double high = Math.max(scale.high(), 0);
        double low = Math.min(scale.low(), 0);
        MartRow first = all.get(0);
        return Exhibit.words(
                        "revisions",
                        heading,
                        view.text(
                                "revision.sentence",
                                all.size(),
                                name(first),
                                marks.get(0).stated()))
                .drawn(new RowChart(marks, low, high, 0, guides))
                .tabled(new FigureColumns<MartRow>(view)
                        .text("revision.what", this::name)
                        .text("column.unit", row -> view.texts().unit(row.text("unit_code")))
                        .number("revision.first", row -> amount(row, "first_value"))
                        .text("revision.on", row -> numbers.date(row.date("first_published_date")))
                        .number("revision.latest", row -> amount(row, "latest_value"))
                        .text("revision.on", row -> numbers.date(row.date("latest_published_date")))
                        .number("revision.change", this::change)
                        .table(view.text("revision.caption", shown.size()), shown))
                .from(MartQuery.of("revisions", MartTables.REVISION.name())
                        .where("area_code", areaCode)
                        .orderBy("indicator_code", "activity_code", "period", "accumulation", "price_basis")
                        .first(40)
                        .columns(
                                "indicator_code",
                                "activity_code",
                                "period",
                                "accumulation",
                                "first_value",
                                "latest_value",
                                "revision_pct",
                                "vintage_count"));
    }

    private Exhibit findings() {
        String heading = view.text("finding.heading");
        List<MartRow> all = MartRows.of(view.marts(), MartTables.FINDING).where("area_code", areaCode).stream()
                .sorted(Comparator.comparingInt(FindingTexts::rank)
                        .thenComparing((MartRow row) -> row.text("kind_code"))
                        .thenComparing(row -> row.text("rule_code"))
                        .thenComparing(row -> row.text("indicator_code"))
                        .thenComparing(row -> row.text("period"))
                        .thenComparing(row -> row.text("finding_id")))
                .toList();
        if (all.isEmpty()) {
            return Exhibit.words("findings", heading, view.text("finding.none", view.area()));
        }
        Map<Integer, Long> counts =
                all.stream().collect(Collectors.groupingBy(FindingTexts::rank, TreeMap::new, Collectors.counting()));
        FindingTexts words = new FindingTexts(view.marts(), view.texts());
        Map<String, List<MartRow>> groups = all.stream()
                .collect(Collectors.groupingBy(row -> group(words, row), LinkedHashMap::new, Collectors.toList()));
        List<FigureTable> tables = new ArrayList<>(List.of(FigureTable.ofNumbers(
                heading,
                view.text("finding.group"),
                List.of(view.text("finding.count")),
                groups.entrySet().stream()
                        .map(group -> List.of(
                                group.getKey(), String.valueOf(group.getValue().size())))
                        .toList())));
        groups.forEach((name, found) -> tables.add(messages(words, name, found)));
        String sentence = view.text(
                "finding.sentence",
                all.size(),
                counts.getOrDefault(0, 0L),
                counts.getOrDefault(1, 0L),
                counts.getOrDefault(2, 0L));
        boolean isCut = groups.values().stream().anyMatch(found -> found.size() > MOST_OF_GROUP);
        String more = isCut ? " " + view.text("finding.more", MOST_OF_GROUP) : "";
        return Exhibit.words("findings", heading, sentence + more)
                .tabled(tables.toArray(FigureTable[]::new))
                .from(MartQuery.of("findings", MartTables.FINDING.name())
                        .where("area_code", areaCode)
                        .orderBy("finding_id")
                        .first(40)
                        .columns("finding_id", "severity_code", "kind_code", "rule_code", "indicator_code", "period"));
    }

    /** Returns what findings are listed together: those of one severity, kind and rule. */
    private String group(FindingTexts words, MartRow row) {
        String rule = row.text("rule_code");
        return String.join(
                " · ",
                words.severity(row),
                words.kind(row),
                view.texts()
                        .texts()
                        .find("finding.rule." + rule)
                        .orElseGet(() -> PlainText.cut(PlainText.oneLine(rules.getOrDefault(rule, rule)), 60)));
    }

    private FigureTable messages(FindingTexts words, String name, List<MartRow> found) {
        List<MartRow> shown = found.subList(0, Math.min(MOST_OF_GROUP, found.size()));
        return new FigureColumns<MartRow>(view)
                .text("twin.period", row -> row.text("period").isEmpty() ? NumberFormats.NONE : words.period(row))
                .text("show.message", row -> PlainText.cut(words.message(row), MESSAGE_LETTERS))
                .table(
                        shown.size() < found.size()
                                ? view.text("finding.some", name, found.size(), shown.size())
                                : view.text("finding.all", name, found.size()),
                        shown);
    }

    private String name(MartRow row) {
        String indicator = PlainText.shortened(indicators.of(row.text("indicator_code")));
        return indicator + ", " + view.texts().periodOf(row);
    }

    private String change(MartRow row) {
        double percent = row.number("revision_pct").orElseThrow();
        return (percent > 0 ? "+" : "") + view.percent(percent, 1);
    }

    private String amount(MartRow row, String column) {
        return numbers.amount(row.number(column).orElseThrow(), row.text("unit_code"));
    }
}
