package vn.chitieu.attainment.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.AuditCheck.Outcome;
import vn.chitieu.attainment.audit.ProgrammePlan.Stated;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Target;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Totals of the year against their parts, and exports against imports. */
final class SumAudit {

    private static final Words WORDS = Words.of("attainment");

    static final String SUM_RULE = "audit_sum_of_parts";
    static final String BALANCE_RULE = "audit_trade_balance";

    private static final Pattern SUM = Pattern.compile("[a-z][a-z0-9_]*(?: \\+ [a-z][a-z0-9_]*)+");
    /** Parts without any target are worth a remark here, for a programme is expected to set them. */
    private static final String INVESTMENT = "investment_total_social";

    private static final String REVENUE = "budget_revenue_local_area";
    private static final List<String> REVENUE_PARTS = List.of("budget_revenue_domestic", "budget_revenue_trade_taxes");
    private static final List<String> EXPORTS = List.of("exports_and_fx_services", "exports", "exports_customs");

    private final ProgrammePlan plan;
    private final AreaFigures figures;
    private final Map<String, Indicator> indicators;

    /** @param indicators by code; a flow whose base is another flow is a part of it */
    SumAudit(ProgrammePlan plan, AreaFigures figures, Map<String, Indicator> indicators) {
        this.plan = plan;
        this.figures = figures;
        this.indicators = indicators;
    }

    List<AuditCheck> checks() {
        List<AuditCheck> checks = new ArrayList<>();
        for (Stated total : plan.all()) {
            Target target = total.target();
            if (target.measure() != Measure.FLOW_YEAR || !target.activityCode().equals(AreaFigures.TOTAL)) {
                continue;
            }
            List<String> ofFormula = parts(target.formula());
            if (!ofFormula.isEmpty()) {
                checks.add(check(total, ofFormula, true));
            } else if (target.indicatorCode().equals(REVENUE)) {
                checks.add(check(total, REVENUE_PARTS, false));
            } else {
                List<String> ofList = partsOf(target.indicatorCode());
                boolean isAsked = target.indicatorCode().equals(INVESTMENT);
                if (!ofList.isEmpty()
                        && (isAsked
                                || ofList.stream()
                                        .anyMatch(part -> plan.flow(part).isPresent()))) {
                    checks.add(check(total, ofList, false));
                }
            }
        }
        balance().ifPresent(checks::add);
        return checks;
    }

    private static List<String> parts(String formula) {
        return SUM.matcher(formula).matches() ? List.of(formula.split(" \\+ ")) : List.of();
    }

    private List<String> partsOf(String indicator) {
        return indicators.values().stream()
                .filter(i -> i.kind() == IndicatorKind.FLOW && i.baseCode().equals(indicator))
                .map(Indicator::code)
                .toList();
    }

    /** @param isWhole whether the parts named are all there are */
    private AuditCheck check(Stated total, List<String> parts, boolean isWhole) {
        Map<String, Stated> stated = new LinkedHashMap<>();
        List<LocalizedText> missing = new ArrayList<>();
        for (String part : parts) {
            plan.flow(part).ifPresentOrElse(s -> stated.put(part, s), () -> missing.add(name(part)));
        }
        List<Stated> all = new ArrayList<>(stated.values());
        all.add(0, total);
        LocalizedText title = WORDS.text("audit.sum.title", name(total.target().indicatorCode()));
        if (stated.isEmpty() || (isWhole && !missing.isEmpty())) {
            return AuditCheck.notCheckable(
                    SUM_RULE,
                    plan.ids(all),
                    total.target().indicatorCode(),
                    title,
                    WORDS.text("audit.sum.no_target", LocalizedText.join(", ", missing)));
        }
        double sum = stated.values().stream().mapToDouble(Stated::value).sum();
        LocalizedText terms = LocalizedText.join(
                " + ",
                stated.values().stream().map(s -> Phrase.asWritten(s.value())).toList());
        return isWhole ? whole(total, all, title, sum, terms) : remainder(total, all, title, sum, terms, parts, stated);
    }

