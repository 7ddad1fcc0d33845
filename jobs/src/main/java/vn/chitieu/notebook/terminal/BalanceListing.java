package vn.chitieu.notebook.terminal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.text.Language;

/**
 * The balanced account of an area by year for a person at a terminal: what is known, how surely, and what disagrees.
 */
public final class BalanceListing {

    private static final int MOST_YEARS = 10;
    private static final int MOST_FINDINGS = 20;
    private static final double LIMIT = 3;
    private static final String CURRENT = "current";
    private static final String CONSTANT = "constant_2010";
    private static final List<String> ITEMS = List.of("S1", "S2", "BTE", "C", "D", "F", "S3", "D21X31", "_T");
    private static final Set<String> ALWAYS = Set.of("S1", "S2", "S3", "D21X31", "_T");
    private static final Set<String> APART = Set.of("set_aside", "unresolved", "stands_against_others", "left_out");

    /** Stands in a cell that the published figures do not determine. */
    private static final String UNDETERMINED = "?";

    /** A column of the table: a measure at some prices. */
    private record Measure(String header, String basis, String code, int widest, int rank) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("grdp.value", CURRENT, "level", 20, 3),
            new Measure("grdp.constant", CONSTANT, "level", 20, 4),
            new Measure("grdp.growth", CONSTANT, "growth_pct", 15, 1),
            new Measure("grdp.contribution", CONSTANT, "contribution_points", 15, 2),
            new Measure("show.balance.share", CURRENT, "share_pct", 15, 5),
            new Measure("show.balance.weight", CONSTANT, "share_pct", 15, 6));

    private final TargetTexts texts;
    private final int width;
    private final String total;
    private final CodeNames activities;
    private final List<MartRow> account;
    private final double largestLevel;
    private final List<MartRow> residuals;
    private final List<MartRow> findings;

    private BalanceListing(MartReader reader, String areaCode, Language language, int width) {
        this.texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        this.width = width;
        boolean isNation = MartRows.of(reader, MartTables.DIM_AREA).where("area_code", areaCode).stream()
                .anyMatch(row -> row.text("area_level").equals("country"));
        this.total = texts.texts().text(isNation ? "grdp.total.country" : "grdp.total");
        this.activities = CodeNames.of(reader, MartTables.DIM_ACTIVITY, language);
        this.account = rows(reader, MartTables.BALANCED_ACCOUNT.name(), areaCode);
        this.largestLevel = account.stream()
                .filter(row -> row.text("account_measure_code").equals("level"))
                .mapToDouble(row -> row.number("balanced_value").orElse(0))
                .max()
                .orElse(0);
        this.residuals = rows(reader, MartTables.BALANCE_RESIDUAL.name(), areaCode);
        this.findings = rows(reader, MartTables.FINDING.name(), areaCode);
    }

    private static List<MartRow> rows(MartReader reader, String table, String areaCode) {
        return MartRows.of(reader, table).where("area_code", areaCode).stream().toList();
    }

    /**
     * Returns the account of every year, each value with its standard error in brackets, and then the published figures
     * that stand more than 3 standard deviations from it or were set aside, with what they fight with; one sentence
     * where they determine nothing of a sector. Every text ends with a line feed.
     *
     * @param width columns of the terminal
     */
    public static String text(MartReader reader, String areaCode, Language language, int width) {
        String area = CodeNames.of(reader, MartTables.DIM_AREA, language).of(areaCode);
        return new BalanceListing(reader, areaCode, language, width).text(area);
    }

    private String text(String area) {
        StringBuilder out = new StringBuilder();
        paragraph(out, "", texts.texts().text("show.balance.heading", area));
        if (account.stream()
                .noneMatch(row -> row.isTrue("is_determined")
                        && !row.text("activity_code").equals("_T"))) {
            paragraph(out, "", texts.texts().text("show.balance.none", area, residuals.size()));
            return out.toString();
        }
        paragraph(out, "", texts.texts().text("show.balance.legend", UNDETERMINED));
        Map<Integer, List<Period>> years = years();
        int older = Math.max(0, years.size() - MOST_YEARS);
        years.values().stream().skip(older).flatMap(List::stream).forEach(period -> block(out, period));
        out.append('\n');
        if (older > 0) {
            paragraph(out, "", texts.texts().text("show.balance.older", older));
        }
        paragraph(out, "", texts.texts().text("show.balance.parts_of_year"));
        out.append('\n');
        List<MartRow> apart = contradictions(out);
        revisions(out, apart);
        return out.toString();
    }

    /** Returns which periods are shown of each year: the year, and its latest months where only they have a volume. */
    private Map<Integer, List<Period>> years() {
        Map<Integer, List<Period>> years = new TreeMap<>();
        account.stream()
                .filter(row -> row.isTrue("is_determined") && isFromJanuary(row))
                .map(row -> ReportingPeriod.placeOf(row.text("period")))
                .distinct()
                .sorted()
                .forEach(period -> years.computeIfAbsent(period.year(), year -> new ArrayList<>())
                        .add(period));
        years.replaceAll((year, periods) -> {
            Optional<Period> whole =
                    periods.stream().filter(BalanceListing::isYear).findFirst();
            Optional<Period> part = periods.stream()
                    .filter(period -> !isYear(period) && (whole.isEmpty() || hasVolume(period)))
                    .reduce((earlier, later) -> later)
                    .filter(period -> whole.isEmpty() || !hasVolume(whole.get()));
            return Stream.of(part, whole).flatMap(Optional::stream).toList();
        });
        return years;
    }

    private static boolean isYear(Period period) {
        return period.frequency() == Frequency.A;
    }

    private static boolean isFromJanuary(MartRow row) {
        return ReportingPeriod.placeOf(row.text("period")).index() == 1
                || row.text("accumulation").equals("C");
    }

    private boolean hasVolume(Period period) {
        return cell(period, "_T", CONSTANT, "level")
                .filter(row -> row.isTrue("is_determined"))
                .isPresent();
    }

    private Optional<MartRow> cell(Period period, String item, String basis, String measure) {
        return account.stream()
                .filter(row -> row.text("period").equals(period.toString()) && isFromJanuary(row))
                .filter(row -> row.text("activity_code").equals(item)
                        && row.text("price_basis").equals(basis)
                        && row.text("account_measure_code").equals(measure))
                .findFirst();
    }

    private void block(StringBuilder out, Period period) {
        List<String> items = ITEMS.stream()
                .filter(item -> ALWAYS.contains(item) || isKnown(period, item))
                .toList();
        List<String> unknown = new ArrayList<>();
        ConsoleTable<String> table = new ConsoleTable<String>(texts.texts())
                .flexible("grdp.sector", item -> item.equals("_T") ? total : activities.of(item));
        for (Measure measure : MEASURES) {
            Map<String, String> cells =
                    items.stream().collect(Collectors.toMap(item -> item, item -> text(period, item, measure)));
            if (cells.values().stream().allMatch(Set.of(UNDETERMINED, NumberFormats.NONE)::contains)) {
                unknown.add(texts.texts().text(measure.header()));
            } else {
                table.number(measure.header(), measure.widest(), measure.rank(), item -> cells.getOrDefault(item, ""));
            }
        }
        items.forEach(table::row);
        out.append('\n');
        paragraph(out, "", texts.throughPeriod(period.toString()));
        out.append(table.text(width));
        if (isYear(period)) {
            headlines(period).ifPresent(line -> paragraph(out, "  ", line));
        }
        if (!unknown.isEmpty()) {
            paragraph(out, "  ", texts.texts().text("show.balance.unknown", String.join("; ", unknown)));
        }
        findings.stream()
                .filter(row -> row.text("rule_code").equals("determined_only_as_a_sum")
                        && row.text("period").equals(period.toString()))
                .sorted(Comparator.comparing(row -> row.text("subject")))
                .forEach(row -> paragraph(out, "  ", row.label("message", texts.language())));
    }

    private boolean isKnown(Period period, String item) {
        return MEASURES.stream().anyMatch(measure -> cell(period, item, measure.basis(), measure.code())
                .filter(row -> row.isTrue("is_determined"))
                .isPresent());
    }

    private String text(Period period, String item, Measure measure) {
        boolean isWhole = item.equals("_T");
        if (isWhole && measure.code().equals("share_pct") && hasShares(period, measure.basis())) {
            return texts.numbers().number(100, 2);
        }
        if (isWhole && measure.code().equals("contribution_points")) {
            return cell(period, item, CONSTANT, "growth_pct").map(this::text).orElse(NumberFormats.NONE);
        }
        return cell(period, item, measure.basis(), measure.code())
                .map(this::text)
                .orElse(NumberFormats.NONE);
    }

    private boolean hasShares(Period period, String basis) {
        return ITEMS.stream()
                .flatMap(item -> cell(period, item, basis, "share_pct").stream())
                .anyMatch(row -> row.isTrue("is_determined"));
    }

    private String text(MartRow row) {
        if (!row.isTrue("is_determined")) {
            return UNDETERMINED;
        }
        double value = row.number("balanced_value").orElseThrow();
        int decimals =
                switch (row.text("account_measure_code")) {
                    case "level" -> NumberFormats.decimals(largestLevel, "billion_vnd");
                    case "population" -> 1;
                    default -> 2;
                };
        return texts.numbers().number(value, decimals) + " ("
                + error(row.number("standard_error").orElseThrow(), decimals) + ")";
    }

    /** Returns a standard error with the decimals of its value; what would round to nothing is shown as less. */
    private String error(double standardError, int decimals) {
        double unit = Math.pow(10, -decimals);
        return standardError < unit / 2
                ? "<" + texts.numbers().number(unit, decimals)
                : texts.numbers().number(standardError, decimals);
    }

    private Optional<String> headlines(Period period) {
        String line = Stream.of("per_capita", "population", "deflator")
                .flatMap(measure -> cell(period, "_T", CURRENT, measure)
                        .filter(row -> row.isTrue("is_determined"))
                        .map(row -> texts.texts().text("show.balance." + measure, text(row)))
                        .stream())
                .collect(Collectors.joining("; "));
        return line.isEmpty() ? Optional.empty() : Optional.of(line + ".");
    }

    private List<MartRow> contradictions(StringBuilder out) {
        List<MartRow> apart = residuals.stream()
                .filter(row -> APART.contains(row.text("residual_code"))
                        || Math.abs(row.number("standardised_residual").orElse(0)) > LIMIT)
                .sorted(Comparator.comparing((MartRow row) -> ReportingPeriod.placeOf(row.text("period")))
                        .reversed()
                        .thenComparing(BalanceListing::subject))
                .toList();
        paragraph(out, "", texts.texts().text("show.balance.apart", apart.size(), residuals.size()));
        List<MartRow> named = apart.stream()
                .filter(row -> !row.text("residual_code").equals("unresolved")
                        || findings.stream().anyMatch(finding -> isAbout(finding, row)))
                .toList();
        for (MartRow row : named.subList(0, Math.min(MOST_FINDINGS, named.size()))) {
            paragraph(out, "- ", apart(row));
        }
        more(out, named.size());
        return apart;
    }

    private String apart(MartRow row) {
        List<MartRow> about =
                findings.stream().filter(finding -> isAbout(finding, row)).toList();
        List<String> sentences = about.stream()
                .map(finding -> finding.label("message", texts.language()))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (sentences.isEmpty()) {
            sentences.add(subject(row) + " = " + value(row) + ".");
        }
        if (about.stream().noneMatch(finding -> finding.text("rule_code").equals("far_from_balance"))) {
            sentences.add(texts.texts()
                    .text(
                            "show.balance.outcome." + row.text("residual_code"),
                            texts.numbers()
                                    .number(row.number("standardised_residual").orElse(0), 1)));
        }
        return String.join(" ", sentences);
    }

    private static boolean isAbout(MartRow finding, MartRow residual) {
        String subject = finding.text("subject");
        return subject.startsWith(subject(residual) + "@") && subject.endsWith("=" + value(residual));
    }

    private static String subject(MartRow row) {
        return Stream.of("area_code", "indicator_code", "activity_code", "period", "accumulation", "price_basis")
                .map(row::text)
                .collect(Collectors.joining("."));
    }

    private static String value(MartRow row) {
        return BigDecimal.valueOf(row.number("obs_value").orElseThrow())
                .stripTrailingZeros()
                .toPlainString();
    }

    private void revisions(StringBuilder out, List<MartRow> apart) {
        Set<String> subjects = residuals.stream().map(BalanceListing::subject).collect(Collectors.toSet());
        Map<String, String> restated = new LinkedHashMap<>();
        findings.stream()
                .filter(row -> row.text("rule_code").equals("restated_figure"))
                .filter(row -> subjects.contains(row.text("subject").replaceFirst("@.*", "")))
                .filter(row -> apart.stream().noneMatch(residual -> isAbout(row, residual)))
                .sorted(Comparator.comparing((MartRow row) -> ReportingPeriod.placeOf(row.text("period")))
                        .reversed()
                        .thenComparing(row -> row.text("subject")))
                .forEach(row -> restated.put(row.text("subject"), row.label("message", texts.language())));
        paragraph(out, "", texts.texts().text("show.balance.restated", restated.size()));
        restated.values().stream().limit(MOST_FINDINGS).forEach(message -> paragraph(out, "- ", message));
        more(out, restated.size());
    }

    private void more(StringBuilder out, int count) {
        if (count > MOST_FINDINGS) {
            paragraph(out, "", texts.texts().text("show.more.findings", count - MOST_FINDINGS));
        }
    }

    private void paragraph(StringBuilder out, String indent, String text) {
        out.append(Paragraph.of(indent, " ".repeat(indent.length()), text, width));
    }
}
