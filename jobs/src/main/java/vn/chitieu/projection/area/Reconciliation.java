package vn.chitieu.projection.area;

/**
 * Makes projections that were made one by one obey linear identities, changing the uncertain ones most.
 *
 * <p>ỹ = ŷ − W Cᵀ (C W Cᵀ)⁺ (C ŷ − d): the nearest values with C ỹ = d, distances counted in error variances
 * (Wickramasuriya, Athanasopoulos & Hyndman 2019, JASA 114; Girolimetto & Di Fonzo 2023, Statistical Methods &
 * Applications). Known values have variance 0 and stay as they are.
 */
final class Reconciliation {

    private Reconciliation() {}

    /**
     * Returns parts moved so that they add up to a total: each takes the part of the gap that its variance is of all,
     * but none falls below its floor, what it cannot take being left to the others.
     *
     * <p>That is the formula above for one identity whose total is known, with bounds.
     *
     * @param parts in one unit
     * @param variances of the parts, at least 0
     * @param floors what is certain of each part already; negative infinity if nothing is
     * @throws IllegalArgumentException if the floors or the known parts alone do not let the parts make the total
     */
    static double[] toTotal(double[] parts, double[] variances, double[] floors, double total) {
        double[] moved = parts.clone();
        boolean[] isFixed = new boolean[parts.length];
        for (int pass = 0; pass <= parts.length; pass++) {
            double gap = total;
            double open = 0;
            for (int i = 0; i < parts.length; i++) {
                gap -= moved[i];
                open += isFixed[i] ? 0 : variances[i];
            }
            if (Math.abs(gap) <= 1e-12 * Math.abs(total)) {
                return moved;
            }
            if (!(open > 0)) {
                break;
            }
            boolean isBelow = false;
            for (int i = 0; i < parts.length; i++) {
                if (!isFixed[i]) {
                    moved[i] += gap * variances[i] / open;
                    if (moved[i] < floors[i]) {
                        moved[i] = floors[i];
                        isFixed[i] = true;
                        isBelow = true;
                    }
                }
            }
            if (!isBelow) {
                return moved;
            }
        }
        throw new IllegalArgumentException(
                "Expecting parts that can make " + total + " but their known parts do not allow it");
    }
}
