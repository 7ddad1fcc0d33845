package vn.chitieu.account.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.formula.Structure;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;

/** The findings of one area, each once, in a fixed order. */
public final class Findings {

    public static final String RESTATED_FIGURE = "restated_figure";
    public static final String RATE_AGAINST_LEVELS = "rate_against_levels";
    static final String IMPLIED_PREVIOUS_LEVEL = "implied_previous_level";
    static final String IMPLIED_EARLIER_LEVEL = "implied_earlier_level";
    public static final String SUM_OF_PARTS = "sum_of_parts";
    static final String SUM_OF_SHARES = "sum_of_shares";
    public static final String SUM_OF_CONTRIBUTIONS = "sum_of_contributions";
    public static final String BALANCE_IDENTITY = "balance_identity";
    public static final String TURNOVER_IDENTITY = "turnover_identity";

    private final String areaCode;
    private final NavigableMap<String, Finding> findings = new TreeMap<>();

    public Findings(String areaCode) {
        this.areaCode = areaCode;
    }

    public List<Finding> toList() {
        return new ArrayList<>(findings.values());
    }

    public boolean has(String ruleCode, String subject) {
        return findings.containsKey(ruleCode + " " + subject);
    }

    /** Adds a finding about a line and months unless the same one is there. */
    public void add(
            String ruleCode,
            Finding.Kind kind,
            Finding.Severity severity,
            VisibleVintages.Line line,
            PeriodName name,
            String subject,
            LocalizedText sentence) {
        findings.putIfAbsent(
                ruleCode + " " + subject,
                new Finding(
                        kind,
                        severity,
                        ruleCode,
                        areaCode,
                        line.indicatorCode(),
                        name.period().toString(),
                        subject,
                        sentence));
    }

    /** Checks that numbers of one source sum to its total, up to the rounding of each in print. */
    public void checkSum(
            String ruleCode,
            VisibleVintages.Line line,
            Family family,
            PeriodName name,
            List<AccountValue> parts,
            AccountValue total) {
        checkSum(ruleCode, line, family, name, parts, total, new LocalizedText("", ""));
    }

    /** Checks the sum of numbers whose lines do not follow from that of the total; the finding then names each. */
    public void checkSum(
            VisibleVintages.Line line,
            Family family,
            PeriodName name,
            Map<VisibleVintages.Line, AccountValue> parts,
            AccountValue total) {
        LocalizedText names = parts.keySet().stream()
                .map(Wording::of)
                .reduce((one, next) -> new LocalizedText(one.vi() + " + " + next.vi(), one.en() + " + " + next.en()))
                .map(all -> new LocalizedText(" Các phần: " + all.vi() + ".", " Its parts: " + all.en() + "."))
                .orElseThrow();
        checkSum(SUM_OF_PARTS, line, family, name, List.copyOf(parts.values()), total, names);
    }

    private void checkSum(
            String ruleCode,
            VisibleVintages.Line line,
            Family family,
            PeriodName name,
            List<AccountValue> parts,
            AccountValue total,
            LocalizedText names) {
        double value = 0;
        double tolerance = total.halfUnit();
        for (AccountValue part : parts) {
            value += part.value();
            tolerance += part.halfUnit();
        }
        if (!PrintedRounding.agree(value, total.value(), tolerance)) {
            addBrokenSum(ruleCode, line, family, name, parts, value, total, names);
        }
    }

    /** Checks that the shares of one source sum to 100. */
    public void checkShares(VisibleVintages.Line line, Family family, PeriodName name, List<AccountValue> shares) {
        AccountValue hundred = shares.get(0);
        AccountValue total =
                new AccountValue(100, 0, hundred.origin(), hundred.status(), hundred.date(), hundred.methodCode());
        double value = shares.stream().mapToDouble(AccountValue::value).sum();
        if (!PrintedRounding.agree(value, 100, Structure.SUM_TOLERANCE_PCT)) {
            addBrokenSum(SUM_OF_SHARES, line, family, name, shares, value, total, new LocalizedText("", ""));
        }
    }

    /** Adds that a level and its growth start from another level of the year before than was published. */
    public void addPreviousLevel(
            VisibleVintages.Line line,
            Observation growth,
            AccountValue level,
            AccountValue rate,
            AccountValue implied,
            AccountValue published) {
        PeriodName name = PeriodName.of(growth.key());
        boolean sameDay = rate.date().equals(published.date());
        String unitCode = Wording.unitCode(line);
        int decimals = decimals(published);
        add(
                IMPLIED_PREVIOUS_LEVEL,
                sameDay ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                sameDay ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                line,
                name,
                growth.key() + "@" + growth.sourceDate() + "="
                        + growth.value().stripTrailingZeros().toPlainString(),
                Wording.sentence(
                        "{0}, {1}: {2} với tốc độ tăng {3} (công bố ngày {4}) suy ra cùng kỳ năm trước là {5}, khác số"
                                + " công bố ngày {6} là {7}.",
                        "{0}, {1}: {2} at {3} growth (published on {4}) imply {5} for the same period of the year"
                                + " before, where {7} was published on {6}.",
                        Wording.of(line),
                        Wording.of(name.span()),
                        Wording.of(level.value(), decimals(level), unitCode),
                        Wording.of(rate.value(), decimals(rate), "pct"),
                        Wording.of(rate.date()),
                        Wording.of(implied.value(), decimals, unitCode),
                        Wording.of(published.date()),
                        Wording.of(published.value(), decimals, unitCode)));
    }

