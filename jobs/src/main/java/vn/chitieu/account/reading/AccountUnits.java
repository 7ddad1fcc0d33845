package vn.chitieu.account.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;

/**
 * Which figures the accounts reckon with: amounts in the units that their tables have. An amount in another unit, such
 * as a gross product in dollars, keeps its unit as a series of its own.
 */
public final class AccountUnits {

    private static final Set<String> AMOUNTS = Set.of(
            "gdp",
            "grdp",
            "value_added",
            "net_product_taxes",
            "gdp_per_capita",
            "grdp_per_capita",
            "population",
            "exports",
            "exports_and_fx_services",
            "exports_customs",
            "imports",
            "trade_turnover",
            "trade_balance",
            "budget_revenue_local_area",
            "budget_revenue_domestic",
            "budget_revenue_trade_taxes",
            "budget_revenue_crude_oil",
            "budget_revenue_grants",
            "budget_revenue_incl_transfers",
            "budget_expenditure_local");

    private AccountUnits() {}

    /**
     * Returns the figures that accounts reckon with, and adds a finding for each quantity that they leave out, at
     * whatever prices.
     *
     * @param visible of one area
     */
    public static List<Observation> reckoned(List<Observation> visible, Findings findings) {
        List<Observation> reckoned = new ArrayList<>();
        NavigableMap<VisibleVintages.Line, Observation> others = new TreeMap<>();
        for (Observation observation : visible) {
            VisibleVintages.Line line = VisibleVintages.lineOf(observation.key());
            boolean isOther = AMOUNTS.contains(line.indicatorCode())
                    && !observation.unitCode().equals(FigureName.unitCode(line));
            if (isOther) {
                others.merge(line, observation, (a, b) -> last(a, b));
            } else {
                reckoned.add(observation);
            }
        }
        others.forEach((line, observation) -> findings.add(
                Findings.ACCOUNT_UNIT,
                Finding.Kind.VALIDATION,
                Finding.Severity.INFORMATION,
                line,
                PeriodName.of(observation.key()),
                line.indicatorCode() + "." + line.activityCode(),
                FigureName.sentence("finding.account_unit", FigureName.of(line))));
        return reckoned;
    }

    private static Observation last(Observation one, Observation other) {
        return PeriodName.of(one.key()).compareTo(PeriodName.of(other.key())) >= 0 ? one : other;
    }
}
