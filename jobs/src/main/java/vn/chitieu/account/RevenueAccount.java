package vn.chitieu.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PriceBasis;

/**
 * State budget revenue in a territory: total, domestic and from trade, with growth and attainment of the plan.
 *
 * <p>The total holds crude oil and grants besides its two parts, so that no part is ever derived as a remainder.
 */
final class RevenueAccount {

    private static final Map<String, String> INDICATORS = indicators();

    private final VintageBook book;
    private final FigureBook figures;
    private final FindingBook findings;
    private final Headlines headlines;

    RevenueAccount(VintageBook book, FigureBook figures, FindingBook findings) {
        this.book = book;
        this.figures = figures;
        this.findings = findings;
        this.headlines = new Headlines(book, findings);
    }

    private static Map<String, String> indicators() {
        Map<String, String> indicators = new LinkedHashMap<>();
        indicators.put("total", "budget_revenue_local_area");
        indicators.put("domestic", "budget_revenue_domestic");
        indicators.put("trade_taxes", "budget_revenue_trade_taxes");
        return indicators;
    }

    void compute() {
        INDICATORS.forEach(this::compute);
        checkParts();
    }

    private void compute(String item, String indicator) {
        FlowLevels flow = FlowLevels.withinSources(book, line(indicator));
        VintageBook.Line growthLine = line(indicator + "_growth");
        for (PeriodName name : flow.names()) {
            flow.level(name).ifPresent(level -> add(item, name, Measure.LEVEL, "billion_vnd", level.reading()));
        }
        for (MonthSpan span : book.spans(flow.line())) {
            flow.level(span).ifPresent(level -> headlines.reportRestated(flow.line(), span, level.reading()));
        }
        TreeSet<PeriodName> growthNames = new TreeSet<>(flow.names());
        growthNames.addAll(book.names(growthLine));
        for (PeriodName name : growthNames) {
            headlines
                    .rate(growthLine, name, flow.growth(name.span()))
                    .or(() -> flow.growthAcrossVintages(name))
                    .ifPresent(growth -> add(item, name, Measure.GROWTH_PCT, "pct", growth));
        }
        headlines.reportPreviousLevels(flow.line(), growthLine);
        attainment(item);
    }

    /** Adds attainment of the province's plan, or else of the plan without a name, or else of the centre's. */
    private void attainment(String item) {
        Map<VintageBook.Line, String> methods = new LinkedHashMap<>();
        String indicator = item.equals("total") ? "budget_revenue" : "budget_revenue_" + item;
        methods.put(line(indicator + "_plan_attainment_provincial"), MethodCode.PROVINCIAL_PLAN);
        methods.put(line(indicator + "_plan_attainment"), MethodCode.PUBLISHED);
        methods.put(line(indicator + "_plan_attainment_central"), MethodCode.CENTRAL_PLAN);
        methods.forEach((line, methodCode) -> book.names(line).forEach(name -> book.latest(line, name)
                .ifPresent(observation -> add(
                        item,
                        name,
                        Measure.PLAN_ATTAINMENT_PCT,
                        "pct",
                        Reading.published(observation, book.asOf()).withMethod(methodCode)))));
    }

    private void add(String item, PeriodName name, Measure measure, String unitCode, Reading reading) {
        figures.add(Account.REVENUE, item, PriceBasis.CURRENT, name, measure, unitCode, reading);
    }

    private static VintageBook.Line line(String indicator) {
        return new VintageBook.Line(indicator, GrdpCodes.TOTAL, PriceBasis.CURRENT);
    }

    /** Reports a total that its two parts, published by the same source on the same day, do not make up. */
    private void checkParts() {
        VintageBook.Line totalLine = line("budget_revenue_local_area");
        for (MonthSpan span : book.spans(totalLine)) {
            for (Observation total : book.vintages(totalLine, span)) {
                Optional<Reading> domestic = ofSource(total, "budget_revenue_domestic", span);
                Optional<Reading> tradeTaxes = ofSource(total, "budget_revenue_trade_taxes", span);
                if (domestic.isPresent() && tradeTaxes.isPresent()) {
                    findings.checkSum(
                            FindingBook.SUM_OF_PARTS,
                            totalLine,
                            Family.of(total),
                            PeriodName.of(total.key()),
                            List.of(domestic.get(), tradeTaxes.get()),
                            Reading.published(total, book.asOf()));
                }
            }
        }
    }

    private Optional<Reading> ofSource(Observation total, String indicator, MonthSpan span) {
        return book.published(line(indicator), span, Family.of(total));
    }
}
