package vn.chitieu.account.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.formula.Structure;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** The findings of one area, each once, in a fixed order. */
public final class Findings {

    private static final Words WORDS = Words.of("account");

    public static final String RESTATED_FIGURE = "restated_figure";
    public static final String RATE_AGAINST_LEVELS = "rate_against_levels";
    static final String IMPLIED_PREVIOUS_LEVEL = "implied_previous_level";
    static final String IMPLIED_EARLIER_LEVEL = "implied_earlier_level";
    public static final String SUM_OF_PARTS = "sum_of_parts";
    public static final String SUM_OF_SHARES = "sum_of_shares";
    public static final String SUM_OF_CONTRIBUTIONS = "sum_of_contributions";
    public static final String BALANCE_IDENTITY = "balance_identity";
    public static final String TURNOVER_IDENTITY = "turnover_identity";
    static final String ACCOUNT_UNIT = "account_unit";

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
        checkSum(ruleCode, line, family, name, parts, total, LocalizedText.EMPTY);
    }

    /** Checks the sum of numbers whose lines do not follow from that of the total; the finding then names each. */
    public void checkSum(
            VisibleVintages.Line line,
            Family family,
            PeriodName name,
            Map<VisibleVintages.Line, AccountValue> parts,
            AccountValue total) {
        LocalizedText names = LocalizedText.join(
                " + ", parts.keySet().stream().map(FigureName::of).toList());
        checkSum(
                SUM_OF_PARTS,
                line,
                family,
                name,
                List.copyOf(parts.values()),
                total,
                WORDS.text("finding.its_parts", names));
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
            addBrokenSum(ruleCode, line, family, name, new Sum(parts, value, total), names);
        }
    }

    /** Checks that the shares of one source sum to 100. */
    public void checkShares(VisibleVintages.Line line, Family family, PeriodName name, List<AccountValue> shares) {
        AccountValue hundred = shares.get(0);
        AccountValue total = new AccountValue(
                100,
                0,
                hundred.origin(),
                hundred.status(),
                hundred.date(),
                hundred.methodCode(),
                hundred.isOfArchive());
        double value = shares.stream().mapToDouble(AccountValue::value).sum();
        if (!PrintedRounding.agree(value, 100, Structure.SUM_TOLERANCE_PCT)) {
            addBrokenSum(SUM_OF_SHARES, line, family, name, new Sum(shares, value, total), LocalizedText.EMPTY);
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
        String unitCode = FigureName.unitCode(line);
        int decimals = decimals(published);
        add(
                IMPLIED_PREVIOUS_LEVEL,
                sameDay ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                sameDay ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                line,
                name,
                subject(growth, growth.sourceDate()),
                FigureName.sentence(
                        "finding.previous_level",
                        FigureName.of(line),
                        FigureName.of(name.span()),
                        FigureName.amount(level.value(), decimals(level), unitCode),
                        FigureName.amount(rate.value(), decimals(rate), "pct"),
                        PrintedDay.of(rate.date()),
                        FigureName.amount(implied.value(), decimals, unitCode),
                        PrintedDay.of(published.date()),
                        FigureName.amount(published.value(), decimals, unitCode)));
    }

    /** Adds that released rates of growth imply another level of the quarters before than the levels give. */
    public void addImpliedEarlierLevel(
            VisibleVintages.Line line, PeriodName name, AccountValue implied, AccountValue known) {
        String unitCode = FigureName.unitCode(line);
        add(
                IMPLIED_EARLIER_LEVEL,
                implied.date().equals(known.date()) ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                Finding.Severity.INFORMATION,
                line,
                name,
                subject(line, name) + "@" + implied.date(),
                FigureName.sentence(
                        "finding.earlier_level",
                        FigureName.of(line),
                        FigureName.of(name.span()),
                        PrintedDay.of(implied.date()),
                        FigureName.amount(implied.value(), 0, unitCode),
                        PrintedDay.of(known.date()),
                        FigureName.amount(known.value(), 0, unitCode),
                        FigureName.amount(implied.value() - known.value(), 0, unitCode)));
    }

    private static int decimals(AccountValue printed) {
        return (int) Math.max(0, Math.round(-Math.log10(2 * printed.halfUnit())));
    }

    /** Parts, what they sum to, and the total that was published. */
    private record Sum(List<AccountValue> parts, double value, AccountValue total) {}

    /** Adds that numbers of one source miss its total: an error when by more than one percent of it. */
    private void addBrokenSum(
            String ruleCode, VisibleVintages.Line line, Family family, PeriodName name, Sum sum, LocalizedText names) {
        AccountValue total = sum.total();
        double gap = sum.value() - total.value();
        boolean gross = Math.abs(gap) > Math.abs(total.value()) / 100;
        int decimals = 0;
        for (AccountValue part : sum.parts()) {
            decimals = Math.max(decimals, decimals(part));
        }
        int sumDecimals = decimals;
        String unitCode = FigureName.unitCode(line);
        LocalizedText sums = LocalizedText.join(
                " + ",
                sum.parts().stream()
                        .map(part -> PrintedNumber.of(part.value(), decimals(part)))
                        .toList());
        LocalizedText terms =
                new LocalizedText(sums.vi().replace(" + -", " - "), sums.en().replace(" + -", " - "));
        add(
                ruleCode,
                Finding.Kind.CONTRADICTION,
                gross ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                line,
                name,
                subject(line, name) + "@" + family.sourceDate() + " " + family.sourceUrl(),
                FigureName.sentence(
                        "finding.broken_sum",
                        FigureName.of(line),
                        FigureName.of(name.span()),
                        PrintedDay.of(family.sourceDate()),
                        terms,
                        FigureName.amount(sum.value(), sumDecimals, unitCode),
                        FigureName.amount(total.value(), total.halfUnit() > 0 ? decimals(total) : 0, unitCode),
                        FigureName.amount(gap, sumDecimals, gapUnit(unitCode)),
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
        String unitCode = FigureName.unitCode(line);
        int printed = counts.isPublished() ? Math.max(decimals(old), decimals(counts)) : decimals(old);
        int decimals = unitCode.equals("billion_vnd") ? Math.min(printed, 1) : printed;
        add(
                ruleCode,
                sameDay ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION,
                sameDay ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                line,
                name,
                subject(published, published.sourceDate()),
                FigureName.sentence(
                        counts.isPublished() ? "finding.restated" : "finding.restated_by_computation",
                        FigureName.of(line),
                        FigureName.of(name.span()),
                        PrintedDay.of(old.date()),
                        FigureName.amount(old.value(), decimals, unitCode),
                        PrintedDay.of(counts.date()),
                        FigureName.amount(counts.value(), decimals, unitCode),
                        FigureName.amount(counts.value() - old.value(), decimals, gapUnit(unitCode))));
    }

    /** Returns what a finding is about: a figure as printed, known on a day. */
    public static String subject(Observation figure, LocalDate day) {
        return figure.key() + "@" + day + "="
                + figure.value().stripTrailingZeros().toPlainString();
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
