package vn.chitieu.account.derivation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;

/**
 * The budget of a territory: revenue in all and by kind with growth and attainment of each plan, and the balance of the
 * local budget.
 *
 * <p>Total = domestic + crude oil + trade taxes + grants (Ministry of Finance, form 12/CK-NSNN). Crude oil and grants
 * are zero in most provinces and not printed, so that no part is ever derived as a remainder.
 */
public final class RevenueAccount {

    private static final String INCLUDING_TRANSFERS = "budget_revenue_incl_transfers";
    private static final String EXPENDITURE = "budget_expenditure_local";
    public static final Map<String, String> INDICATORS = indicators();

    /** What the total is the sum of; the first two are printed in every province. */
    public static final List<String> PARTS = List.of(
            "budget_revenue_domestic",
            "budget_revenue_trade_taxes",
            "budget_revenue_crude_oil",
            "budget_revenue_grants");

    private final VisibleVintages visible;
    private final AccountFigures figures;
    private final Findings findings;
    private final RateSelection rates;

    public RevenueAccount(VisibleVintages visible, AccountFigures figures, Findings findings) {
        this.visible = visible;
        this.figures = figures;
        this.findings = findings;
        this.rates = new RateSelection(visible, findings);
    }

    private static Map<String, String> indicators() {
        Map<String, String> indicators = new LinkedHashMap<>();
        indicators.put("total", "budget_revenue_local_area");
        indicators.put("domestic", "budget_revenue_domestic");
        indicators.put("trade_taxes", "budget_revenue_trade_taxes");
        indicators.put("crude_oil", "budget_revenue_crude_oil");
        indicators.put("grants", "budget_revenue_grants");
        indicators.put("incl_transfers", INCLUDING_TRANSFERS);
        indicators.put("expenditure", EXPENDITURE);
        return indicators;
    }

    public void compute() {
        INDICATORS.forEach(this::compute);
        balance();
        checkParts();
    }

    /**
     * Adds the balance of the local budget: revenue with transfers and what was carried over, less expenditure, both
     * known of one source. Revenue in the territory alone is not set against local expenditure: it is not all theirs.
     */
    private void balance() {
        FlowLevels revenue = FlowLevels.withinSources(visible, line(INCLUDING_TRANSFERS));
        FlowLevels expenditure = FlowLevels.withinSources(visible, line(EXPENDITURE));
        for (MonthSpan span : revenue.spans()) {
            Optional<FlowLevels.FlowLevel> received = revenue.level(span);
            Optional<FlowLevels.FlowLevel> spent = expenditure.level(span);
            boolean isOfOneSource =
                    received.flatMap(FlowLevels.FlowLevel::family).isPresent()
                            && received.flatMap(FlowLevels.FlowLevel::family)
                                    .equals(spent.flatMap(FlowLevels.FlowLevel::family));
            if (isOfOneSource) {
                add(
                        "balance",
                        span,
                        Measure.LEVEL,
                        "billion_vnd",
                        AccountValue.sum(
                                MethodCode.REVENUE_LESS_EXPENDITURE,
                                List.of(received.orElseThrow().value()),
                                List.of(spent.orElseThrow().value())));
            }
        }
    }

    private void compute(String item, String indicator) {
        FlowLevels flow = FlowLevels.withinSources(visible, line(indicator));
        VisibleVintages.Line growthLine = line(indicator + "_growth");
        for (MonthSpan span : flow.spans()) {
            flow.level(span).ifPresent(level -> add(item, span, Measure.LEVEL, "billion_vnd", level.value()));
        }
        for (MonthSpan span : visible.spans(flow.line())) {
            flow.level(span).ifPresent(level -> rates.reportRestated(flow.line(), span, level.value()));
        }
        TreeSet<MonthSpan> growthSpans = new TreeSet<>(flow.spans());
        growthSpans.addAll(visible.spans(growthLine));
        for (MonthSpan span : growthSpans) {
            ShownGrowth.ofValues(rates.rate(growthLine, span, flow.growth(span)), flow.growthOfShown(span))
                    .ifPresent(growth -> {
                        add(item, span, Measure.GROWTH_PCT, "pct", growth.counts());
                        growth.ofOtherVintage()
                                .ifPresent(other -> add(item, span, Measure.GROWTH_OTHER_VINTAGE_PCT, "pct", other));
                    });
        }
        rates.reportPreviousLevels(flow.line(), growthLine);
        attainment(item);
    }

    /**
     * Adds attainment of the plans in print. The one that counts is of the province's own plan: its Council's, in years
     * without any the one that sources just call the plan. That of the centre is another plan and only stands beside.
     */
    private void attainment(String item) {
        String indicator = planStem(item);
        VisibleVintages.Line council = line(indicator + "_plan_attainment_provincial");
        VisibleVintages.Line unnamed = line(indicator + "_plan_attainment");
        Collection<MonthSpan> ofCouncil = visible.spans(council);
        Set<Integer> years = ofCouncil.stream().map(MonthSpan::year).collect(Collectors.toSet());
        List<MonthSpan> ofUnnamed = visible.spans(unnamed).stream()
                .filter(span -> !years.contains(span.year()))
                .toList();
        attainment(item, council, ofCouncil, Measure.PLAN_ATTAINMENT_PCT, MethodCode.PROVINCIAL_PLAN);
        attainment(item, unnamed, ofUnnamed, Measure.PLAN_ATTAINMENT_PCT, MethodCode.PUBLISHED);
        attainment(item, council, ofCouncil, Measure.PLAN_ATTAINMENT_COUNCIL_PCT, MethodCode.PROVINCIAL_PLAN);
        VisibleVintages.Line central = line(indicator + "_plan_attainment_central");
        attainment(item, central, visible.spans(central), Measure.PLAN_ATTAINMENT_CENTRAL_PCT, MethodCode.CENTRAL_PLAN);
    }

    /** Returns how the codes of attainment of an item's plans begin. */
    public static String planStem(String item) {
        return item.equals("total") ? "budget_revenue" : "budget_revenue_" + item;
    }

    private void attainment(
            String item, VisibleVintages.Line line, Collection<MonthSpan> spans, Measure measure, String methodCode) {
        for (MonthSpan span : spans) {
            visible.published(line, span)
                    .ifPresent(value -> add(item, span, measure, "pct", value.withMethod(methodCode)));
        }
    }

    private void add(String item, MonthSpan span, Measure measure, String unitCode, AccountValue value) {
        figures.add(Account.REVENUE, item, PriceBasis.CURRENT, span, measure, unitCode, value);
    }

    public static VisibleVintages.Line line(String indicator) {
        return new VisibleVintages.Line(indicator, GrdpCodes.TOTAL, PriceBasis.CURRENT);
    }

    /** Reports a total that its parts, published by the same source on the same day, do not make up. */
    private void checkParts() {
        VisibleVintages.Line totalLine = line("budget_revenue_local_area");
        for (MonthSpan span : visible.spans(totalLine)) {
            for (Observation total : visible.vintages(totalLine, span)) {
                Map<VisibleVintages.Line, AccountValue> parts = new LinkedHashMap<>();
                for (String indicator : PARTS) {
                    visible.published(line(indicator), span, Family.of(total))
                            .ifPresent(part -> parts.put(line(indicator), part));
                }
                if (parts.keySet().containsAll(List.of(line(PARTS.get(0)), line(PARTS.get(1))))) {
                    findings.checkSum(
                            totalLine, Family.of(total), PeriodName.of(total.key()), parts, visible.value(total));
                }
            }
        }
    }
}
