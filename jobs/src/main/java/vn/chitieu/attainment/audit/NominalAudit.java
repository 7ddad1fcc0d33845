package vn.chitieu.attainment.audit;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/**
 * Amounts at current prices against real growth: what the figure per head asks of prices and population, and what
 * investment and revenue become in proportion to the gross product.
 */
public final class NominalAudit {

    private static final Words WORDS = Words.of("attainment");

    static final String PER_CAPITA_RULE = "audit_per_capita_against_growth";
    static final String INVESTMENT_RULE = "audit_investment_ratio";
    static final String REVENUE_RULE = "audit_revenue_ratio";
    private static final String INVESTMENT = "investment_total_social";
    private static final String REVENUE = "budget_revenue_local_area";

    private final ProgrammePlan plan;
    private final AreaFigures figures;
    private final List<Known> bases;
    private final @Nullable Known base;

    NominalAudit(ProgrammePlan plan, AreaFigures figures) {
        this.plan = plan;
        this.figures = figures;
        this.bases = figures.vintages(plan.perHead(), AreaFigures.TOTAL, plan.year() - 1);
        this.base = base(plan, figures);
    }

    /** Returns last year's figure per head that growth is reckoned from: the vintage that counts, as everywhere. */
    public static @Nullable Known base(ProgrammePlan plan, AreaFigures figures) {
        return figures.perCapita(Measure.LEVEL).get(plan.year() - 1);
    }

    /** Returns the vintage of last year's figure per head that stood nearest to the programme's adoption. */
    private Optional<Known> atAdoption() {
        return bases.stream()
                .min(Comparator.comparingLong((Known known) -> Math.abs(ChronoUnit.DAYS.between(
                        known.knownOn(), plan.programme().adoptedOn()))));
    }

    List<AuditCheck> checks() {
        List<AuditCheck> checks = new ArrayList<>();
        plan.perCapita().ifPresent(target -> checks.add(perCapita(target)));
        plan.flow(INVESTMENT).ifPresent(target -> checks.add(ratio(target, INVESTMENT_RULE, "investment")));
        plan.flow(REVENUE).ifPresent(target -> checks.add(ratio(target, REVENUE_RULE, "revenue")));
        return checks;
    }

    private AuditCheck perCapita(Stated target) {
        LocalizedText title = WORDS.text("audit.capita.title");
        Optional<Stated> growth = plan.growth(AreaFigures.TOTAL);
        if (base == null || growth.isEmpty()) {
            return AuditCheck.notCheckable(
                    PER_CAPITA_RULE,
                    List.of(target.id()),
                    target.target().indicatorCode(),
                    title,
                    WORDS.text(
                            base == null ? "audit.capita.no_base" : "audit.no_growth_target",
                            LocalizedText.same(Integer.toString(plan.year() - 1))));
        }
        double real = growth.get().value();
        double factor = factor(target.value(), base.value(), real);
        PastYears past = pastFactors();
        boolean isSeen = past.hasSeen(factor);
        List<LocalizedText> arithmetic = new ArrayList<>(List.of(WORDS.text(
                "audit.capita.arithmetic",
                Phrase.asWritten(target.value()),
                Phrase.sourced(Phrase.asWritten(base.value()), base),
                PrintedNumber.signedPct(100 * target.value() / base.value() - 100, 1),
                PrintedNumber.pct(real, growth.get().decimals()),
                PrintedNumber.signedPct(factor, 1))));
        for (Known other : bases) {
            if (other.value() != base.value()) {
                boolean isOfAdoption = atAdoption().filter(other::equals).isPresent();
                arithmetic.add(WORDS.text(
                        isOfAdoption ? "audit.capita.adopted" : "audit.capita.other",
                        Phrase.sourced(Phrase.asWritten(other.value()), other),
                        PrintedNumber.signedPct(100 * target.value() / other.value() - 100, 1),
                        PrintedNumber.signedPct(factor(target.value(), other.value(), real), 1)));
            }
        }
        List<LocalizedText> meaning =
                new ArrayList<>(List.of(WORDS.text("audit.capita.meaning", PrintedNumber.signedPct(factor, 1))));
        if (past.count() > 0) {
            meaning.add(WORDS.text(isSeen ? "audit.seen" : "audit.unseen", Phrase.range(past, 1)));
        }
        return new AuditCheck(
                PER_CAPITA_RULE,
                isSeen ? Outcome.AGREES : Outcome.TO_EXPLAIN,
                plan.ids(List.of(target, growth.get())),
                target.target().indicatorCode(),
                title,
                target.value(),
                base.value() * (1 + real / 100),
                target.target().unitCode(),
                LocalizedText.join(" ", arithmetic),
                LocalizedText.join(" ", meaning));
    }

    private static double factor(double target, double base, double realPct) {
        return 100 * (target / base) / (1 + realPct / 100) - 100;
    }

