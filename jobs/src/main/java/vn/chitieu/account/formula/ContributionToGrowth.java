package vn.chitieu.account.formula;

/**
 * What a sector adds to the growth of the total, at constant prices of a fixed base year, where it is additive.
 *
 * <p>{@code c = (part - previous part) / previous total · 100 = w · g}, with {@code w} the part's share of the
 * <em>previous</em> year at <em>constant</em> prices. With shares at current prices the contributions do not add up.
 */
public final class ContributionToGrowth {

    private ContributionToGrowth() {}

    /**
     * Returns the contribution in percentage points of the total's growth.
     *
     * @param previousTotal total of the year before, not 0
     * @throws IllegalArgumentException if {@code previousTotal} is 0 or the result is not finite
     */
    public static double points(double part, double previousPart, double previousTotal) {
        double points = (part - previousPart) / previousTotal * 100;
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("Expecting a previous total that is not 0 but was " + previousTotal);
        }
        return points;
    }

    /** Returns the contribution in percentage points, {@code weightPct / 100 · growthPct}. */
    public static double pointsOfWeight(double weightPct, double growthPct) {
        return weightPct * growthPct / 100;
    }

    /**
     * Returns the share of the growth, in percent, that a contribution makes up.
     *
     * @throws IllegalArgumentException if the total did not change, so that there is nothing to share
     */
    public static double sharePct(double points, double totalGrowthPct) {
        if (totalGrowthPct == 0 || !Double.isFinite(points / totalGrowthPct)) {
            throw new IllegalArgumentException("Expecting growth of the total other than 0 but was " + totalGrowthPct);
        }
        return points / totalGrowthPct * 100;
    }

    /**
     * Returns the previous-year share in percent that a published contribution and growth rate imply.
     *
     * @throws IllegalArgumentException if the growth is 0, which implies no share
     */
    public static double impliedWeightPct(double points, double growthPct) {
        return sharePct(points, growthPct);
    }
}
