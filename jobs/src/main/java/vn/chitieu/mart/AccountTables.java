package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.PriceBasis;

/** The accounts as tables: the measures of one item and period side by side, each with its origin. */
public final class AccountTables {

    /** Which measure of a row speaks for it: the first that is there. */
    private static final List<Measure> HEADLINE = List.of(
            Measure.LEVEL,
            Measure.GROWTH_PCT,
            Measure.BALANCE,
            Measure.TURNOVER,
            Measure.EXPORTS,
            Measure.IMPORTS,
            Measure.SHARE_PCT,
            Measure.CONTRIBUTION_POINTS,
            Measure.PLAN_ATTAINMENT_PCT,
            Measure.POPULATION,
            Measure.DEFLATOR,
            Measure.CONTRIBUTION_SHARE_PCT,
            Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT,
            Measure.PLAN_ATTAINMENT_COUNCIL_PCT,
            Measure.PLAN_ATTAINMENT_CENTRAL_PCT,
            Measure.COVER_RATIO_PCT,
            Measure.BALANCED_LEVEL,
            Measure.PLAN);

    private record Cell(Measure measure, String column, String originColumn, String errorColumn) {
        Cell(Measure measure, String column, String originColumn) {
            this(measure, column, originColumn, "");
        }
    }

    private static final String NO_ORIGIN = "";

    private static final List<Cell> GRDP = List.of(
            new Cell(Measure.LEVEL, "value_billion_vnd", "value_origin", "se_value_billion_vnd"),
            new Cell(Measure.GROWTH_PCT, "growth_pct", "growth_origin", "se_growth_pct"),
            new Cell(
                    Measure.CONTRIBUTION_POINTS,
                    "contribution_points",
                    "contribution_origin",
                    "se_contribution_points"),
            new Cell(Measure.CONTRIBUTION_SHARE_PCT, "contribution_share_pct", NO_ORIGIN),
            new Cell(Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT, "contribution_value_added_share_pct", NO_ORIGIN),
            new Cell(Measure.SHARE_PCT, "share_pct", "share_origin", "se_share_pct"),
            new Cell(Measure.DEFLATOR, "deflator_2010_100", NO_ORIGIN));

    private static final List<Cell> PER_CAPITA = List.of(
            new Cell(Measure.LEVEL, "value_million_vnd", "value_origin", "se_value_million_vnd"),
            new Cell(Measure.GROWTH_PCT, "growth_pct", "growth_origin"),
            new Cell(Measure.POPULATION, "population_thousand", "population_origin", "se_population_thousand"));

    private static final List<Cell> REVENUE = List.of(
            new Cell(Measure.LEVEL, "value_billion_vnd", "value_origin"),
            new Cell(Measure.GROWTH_PCT, "growth_pct", "growth_origin"),
            new Cell(Measure.PLAN_ATTAINMENT_PCT, "plan_attainment_pct", "plan_attainment_origin"),
            new Cell(Measure.PLAN_ATTAINMENT_COUNCIL_PCT, "plan_attainment_council_pct", NO_ORIGIN),
            new Cell(Measure.PLAN_ATTAINMENT_CENTRAL_PCT, "plan_attainment_central_pct", NO_ORIGIN),
            new Cell(Measure.BALANCED_LEVEL, "balanced_billion_vnd", NO_ORIGIN, "se_balanced_billion_vnd"),
            new Cell(Measure.PLAN, "plan_billion_vnd", NO_ORIGIN, "se_plan_billion_vnd"));

    private static final List<Cell> TRADE = List.of(
            new Cell(Measure.EXPORTS, "exports_million_usd", "exports_origin"),
            new Cell(Measure.IMPORTS, "imports_million_usd", "imports_origin"),
            new Cell(Measure.TURNOVER, "turnover_million_usd", "turnover_origin"),
            new Cell(Measure.BALANCE, "balance_million_usd", "balance_origin"),
            new Cell(Measure.COVER_RATIO_PCT, "cover_ratio_pct", NO_ORIGIN));

