package vn.chitieu.attainment.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
                        && (isAsked || !statedWithin(target.indicatorCode()).isEmpty())) {
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

    /** Returns the parts of an indicator with a target of their own: of a part without any those inside of it. */
    private List<String> statedWithin(String indicator) {
        return partsOf(indicator).stream()
                .flatMap(part -> plan.flow(part).isPresent() ? Stream.of(part) : statedWithin(part).stream())
                .toList();
    }

    /**
     * A part without a target of its own.
     *
     * @param apart what is inside of it and has one
     */
    private record Open(String indicator, List<String> apart) {}

    /** @param isWhole whether the parts named are all there are */
    private AuditCheck check(Stated total, List<String> parts, boolean isWhole) {
        List<Stated> stated = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        for (String part : parts) {
            Optional<Stated> own = plan.flow(part);
            if (own.isPresent()) {
                stated.add(own.get());
            } else {
                List<String> apart = statedWithin(part);
                apart.forEach(inside -> plan.flow(inside).ifPresent(stated::add));
                open.add(new Open(part, apart));
            }
        }
        List<Stated> all = new ArrayList<>(stated);
        all.add(0, total);
        LocalizedText title = WORDS.text("audit.sum.title", name(total.target().indicatorCode()));
        if (stated.isEmpty() || (isWhole && !open.isEmpty())) {
            return AuditCheck.notCheckable(
                    SUM_RULE,
                    plan.ids(all),
                    total.target().indicatorCode(),
                    title,
                    WORDS.text("audit.sum.no_target", names(open)));
        }
        return isWhole ? whole(total, all, title) : remainder(total, all, title, open);
    }

    private static double sumOfParts(List<Stated> all) {
        return all.stream().skip(1).mapToDouble(Stated::value).sum();
    }

    private static int decimals(List<Stated> all) {
        return all.stream().mapToInt(Stated::decimals).max().orElse(0);
    }

    private static LocalizedText terms(String sign, List<Stated> all) {
        return LocalizedText.join(
                sign, all.stream().skip(1).map(s -> Phrase.asWritten(s.value())).toList());
    }

    private AuditCheck whole(Stated total, List<Stated> all, LocalizedText title) {
        double sum = sumOfParts(all);
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
                WORDS.text("audit.sum.arithmetic", terms(" + ", all), Phrase.amount(sum, decimals(all), unit)),
                WORDS.text(
                        agrees ? "audit.sum.agrees" : "audit.sum.disagrees",
                        Phrase.amount(total.value(), unit),
                        Phrase.amount(sum - total.value(), decimals(all), unit)));
    }

    private AuditCheck remainder(Stated total, List<Stated> all, LocalizedText title, List<Open> open) {
        String unit = total.target().unitCode();
        double sum = sumOfParts(all);
        double rest = total.value() - sum;
        LocalizedText left = Phrase.amount(rest, decimals(all), unit);
        List<LocalizedText> arithmetic = new ArrayList<>(
                List.of(WORDS.text("audit.sum.rest", Phrase.asWritten(total.value()), terms(" − ", all), left)));
        for (Open part : open) {
            last(part)
                    .ifPresent(last -> arithmetic.add(WORDS.text(
                            "audit.sum.last", name(part), Phrase.sourced(Phrase.amount(last.value(), unit), last))));
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
                open.isEmpty()
                        ? WORDS.text(isPossible ? "audit.sum.left" : "audit.sum.above", left)
                        : WORDS.text(isPossible ? "audit.sum.leaves" : "audit.sum.beyond", left, names(open)));
    }

    /** Returns the last known year of a part, less what is apart from it in the same year. */
    private Optional<Known> last(Open part) {
        Optional<Known> whole = AreaFigures.last(annual(part.indicator()), plan.year() - 1);
        if (whole.isEmpty()) {
            return whole;
        }
        BigDecimal rest = BigDecimal.valueOf(whole.get().value());
        LocalDate knownOn = whole.get().knownOn();
        for (String inside : part.apart()) {
            Known known = annual(inside).get(whole.get().year());
            if (known == null) {
                return Optional.empty();
            }
            rest = rest.subtract(BigDecimal.valueOf(known.value()));
            knownOn = known.knownOn().isAfter(knownOn) ? known.knownOn() : knownOn;
        }
        return Optional.of(new Known(whole.get().year(), rest.doubleValue(), knownOn));
    }

    private NavigableMap<Integer, Known> annual(String indicator) {
        return figures.annual(indicator, AreaFigures.TOTAL);
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

    private LocalizedText names(List<Open> open) {
        return LocalizedText.join(", ", open.stream().map(this::name).toList());
    }

    private LocalizedText name(Open part) {
        LocalizedText whole = name(part.indicator());
        return part.apart().isEmpty()
                ? whole
                : WORDS.text(
                        "audit.sum.besides",
                        whole,
                        LocalizedText.join(
                                " + ", part.apart().stream().map(this::name).toList()));
    }

    private LocalizedText name(String indicator) {
        Indicator known = indicators.get(indicator);
        return known == null ? LocalizedText.same(indicator) : known.name();
    }
}
