package vn.chitieu.notebook.programme;

import java.util.Set;
import vn.chitieu.notebook.rows.MartRow;

/**
 * The indicators that the tables of the accounts hold: gross product, what it is made of, and what a head has of it.
 */
public final class AccountIndicators {

    private static final Set<String> PRODUCTS = Set.of("grdp", "gdp");
    private static final Set<String> PARTS = Set.of("value_added", "net_product_taxes");

    private AccountIndicators() {}

    /** Returns whether a row is about gross product itself. */
    public static boolean isProduct(MartRow row) {
        return isProduct(row.text("indicator_code"));
    }

    static boolean isProduct(String indicatorCode) {
        return PRODUCTS.contains(indicatorCode);
    }

    /** Returns whether a target is about gross product or a part of it, so that the accounts hold its past years. */
    static boolean isOfAccounts(MartRow target) {
        return isProduct(target) || PARTS.contains(target.text("indicator_code"));
    }
}
