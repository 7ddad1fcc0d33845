package vn.chitieu.account.formula;

/** The structure of the gross product at current prices; taxes less subsidies on products are a share of their own. */
public final class Structure {

    /** How far published shares may be from 100 together before it is a finding. */
    public static final double SUM_TOLERANCE_PCT = 0.02;

    private Structure() {}

    /**
     * Returns the share of a part in percent.
     *
     * @throws IllegalArgumentException if the total is 0 or the result is not finite
     */
    public static double sharePct(double part, double total) {
        double share = part / total * 100;
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("Expecting a total that is not 0 but was " + total);
        }
        return share;
    }

    /** Returns the level of a part from its share in percent. */
    public static double level(double sharePct, double total) {
        return sharePct / 100 * total;
    }
}
