package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DECIMAL;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.List;
import java.util.Map;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.Columns.Cell;
import vn.chitieu.mart.dictionary.Currencies;
import vn.chitieu.observation.codelist.Codelists;

/** The accounts as tables: the measures of one item and period side by side, each with its origin. */
public final class AccountTables {

    private static final String TOTAL = "_T";

    /** The kinds of revenue that make the total (form 12/CK-NSNN); the others are of other accounts. */
    private static final Breakdown REVENUES =
            new Breakdown(Map.of("domestic", "total", "trade_taxes", "total", "crude_oil", "total", "grants", "total"));

    /** Of figures that hold each other the first counts. */
    private static final List<String> COVERAGES = List.of("goods", "goods_and_fx_services", "goods_customs");

    /** What the amounts of a row are counted in. */
    private static final Columns<AccountItem> MONEY = Columns.<AccountItem>part()
            .optional("unit_code", TEXT, AccountItem::unitCode)
            .optional("currency_code", TEXT, AccountItem::currencyCode);

    /** The columns that say whether a sum is one. */
    private static final Columns<AccountItem> PLACE = Columns.<AccountItem>part()
            .optional("level", INTEGER, AccountItem::level)
            .required("is_leaf", BOOLEAN, AccountItem::isLeaf);

    static final Columns<AccountItem> GRDP_BY_SECTOR = figures(area(
                    "grdp_by_sector", "area_code", "activity_code", "period", "accumulation", "price_basis")
            .required("activity_code", TEXT, AccountItem::code)
            .with(Span.COLUMNS, AccountItem::span)
            .required("price_basis", TEXT, item -> item.priceBasis().code())
            .with(PLACE, item -> item)
            .with(MONEY, item -> item)
            .optional("value", DECIMAL, value(Measure.LEVEL))
            .optional("value_origin", TEXT, origin(Measure.LEVEL))
            .optional("se_value", DOUBLE, error(Measure.LEVEL))
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

    static final Columns<AccountItem> GRDP_PER_CAPITA =
            figures(area("grdp_per_capita", "area_code", "period", "accumulation")
                    .with(Span.COLUMNS, AccountItem::span)
                    .with(MONEY, item -> item)
                    .optional("value", DECIMAL, value(Measure.LEVEL))
                    .optional("value_origin", TEXT, origin(Measure.LEVEL))
                    .optional("se_value", DOUBLE, error(Measure.LEVEL))
                    .optional("growth_pct", DOUBLE, value(Measure.GROWTH_PCT))
                    .optional("growth_origin", TEXT, origin(Measure.GROWTH_PCT))
                    .optional("growth_other_vintage_pct", DOUBLE, value(Measure.GROWTH_OTHER_VINTAGE_PCT))
                    .optional("population_thousand", DECIMAL, value(Measure.POPULATION))
                    .optional("population_origin", TEXT, origin(Measure.POPULATION))
                    .optional("se_population_thousand", DOUBLE, error(Measure.POPULATION)));

    static final Columns<AccountItem> BUDGET_REVENUE =
            figures(area("budget_revenue", "area_code", "revenue_code", "period", "accumulation")
                    .required("revenue_code", TEXT, AccountItem::code)
                    .with(Span.COLUMNS, AccountItem::span)
                    .with(PLACE, item -> item)
                    .with(MONEY, item -> item)
                    .optional("value", DECIMAL, value(Measure.LEVEL))
                    .optional("value_origin", TEXT, origin(Measure.LEVEL))
                    .optional("growth_pct", DOUBLE, value(Measure.GROWTH_PCT))
                    .optional("growth_origin", TEXT, origin(Measure.GROWTH_PCT))
                    .optional("growth_other_vintage_pct", DOUBLE, value(Measure.GROWTH_OTHER_VINTAGE_PCT))
                    .optional("plan_attainment_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_PCT))
                    .optional("plan_attainment_origin", TEXT, origin(Measure.PLAN_ATTAINMENT_PCT))
                    .optional("plan_attainment_council_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_COUNCIL_PCT))
                    .optional("plan_attainment_central_pct", DOUBLE, value(Measure.PLAN_ATTAINMENT_CENTRAL_PCT))
                    .optional("balanced_value", DOUBLE, value(Measure.BALANCED_LEVEL))
                    .optional("se_balanced_value", DOUBLE, error(Measure.BALANCED_LEVEL))
                    .optional("plan_value", DOUBLE, value(Measure.PLAN))
                    .optional("se_plan_value", DOUBLE, error(Measure.PLAN)));

    static final Columns<AccountItem> TRADE_BALANCE =
            figures(area("trade_balance", "area_code", "coverage", "period", "accumulation")
                    .required("coverage", TEXT, AccountItem::code)
                    .with(Span.COLUMNS, AccountItem::span)
                    .required("is_leaf", BOOLEAN, AccountItem::isLeaf)
                    .with(MONEY, item -> item)
                    .optional("exports", DECIMAL, value(Measure.EXPORTS))
                    .optional("exports_origin", TEXT, origin(Measure.EXPORTS))
                    .optional("imports", DECIMAL, value(Measure.IMPORTS))
                    .optional("imports_origin", TEXT, origin(Measure.IMPORTS))
                    .optional("turnover", DECIMAL, value(Measure.TURNOVER))
                    .optional("turnover_origin", TEXT, origin(Measure.TURNOVER))
                    .optional("balance", DECIMAL, value(Measure.BALANCE))
                    .optional("balance_origin", TEXT, origin(Measure.BALANCE))
                    .optional("cover_ratio_pct", DOUBLE, value(Measure.COVER_RATIO_PCT)));

    private AccountTables() {}

    private static Columns<AccountItem> area(String table, String... key) {
        return Columns.<AccountItem>of(table, key)
                .required("area_code", TEXT, item -> item.headline().areaCode());
    }

    private static Columns<AccountItem> figures(Columns<AccountItem> columns) {
        return columns.ofFigure(
                item -> item.headline().origin(),
                item -> item.headline().status(),
                item -> item.headline().vintageDate(),
                item -> item.headline().methodCode());
    }

    private static Cell<AccountItem, Double> value(Measure measure) {
        return of(measure, AccountFigure::value);
    }

    private static Cell<AccountItem, String> origin(Measure measure) {
        return of(measure, figure -> figure.origin().code());
    }

    private static Cell<AccountItem, Double> error(Measure measure) {
        return of(measure, AccountFigure::standardError);
    }

    private static <V> Cell<AccountItem, V> of(Measure measure, Cell<AccountFigure, V> cell) {
        return item -> {
            AccountFigure figure = item.measures().get(measure);
            return figure == null ? null : cell.of(figure);
        };
    }

    /** Returns {@link MartTables#GRDP_BY_SECTOR}. */
    public static Table grdpBySector(List<AccountFigure> figures, Codelists codelists, RunStamp stamp) {
        List<AccountItem> items = AccountItem.of(Account.GRDP, figures, Currencies.of(codelists));
        return GRDP_BY_SECTOR.table(
                AccountItem.brokenDown(
                        items, TOTAL, Breakdown.of(codelists.activities().values())),
                stamp);
    }

    /** Returns {@link MartTables#GRDP_PER_CAPITA}. */
    public static Table grdpPerCapita(List<AccountFigure> figures, Codelists codelists, RunStamp stamp) {
        return GRDP_PER_CAPITA.table(AccountItem.of(Account.PER_CAPITA, figures, Currencies.of(codelists)), stamp);
    }

    /** Returns {@link MartTables#BUDGET_REVENUE}. */
    public static Table budgetRevenue(List<AccountFigure> figures, Codelists codelists, RunStamp stamp) {
        return BUDGET_REVENUE.table(
                AccountItem.brokenDown(
                        AccountItem.of(Account.REVENUE, figures, Currencies.of(codelists)), "total", REVENUES),
                stamp);
    }

    /** Returns {@link MartTables#TRADE_BALANCE}. */
    public static Table tradeBalance(List<AccountFigure> figures, Codelists codelists, RunStamp stamp) {
        return TRADE_BALANCE.table(
                AccountItem.alternatives(AccountItem.of(Account.TRADE, figures, Currencies.of(codelists)), COVERAGES),
                stamp);
    }
}