    /** Returns what prices over population added to growth per head in earlier years, in percent. */
    private PastYears pastFactors() {
        NavigableMap<Integer, Known> real = figures.growth(AreaFigures.TOTAL);
        NavigableMap<Integer, Double> factors = new TreeMap<>();
        figures.growthPerHead(plan.perHead()).headMap(plan.year(), false).forEach((year, perHead) -> {
            Known growth = real.get(year);
            if (growth != null) {
                factors.put(year, 100 * (1 + perHead / 100) / (1 + growth.value() / 100) - 100);
            }
        });
        return new PastYears(factors);
    }

    /** Holds an amount of the year against the gross product at current prices that the targets imply. */
    private AuditCheck ratio(Stated target, String rule, String key) {
        String indicator = target.target().indicatorCode();
        LocalizedText title = WORDS.text("audit." + key + ".title");
        Known last = figures.annual(indicator, AreaFigures.TOTAL).get(plan.year() - 1);
        Optional<Stated> perCapita = plan.perCapita();
        Optional<Stated> growth = plan.growth(AreaFigures.TOTAL);
        List<LocalizedText> missing = new ArrayList<>();
        if (last == null) {
            missing.add(WORDS.text("audit.missing.last", LocalizedText.same(Integer.toString(plan.year() - 1))));
        }
        if (growth.isEmpty()) {
            missing.add(WORDS.text("audit.missing.growth"));
        }
        if (perCapita.isEmpty() || base == null) {
            missing.add(WORDS.text("audit.missing.nominal", LocalizedText.same(Integer.toString(plan.year()))));
        }
        if (last == null || growth.isEmpty() || perCapita.isEmpty() || base == null) {
            return AuditCheck.notCheckable(
                    rule,
                    List.of(target.id()),
                    indicator,
                    title,
                    WORDS.text("audit.missing", LocalizedText.join(", ", missing)));
        }
        double ownGrowth = 100 * target.value() / last.value() - 100;
        double nominal = 100 * perCapita.get().value() / base.value() - 100;
        List<LocalizedText> arithmetic = new ArrayList<>(List.of(WORDS.text(
                "audit.ratio.arithmetic",
                Phrase.asWritten(target.value()),
                Phrase.sourced(Phrase.asWritten(last.value()), last),
                PrintedNumber.signedPct(ownGrowth, 1),
                PrintedNumber.signedPct(nominal, 1))));
        double byProduct = last.value() * (1 + nominal / 100);
        boolean falls = ownGrowth < nominal;
        List<LocalizedText> meaning = new ArrayList<>(List.of(WORDS.text(
                falls ? "audit." + key + ".falls" : "audit." + key + ".rises",
                PrintedNumber.pct(ownGrowth, 1),
                PrintedNumber.pct(nominal, 1),
                PrintedNumber.pct(growth.get().value(), growth.get().decimals()))));
        Known people = AreaFigures.last(figures.perCapita(Measure.POPULATION), plan.year())
                .orElse(null);
        if (people != null) {
            double before = 100 * last.value() / (base.value() * people.value());
            double now = 100 * target.value() / (perCapita.get().value() * people.value());
            arithmetic.add(WORDS.text(
                    "audit.ratio.levels",
                    Phrase.sourced(PrintedNumber.of(people.value(), 1), people),
                    PrintedNumber.of(base.value() * people.value(), 0),
                    PrintedNumber.of(perCapita.get().value() * people.value(), 0),
                    PrintedNumber.pct(before, 1),
                    PrintedNumber.pct(now, 1)));
            if (rule.equals(INVESTMENT_RULE)) {
                icor(before, now, growth.get(), arithmetic, meaning);
            }
        }
        return new AuditCheck(
                rule,
                falls == rule.equals(INVESTMENT_RULE) ? Outcome.TO_EXPLAIN : Outcome.AGREES,
                plan.ids(List.of(target, perCapita.get(), growth.get())),
                indicator,
                title,
                target.value(),
                byProduct,
                target.target().unitCode(),
                LocalizedText.join(" ", arithmetic),
                LocalizedText.join(" ", meaning));
    }

    /** Adds how much investment each point of growth would take, against the year before. */
    private void icor(
            double ratioBefore,
            double ratioNow,
            Stated growth,
            List<LocalizedText> arithmetic,
            List<LocalizedText> meaning) {
        Known lastGrowth = figures.growth(AreaFigures.TOTAL).get(plan.year() - 1);
        if (lastGrowth == null || !(lastGrowth.value() > 0) || !(growth.value() > 0)) {
            return;
        }
        double before = ratioBefore / lastGrowth.value();
        double now = ratioNow / growth.value();
        arithmetic.add(WORDS.text(
                "audit.icor.arithmetic",
                PrintedNumber.pct(ratioBefore, 1),
                Phrase.sourced(PrintedNumber.of(lastGrowth.value(), 2), lastGrowth),
                PrintedNumber.of(before, 2),
                PrintedNumber.pct(ratioNow, 1),
                Phrase.asWritten(growth.value()),
                PrintedNumber.of(now, 2)));
        meaning.add(WORDS.text(
                now < before ? "audit.icor.falls" : "audit.icor.rises",
                PrintedNumber.of(before, 2),
                PrintedNumber.of(now, 2)));
    }
}
