package vn.chitieu.account.reading;

import java.util.List;
import vn.chitieu.observation.PriceBasis;

/**
 * The indicator codes of a gross product by sector.
 *
 * @param totalIndicator {@code gdp} of a country, {@code grdp} of a province
 */
public record GrdpCodes(String totalIndicator) {

    public static final String TOTAL = "_T";
    public static final String NET_TAXES = "D21X31";
    public static final List<String> PARTS = List.of("S1", "S2", "S3", NET_TAXES);
    private static final List<String> TOTAL_INDICATORS = List.of("gdp", "grdp");
    private static final List<String> READ = List.of("gdp", "grdp", "value_added", "net_product_taxes", "population");

    public static GrdpCodes of(VisibleVintages visible) {
        boolean country = visible.lines().stream()
                .map(VisibleVintages.Line::indicatorCode)
                .anyMatch(code -> code.equals("gdp") || code.startsWith("gdp_"));
        return new GrdpCodes(country ? "gdp" : "grdp");
    }

    public static List<PartsOfTotal> identities(PriceBasis basis) {
        return List.of(PartsOfTotal.of(basis, "S2", List.of("BTE", "F")), PartsOfTotal.of(basis, TOTAL, PARTS));
    }

    /**
     * Returns whether the account of the gross product, per head too, may read an indicator: a level of it, of a part
     * or of the population, or what is said of one.
     */
    public static boolean isRead(String indicatorCode) {
        return READ.stream().anyMatch(root -> indicatorCode.equals(root) || indicatorCode.startsWith(root + "_"));
    }

    /** Returns whether an indicator is a level of the gross product or a part of it. */
    public static boolean isLevel(String indicatorCode) {
        return TOTAL_INDICATORS.contains(indicatorCode)
                || indicatorCode.equals("value_added")
                || indicatorCode.equals("net_product_taxes");
    }

    String indicator(String item) {
        return switch (item) {
            case TOTAL -> totalIndicator;
            case NET_TAXES -> "net_product_taxes";
            default -> "value_added";
        };
    }

    public VisibleVintages.Line level(AccountItem accountItem) {
        return new VisibleVintages.Line(indicator(accountItem.item()), accountItem.item(), accountItem.basis());
    }

    public VisibleVintages.Line growth(String item) {
        return new VisibleVintages.Line(indicator(item) + "_growth", item, PriceBasis.CONSTANT_2010);
    }

    public VisibleVintages.Line contribution(String item) {
        return new VisibleVintages.Line(indicator(item) + "_contribution", item, PriceBasis.CONSTANT_2010);
    }

    public VisibleVintages.Line perCapita() {
        return new VisibleVintages.Line(totalIndicator + "_per_capita", TOTAL, PriceBasis.CURRENT);
    }

    public VisibleVintages.Line perCapitaGrowth() {
        return new VisibleVintages.Line(totalIndicator + "_per_capita_growth", TOTAL, PriceBasis.CURRENT);
    }

    public VisibleVintages.Line share(String item) {
        return new VisibleVintages.Line(indicator(item) + "_share", item, PriceBasis.CURRENT);
    }
}