    private AccountTables() {}

    /** Returns {@link MartTables#GRDP_BY_SECTOR}. */
    public static Table grdpBySector(List<AccountFigure> figures, RunStamp stamp) {
        return pivot(MartTables.GRDP_BY_SECTOR, Account.GRDP, "activity_code", GRDP, figures, stamp);
    }

    /** Returns {@link MartTables#GRDP_PER_CAPITA}. */
    public static Table grdpPerCapita(List<AccountFigure> figures, RunStamp stamp) {
        return pivot(MartTables.GRDP_PER_CAPITA, Account.PER_CAPITA, "", PER_CAPITA, figures, stamp);
    }

    /** Returns {@link MartTables#BUDGET_REVENUE}. */
    public static Table budgetRevenue(List<AccountFigure> figures, RunStamp stamp) {
        return pivot(MartTables.BUDGET_REVENUE, Account.REVENUE, "revenue_code", REVENUE, figures, stamp);
    }

    /** Returns {@link MartTables#TRADE_BALANCE}. */
    public static Table tradeBalance(List<AccountFigure> figures, RunStamp stamp) {
        return pivot(MartTables.TRADE_BALANCE, Account.TRADE, "coverage", TRADE, figures, stamp);
    }

    private static Table pivot(
            TableSpec spec,
            Account account,
            String itemColumn,
            List<Cell> cells,
            List<AccountFigure> figures,
            RunStamp stamp) {
        boolean byPriceBasis = spec.key().contains("price_basis");
        Map<String, EnumMap<Measure, AccountFigure>> rows = new TreeMap<>();
        for (AccountFigure figure : figures) {
            if (figure.account() != account) {
                continue;
            }
            String key = String.join(
                    "|",
                    figure.areaCode(),
                    figure.itemCode(),
                    figure.period().toString(),
                    figure.accumulation().code(),
                    byPriceBasis ? priceBasis(figure).code() : "");
            AccountFigure twice =
                    rows.computeIfAbsent(key, k -> new EnumMap<>(Measure.class)).put(figure.measure(), figure);
            if (twice != null) {
                throw new IllegalStateException(
                        "Expecting each measure once but found again " + figure + " beside " + twice);
            }
        }
        List<@Nullable Object[]> table = new ArrayList<>();
        for (EnumMap<Measure, AccountFigure> measures : rows.values()) {
            AccountFigure headline = headline(measures);
            RowBuilder row = RowBuilder.of(spec, stamp)
                    .set("area_code", headline.areaCode())
                    .set("period", headline.period().toString())
                    .set("accumulation", headline.accumulation().code())
                    .set("origin", headline.origin().code())
                    .set("obs_status", headline.status().code())
                    .set("vintage_date", headline.vintageDate())
                    .set("method_code", headline.methodCode());
            if (!itemColumn.isEmpty()) {
                row.set(itemColumn, headline.itemCode());
            }
            if (byPriceBasis) {
                row.set("price_basis", priceBasis(headline).code());
            }
            for (Cell cell : cells) {
                AccountFigure figure = measures.get(cell.measure());
                if (figure != null) {
                    row.set(cell.column(), figure.value());
                    if (!cell.originColumn().isEmpty()) {
                        row.set(cell.originColumn(), figure.origin().code());
                    }
                    if (!cell.errorColumn().isEmpty()) {
                        row.set(cell.errorColumn(), figure.standardError());
                    }
                }
            }
            table.add(row.build());
        }
        return new Table(spec, table);
    }

    /** A deflator compares both price bases; it stands beside the level at current prices. */
    private static PriceBasis priceBasis(AccountFigure figure) {
        return figure.measure() == Measure.DEFLATOR ? PriceBasis.CURRENT : figure.priceBasis();
    }

    private static AccountFigure headline(Map<Measure, AccountFigure> measures) {
        return HEADLINE.stream()
                .map(measures::get)
                .filter(figure -> figure != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expecting a measure but found none"));
    }
}
