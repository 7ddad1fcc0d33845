package vn.chitieu.account;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;

/** The findings of one area, each once, in a fixed order. */
final class FindingBook {

    static final String RESTATED_FIGURE = "restated_figure";
    static final String RATE_AGAINST_LEVELS = "rate_against_levels";
    static final String IMPLIED_PREVIOUS_LEVEL = "implied_previous_level";
    static final String SUM_OF_PARTS = "sum_of_parts";
    static final String SUM_OF_SHARES = "sum_of_shares";
    static final String SUM_OF_CONTRIBUTIONS = "sum_of_contributions";
    static final String BALANCE_IDENTITY = "balance_identity";
    static final String TURNOVER_IDENTITY = "turnover_identity";

    private final String areaCode;
    private final NavigableMap<String, Finding> findings = new TreeMap<>();

    FindingBook(String areaCode) {
        this.areaCode = areaCode;
    }

    List<Finding> toList() {
        return new ArrayList<>(findings.values());
    }

    /** Adds a finding about a line and months unless the same one is there. */
    void add(
            String ruleCode,
            Finding.Kind kind,
            Finding.Severity severity,
            VintageBook.Line line,
            PeriodName name,
            String subject,
            Wording sentence) {
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
                        sentence.vi(),
                        sentence.en()));
    }

    /** Adds that parts of one source do not sum to its total: an error when they miss it by more than one percent. */
    void addBrokenSum(
            String ruleCode,
            VintageBook.Line line,
            PeriodName name,
            Family family,
            String parts,
            Reading sum,
            Reading total,
            int decimals) {
        double gap = sum.value() - total.value();
        boolean gross = Math.abs(gap) > Math.abs(total.value()) / 100;
        String unitCode = Wording.unitCode(line);
        add(
                ruleCode,
                Finding.Kind.CONTRADICTION,
                gross ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                line,
                name,
                subject(line, name) + "@" + family.sourceDate() + " " + family.sourceUrl(),
                Wording.sentence(
                        "{0}, {1} (nguồn ngày {2}): các thành phần cộng lại {3} = {4}, nhưng tổng số công bố là {5}; chênh"
                                + " lệch {6}.",
                        "{0}, {1} (source of {2}): the parts sum to {3} = {4}, but the published total is {5};"
                                + " difference {6}.",
                        Wording.of(line),
                        Wording.of(name.span()),
                        Wording.of(family.sourceDate()),
                        Wording.of(viNumbers(parts), parts),
                        Wording.of(sum.value(), decimals, unitCode),
                        Wording.of(total.value(), decimals, unitCode),
                        Wording.of(gap, decimals, unitCode)));
    }

    /** Returns English printed numbers as Vietnamese prints them. */
    private static String viNumbers(String en) {
        return en.replace(',', ';').replace('.', ',').replace(';', '.');
    }

    /** Adds that a published figure differs from the one that counts: a revision if their dates differ. */
    void addRestated(String ruleCode, VintageBook.Line line, Observation published, Reading old, Reading counts) {
        PeriodName name = PeriodName.of(published.key());
        boolean sameDay = old.date().equals(counts.date());
        String unitCode = Wording.unitCode(line);
        int decimals = Math.max(published.value().scale(), 0);
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
                        Wording.of(counts.value() - old.value(), decimals, unitCode)));
    }

    String subject(VintageBook.Line line, PeriodName name) {
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
