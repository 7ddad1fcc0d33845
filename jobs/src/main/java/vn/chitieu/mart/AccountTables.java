package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DECIMAL;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.Columns.Cell;
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

    /** The measures of one item and period, and the figure that speaks for them. */
    record Item(Map<Measure, AccountFigure> measures, AccountFigure headline) {

        private static Item of(Map<Measure, AccountFigure> measures) {
            return new Item(
                    measures,
                    HEADLINE.stream()
                            .map(measures::get)
                            .filter(figure -> figure != null)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("Expecting a measure but found none")));
        }
    }

    private static final Columns<Item> PERIOD = Columns.<Item>part()
            .required("period", TEXT, item -> item.headline().period().toString())
            .required(
                    "accumulation", TEXT, item -> item.headline().accumulation().code());

    static final Columns<Item> GRDP_BY_SECTOR = figures(area(
                    "grdp_by_sector", "area_code", "activity_code", "period", "accumulation", "price_basis")
            .required("activity_code", TEXT, item -> item.headline().itemCode())
            .with(PERIOD, item -> item)
            .required("price_basis", TEXT, item -> priceBasis(item.headline()).code())
            .optional("value_billion_vnd", DECIMAL, value(Measure.LEVEL))
            .optional("value_origin", TEXT, origin(Measure.LEVEL))
            .optional("se_value_billion_vnd", DOUBLE, error(Measure.LEVEL))
            .optional("growth_pct", DOUBLE, value(Measure.GROWTH_PCT))
            .optional("growth_origin", TEXT, origin(Measure.GROWTH_PCT))
            .optional("growth_other_vintage_pct", DOUBLE, value(Measure.GROWTH_OTHER_VINTAGE_PCT))
            .optional("se_growth_pct", DOUBLE, error(Measure.GROWTH_PCT))
            .optional("contribution_points", DOUBLE, value(Measure.CONTRIBUTION_POINTS))
            .optional("contribution_origin", TEXT, origin(Measure.CONTRIBUTION_POINTS))
            .optional("se_contribution_points", DOUBLE, error(Measure.CONTRIBUTION_POINTS))
            .optional("contribution_share_pct", DOUBLE, value(Measure.CONTRIBUTION_SHARE_PCT))
            .optional("contribution_value_added_share_pct", DOUBLE, value(Measure.CONTRIBUTION_VALUE_ADDED_SHARE_PCT))
            .optional("share_pct", DOUBLE, value(Measure.SHARE_PCT))
            .optional("share_origin", TEXT, origin(Measure.SHARE_PCT))
            .optional("se_share_pct", DOUBLE, error(Measure.SHARE_PCT))
            .optional("deflator_2010_100", DOUBLE, value(Measure.DEFLATOR)));

    static final Columns<Item> GRDP_PER_CAPITA = figures(area("grdp_per_capita", "area_code", "period", "accumulation")
            .with(PERIOD, item -> item)
            .optional("value_million_vnd", DECIMAL, value(Measure.LEVEL))
            .optional("value_origin", TEXT, origin(Measure.LEVEL))
            .optional("se_value_million_vnd", DOUBLE, error(Measure.LEVEL))
            .optional("growth_pct", DOUBLE, value(Measure.GROWTH_PCT))
            .optional("growth_origin", TEXT, origin(Measure.GROWTH_PCT))
            .optional("growth_other_vintage_pct", DOUBLE, value(Measure.GROWTH_OTHER_VINTAGE_PCT))
            .optional("population_thousand", DECIMAL, value(Measure.POPULATION))
            .optional("population_origin", TEXT, origin(Measure.POPULATION))
            .optional("se_population_thousand", DOUBLE, error(Measure.POPULATION)));

    static final Columns<Item> BUDGET_REVENUE =
            figures(area("budget_revenue", "area_code", "revenue_code", "period", "accumulation")
                    .required("revenue_code", TEXT, item -> item.headline().itemCode())
                    .with(PERIOD, item -> item)
                    .optional("value_billion_vnd", DECIMAL, value(Measure.LEVEL))
                    .optional("value_origin", TEXT, origin(Measure.LEVEL))
                    .optional("growth_pct", DOUBLE, value(Measure.GROWTH_PCT))
                    .optional("growth_origin", TEXT, origin(Measure.GROWTH_PCT))
                    .optional("growth_other_vintage_pct", DOUBLE, value(Measure.GROWTH_OTHER_VINTAGE_PCT))
                    .optional("plan_attainment_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_PCT))
                    .optional("plan_attainment_origin", TEXT, origin(Measure.PLAN_ATTAINMENT_PCT))
                    .optional("plan_attainment_council_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_COUNCIL_PCT))
                    .optional("plan_attainment_central_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_CENTRAL_PCT))
                    .optional("balanced_billion_vnd", DOUBLE, value(Measure.BALANCED_LEVEL))
                    .optional("se_balanced_billion_vnd", DOUBLE, error(Measure.BALANCED_LEVEL))
                    .optional("plan_billion_vnd", DOUBLE, value(Measure.PLAN))
                    .optional("se_plan_billion_vnd", DOUBLE, error(Measure.PLAN)));

    static final Columns<Item> TRADE_BALANCE =
            figures(area("trade_balance", "area_code", "coverage", "period", "accumulation")
                    .required("coverage", TEXT, item -> item.headline().itemCode())
                    .with(PERIOD, item -> item)
                    .optional("exports_million_usd", DECIMAL, value(Measure.EXPORTS))
                    .optional("exports_origin", TEXT, origin(Measure.EXPORTS))
                    .optional("imports_million_usd", DECIMAL, value(Measure.IMPORTS))
                    .optional("imports_origin", TEXT, origin(Measure.IMPORTS))
                    .optional("turnover_million_usd", DECIMAL, value(Measure.TURNOVER))
                    .optional("turnover_origin", TEXT, origin(Measure.TURNOVER))
                    .optional("balance_million_usd", DECIMAL, value(Measure.BALANCE))
                    .optional("balance_origin", TEXT, origin(Measure.BALANCE))
                    .optional("cover_ratio_pct", DOUBLE, value(Measure.COVER_RATIO_PCT)));

    private AccountTables() {}

    private static Columns<Item> area(String table, String... key) {
        return Columns.<Item>of(table, key)
                .required("area_code", TEXT, item -> item.headline().areaCode());
    }

    private static Columns<Item> figures(Columns<Item> columns) {
        return columns.ofFigure(
                item -> item.headline().origin(),
                item -> item.headline().status(),
                item -> item.headline().vintageDate(),
                item -> item.headline().methodCode());
    }

    private static Cell<Item, Double> value(Measure measure) {
        return of(measure, AccountFigure::value);
    }

    private static Cell<Item, String> origin(Measure measure) {
        return of(measure, figure -> figure.origin().code());
    }

    private static Cell<Item, Double> error(Measure measure) {
        return of(measure, AccountFigure::standardError);
    }

    private static <V> Cell<Item, V> of(Measure measure, Cell<AccountFigure, V> cell) {
        return item -> {
            AccountFigure figure = item.measures().get(measure);
            return figure == null ? null : cell.of(figure);
        };
    }

    /** Returns {@link MartTables#GRDP_BY_SECTOR}. */
    public static Table grdpBySector(List<AccountFigure> figures, RunStamp stamp) {
        return GRDP_BY_SECTOR.table(items(Account.GRDP, true, figures), stamp);
    }

    /** Returns {@link MartTables#GRDP_PER_CAPITA}. */
    public static Table grdpPerCapita(List<AccountFigure> figures, RunStamp stamp) {
        return GRDP_PER_CAPITA.table(items(Account.PER_CAPITA, false, figures), stamp);
    }

    /** Returns {@link MartTables#BUDGET_REVENUE}. */
    public static Table budgetRevenue(List<AccountFigure> figures, RunStamp stamp) {
        return BUDGET_REVENUE.table(items(Account.REVENUE, false, figures), stamp);
    }

    /** Returns {@link MartTables#TRADE_BALANCE}. */
    public static Table tradeBalance(List<AccountFigure> figures, RunStamp stamp) {
        return TRADE_BALANCE.table(items(Account.TRADE, false, figures), stamp);
    }

    private static List<Item> items(Account account, boolean isByPriceBasis, List<AccountFigure> figures) {
        Map<String, EnumMap<Measure, AccountFigure>> items = new TreeMap<>();
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
                    isByPriceBasis ? priceBasis(figure).code() : "");
            AccountFigure twice = items.computeIfAbsent(key, k -> new EnumMap<>(Measure.class))
                    .put(figure.measure(), figure);
            if (twice != null) {
                throw new IllegalStateException(
                        "Expecting each measure once but found again " + figure + " beside " + twice);
            }
        }
        return items.values().stream().map(Item::of).toList();
    }

    /** A deflator compares both price bases; it stands beside the level at current prices. */
    private static PriceBasis priceBasis(AccountFigure figure) {
        return figure.measure() == Measure.DEFLATOR ? PriceBasis.CURRENT : figure.priceBasis();
    }
}