    private AuditCheck whole(Stated total, List<Stated> all, LocalizedText title, double sum, LocalizedText terms) {
        double tolerance =
                all.stream().mapToDouble(s -> Phrase.halfUnit(s.value())).sum();
        boolean agrees = Math.abs(sum - total.value()) <= tolerance;
        String unit = total.target().unitCode();
        return new AuditCheck(
                SUM_RULE,
                agrees ? Outcome.AGREES : Outcome.DISAGREES,
                plan.ids(all),
                total.target().indicatorCode(),
                title,
                total.value(),
                sum,
                unit,
                WORDS.text("audit.sum.arithmetic", terms, Phrase.amount(sum, unit)),
                WORDS.text(
                        agrees ? "audit.sum.agrees" : "audit.sum.disagrees",
                        Phrase.amount(total.value(), unit),
                        Phrase.amount(sum - total.value(), unit)));
    }

    private AuditCheck remainder(
            Stated total,
            List<Stated> all,
            LocalizedText title,
            double sum,
            LocalizedText terms,
            List<String> parts,
            Map<String, Stated> stated) {
        String unit = total.target().unitCode();
        double rest = total.value() - sum;
        List<LocalizedText> arithmetic = new ArrayList<>(List.of(
                WORDS.text("audit.sum.rest", Phrase.asWritten(total.value()), terms, Phrase.amount(rest, unit))));
        for (String part : parts) {
            Optional<Known> last = AreaFigures.last(figures.annual(part, AreaFigures.TOTAL), plan.year() - 1);
            if (!stated.containsKey(part) && last.isPresent()) {
                arithmetic.add(WORDS.text(
                        "audit.sum.last",
                        name(part),
                        Phrase.sourced(Phrase.amount(last.get().value(), unit), last.get())));
            }
        }
        boolean isPossible = rest >= 0;
        return new AuditCheck(
                SUM_RULE,
                isPossible ? Outcome.AGREES : Outcome.DISAGREES,
                plan.ids(all),
                total.target().indicatorCode(),
                title,
                total.value(),
                sum,
                unit,
                LocalizedText.join(" ", arithmetic),
                WORDS.text(
                        isPossible ? "audit.sum.leaves" : "audit.sum.beyond",
                        Phrase.amount(rest, unit),
                        LocalizedText.join(
                                ", ",
                                parts.stream()
                                        .filter(part -> !stated.containsKey(part))
                                        .map(this::name)
                                        .toList())));
    }

    /** Returns what exports less imports leave; a balance only of what the exports cover. */
    private Optional<AuditCheck> balance() {
        Optional<Stated> imports = plan.flow("imports");
        for (String indicator : EXPORTS) {
            Optional<Stated> exports = plan.flow(indicator);
            if (exports.isPresent() && imports.isPresent()) {
                double x = exports.get().value();
                double m = imports.get().value();
                String unit = exports.get().target().unitCode();
                boolean isGoods = !indicator.equals("exports_and_fx_services");
                return Optional.of(new AuditCheck(
                        BALANCE_RULE,
                        isGoods ? Outcome.AGREES : Outcome.TO_EXPLAIN,
                        plan.ids(List.of(exports.get(), imports.get())),
                        indicator,
                        WORDS.text("audit.balance.title"),
                        null,
                        x - m,
                        unit,
                        WORDS.text(
                                "audit.balance.arithmetic",
                                Phrase.asWritten(x),
                                Phrase.asWritten(m),
                                Phrase.amount(x - m, unit),
                                m > 0 ? PrintedNumber.of(x / m, 2) : LocalizedText.same("–")),
                        WORDS.text(isGoods ? "audit.balance.goods" : "audit.balance.with_services")));
            }
        }
        return Optional.empty();
    }

    private LocalizedText name(String indicator) {
        Indicator known = indicators.get(indicator);
        return known == null ? LocalizedText.same(indicator) : known.name();
    }
}
