package vn.chitieu.projection.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;

/**
 * Which series of an area make each other by the definitions of the accounts.
 *
 * <p>Gross product = sectors I, II and III + taxes less subsidies on products; sector II = industry + construction;
 * turnover = exports + imports; balance of trade = exports − imports; revenue in the territory = domestic + trade
 * taxes; state revenue = taxes + other revenue and balance of the budget = state revenue − state expenditure, as the
 * Government Finance Statistics of the IMF have them; gross product per head = gross product at current prices /
 * average population.
 */
public final class AccountIdentities {

    static final String TOTAL = "_T";
    public static final String NET_TAXES = "D21X31";
    static final String VALUE_ADDED = "value_added";
    static final String NET_PRODUCT_TAXES = "net_product_taxes";
    private static final String GROWTH = "_growth";

    /** The unit of amounts that go with {@link #PER_HEAD_UNIT}. */
    public static final String AMOUNT_UNIT = "billion_vnd";

    /** The unit of figures per head that a population in thousands makes {@link #AMOUNT_UNIT} of. */
    public static final String PER_HEAD_UNIT = "million_vnd_per_person";

    private static final List<String> SECTORS = List.of("S1", "S2", "S3");
    private static final Set<String> GROSS_PRODUCTS = Set.of("gdp", "grdp", VALUE_ADDED, NET_PRODUCT_TAXES);
    private static final Set<String> OTHERS = Set.of(
            "exports",
            "exports_and_fx_services",
            "imports",
            "trade_turnover",
            "trade_balance",
            "budget_revenue_local_area",
            "budget_revenue_domestic",
            "budget_revenue_trade_taxes",
            "budget_revenue_state",
            "budget_revenue_tax",
            "budget_revenue_nontax",
            "budget_expenditure_state",
            "budget_balance_state",
            "population",
            "grdp_per_capita");

    private AccountIdentities() {}

    /**
     * A total that is the sum of its parts.
     *
     * @param isTotalLeading whether a total that is projected stands, and its parts are moved to it, also where they
     *     are known as far into the year
     */
    public record Sum(SeriesId total, List<SeriesId> parts, boolean isTotalLeading) {

        public Sum {
            parts = List.copyOf(parts);
        }

        private Sum(SeriesId total, List<SeriesId> parts) {
            this(total, parts, false);
        }
    }

    /**
     * A flow less another.
     *
     * @param methodCode of what is made by it
     */
    public record Balance(SeriesId balance, SeriesId inflow, SeriesId outflow, String methodCode) {}

    /** Returns the balances of an area. */
    public static List<Balance> balances(String areaCode) {
        return List.of(
                new Balance(
                        current(areaCode, "trade_balance"),
                        current(areaCode, "exports"),
                        current(areaCode, "imports"),
                        "exports_less_imports"),
                new Balance(
                        current(areaCode, "budget_balance_state"),
                        current(areaCode, "budget_revenue_state"),
                        current(areaCode, "budget_expenditure_state"),
                        "revenue_less_expenditure"));
    }

    /** Returns the sums of an area, a total before the sums of its parts. */
    public static List<Sum> sums(String areaCode) {
        List<Sum> sums = new ArrayList<>();
        for (PriceBasis basis : List.of(PriceBasis.CONSTANT_2010, PriceBasis.CURRENT)) {
            sums.add(new Sum(grossProduct(areaCode, basis), partsOfGrossProduct(areaCode, basis)));
            sums.add(new Sum(
                    activity(areaCode, "S2", basis),
                    List.of(activity(areaCode, "BTE", basis), activity(areaCode, "F", basis))));
        }
        for (String exports : List.of("exports_and_fx_services", "exports")) {
            sums.add(new Sum(
                    current(areaCode, "trade_turnover"),
                    List.of(current(areaCode, exports), current(areaCode, "imports"))));
        }
        sums.add(new Sum(
                current(areaCode, "budget_revenue_local_area"),
                List.of(
                        current(areaCode, "budget_revenue_domestic"),
                        current(areaCode, "budget_revenue_trade_taxes"))));
        sums.add(new Sum(
                current(areaCode, "budget_revenue_state"),
                List.of(current(areaCode, "budget_revenue_tax"), current(areaCode, "budget_revenue_nontax")),
                true));
        return sums;
    }

    /** Returns the gross product of an area: {@code gdp} of a country, {@code grdp} of a part of it. */
    public static SeriesId grossProduct(String areaCode, PriceBasis basis) {
        return new SeriesId(areaCode, Area.isNation(areaCode) ? "gdp" : "grdp", TOTAL, basis);
    }

    /** Returns sectors I, II and III and taxes less subsidies on products. */
    public static List<SeriesId> partsOfGrossProduct(String areaCode, PriceBasis basis) {
        List<SeriesId> parts = new ArrayList<>();
        SECTORS.forEach(sector -> parts.add(activity(areaCode, sector, basis)));
        parts.add(new SeriesId(areaCode, NET_PRODUCT_TAXES, NET_TAXES, basis));
        return parts;
    }

    /** Returns the value added of an activity. */
    public static SeriesId activity(String areaCode, String activityCode, PriceBasis basis) {
        return new SeriesId(areaCode, VALUE_ADDED, activityCode, basis);
    }

    /** Returns a series at current prices without activities, such as exports. */
    public static SeriesId current(String areaCode, String indicatorCode) {
        return new SeriesId(areaCode, indicatorCode, TOTAL, PriceBasis.CURRENT);
    }

    /** Returns the item that is a part of another without being named in a sum: manufacturing in industry. */
    public static SeriesId ofWhich(SeriesId whole) {
        return new SeriesId(
                whole.areaCode(),
                whole.indicatorCode(),
                whole.activityCode().equals("BTE") ? "C" : whole.activityCode() + "-",
                whole.priceBasis());
    }

    /** Returns whether an amount is a figure per head times a population in thousands, without another factor. */
    public static boolean areOfOneUnit(String amountUnit, String perHeadUnit) {
        return amountUnit.equals(AMOUNT_UNIT) && perHeadUnit.equals(PER_HEAD_UNIT);
    }

    /** Returns the average population of an area. */
    public static SeriesId population(String areaCode) {
        return new SeriesId(areaCode, "population", TOTAL, PriceBasis.NONE);
    }

    /** Returns the level that a rate of growth is of, by the codes' convention; itself for what is no such rate. */
    public static SeriesId levelOf(SeriesId growth) {
        String code = growth.indicatorCode();
        return new SeriesId(
                growth.areaCode(),
                code.endsWith(GROWTH) ? code.substring(0, code.length() - GROWTH.length()) : code,
                growth.activityCode(),
                growth.priceBasis());
    }

    /** Returns the series that is a number about another: its growth, its share, its contribution. */
    public static SeriesId about(SeriesId level, String suffix) {
        return new SeriesId(level.areaCode(), level.indicatorCode() + suffix, level.activityCode(), level.priceBasis());
    }

    /** Returns whether a series is the gross product or a part of it, as a level. */
    public static boolean isGrossProduct(SeriesId id) {
        return GROSS_PRODUCTS.contains(id.indicatorCode());
    }

    /** Returns whether a series stands in any identity. */
    public static boolean isPart(SeriesId id) {
        return isGrossProduct(id) || OTHERS.contains(id.indicatorCode());
    }
}