    /** Adds that released rates of growth imply another level of the quarters before than the levels give. */
    public void addImpliedEarlierLevel(
            VisibleVintages.Line line, PeriodName name, AccountValue implied, AccountValue known) {
        String unitCode = Wording.unitCode(line);
        add(
                IMPLIED_EARLIER_LEVEL,
                implied.date().equals(known.date()) ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                Finding.Severity.INFORMATION,
                line,
                name,
                subject(line, name) + "@" + implied.date(),
                Wording.sentence(
                        "{0}, {1}: tốc độ tăng công bố ngày {2} suy ra {3}, mức theo số liệu ngày {4} là {5}; chênh"
                                + " lệch {6}.",
                        "{0}, {1}: the rates of growth released on {2} imply {3}, the level by the figures of {4} is"
                                + " {5}; difference {6}.",
                        Wording.of(line),
                        Wording.of(name.span()),
                        Wording.of(implied.date()),
                        Wording.of(implied.value(), 0, unitCode),
                        Wording.of(known.date()),
                        Wording.of(known.value(), 0, unitCode),
                        Wording.of(implied.value() - known.value(), 0, unitCode)));
    }

    private static int decimals(AccountValue printed) {
        return (int) Math.max(0, Math.round(-Math.log10(2 * printed.halfUnit())));
    }

    /** Adds that numbers of one source miss its total: an error when by more than one percent of it. */
    private void addBrokenSum(
            String ruleCode,
            VisibleVintages.Line line,
            Family family,
            PeriodName name,
            List<AccountValue> parts,
            double sum,
            AccountValue total,
            LocalizedText names) {
        boolean gross = Math.abs(sum - total.value()) > Math.abs(total.value()) / 100;
        int decimals = 0;
        for (AccountValue part : parts) {
            decimals = Math.max(decimals, decimals(part));
        }
        int sumDecimals = decimals;
        String unitCode = Wording.unitCode(line);
        LocalizedText terms = new LocalizedText(
                parts.stream()
                        .map(part ->
                                PrintedNumber.of(part.value(), decimals(part)).vi())
                        .collect(joining(" + "))
                        .replace(" + -", " - "),
                parts.stream()
                        .map(part ->
                                PrintedNumber.of(part.value(), decimals(part)).en())
                        .collect(joining(" + "))
                        .replace(" + -", " - "));
        add(
                ruleCode,
                Finding.Kind.CONTRADICTION,
                gross ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                line,
                name,
                subject(line, name) + "@" + family.sourceDate() + " " + family.sourceUrl(),
                Wording.sentence(
                        "{0}, {1} (nguồn ngày {2}): {3} = {4}, nhưng số công bố là {5}; chênh lệch {6}.{7}",
                        "{0}, {1} (source of {2}): {3} = {4}, but {5} was published; difference {6}.{7}",
                        Wording.of(line),
                        Wording.of(name.span()),
                        Wording.of(family.sourceDate()),
                        terms,
                        Wording.of(sum, sumDecimals, unitCode),
                        Wording.of(total.value(), total.halfUnit() > 0 ? decimals(total) : 0, unitCode),
                        Wording.of(sum - total.value(), sumDecimals, gapUnit(unitCode)),
                        names));
    }

    /** Returns the unit of a difference: of percentages it is percentage points. */
    private static String gapUnit(String unitCode) {
        return unitCode.equals("pct") ? "pct_points" : unitCode;
    }

    /** Adds that a published figure differs from the one that counts: a revision if their dates differ. */
    public void addRestated(
            String ruleCode, VisibleVintages.Line line, Observation published, AccountValue old, AccountValue counts) {
        PeriodName name = PeriodName.of(published.key());
        boolean sameDay = old.date().equals(counts.date());
        String unitCode = Wording.unitCode(line);
        int printed = counts.isPublished() ? Math.max(decimals(old), decimals(counts)) : decimals(old);
        int decimals = unitCode.equals("billion_vnd") ? Math.min(printed, 1) : printed;
        add(
                ruleCode,
                sameDay ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                sameDay ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                line,
                name,
                published.key() + "@" + published.sourceDate() + "="
                        + published.value().stripTrailingZeros().toPlainString(),
                Wording.sentence(
                        "{0}, {1}: ngày {2} công bố {3}; "
                                + (counts.isPublished() ? "ngày {4} công bố {5}" : "tính từ số liệu ngày {4} được {5}")
                                + "; chênh lệch {6}.",
                        "{0}, {1}: published on {2} as {3}; "
                                + (counts.isPublished()
                                        ? "published on {4} as {5}"
                                        : "computed from figures of {4} as {5}")
                                + "; difference {6}.",
                        Wording.of(line),
                        Wording.of(name.span()),
                        Wording.of(old.date()),
                        Wording.of(old.value(), decimals, unitCode),
                        Wording.of(counts.date()),
                        Wording.of(counts.value(), decimals, unitCode),
                        Wording.of(counts.value() - old.value(), decimals, gapUnit(unitCode))));
    }

    public String subject(VisibleVintages.Line line, PeriodName name) {
        return String.join(
                ".",
                areaCode,
                line.indicatorCode(),
                line.activityCode(),
                name.period().toString(),
                name.accumulation().code(),
                line.priceBasis().code());
    }
}
