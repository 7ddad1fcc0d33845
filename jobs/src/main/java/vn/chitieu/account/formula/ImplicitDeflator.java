package vn.chitieu.account.formula;

/**
 * The implicit price index of a level, base year 100 (SNA 2008, 15.182): for the total it is no mean of the sectors'.
 */
public final class ImplicitDeflator {

    private ImplicitDeflator() {}

    /**
     * Returns {@code current / constant · 100}.
     *
     * @param current level at current prices
     * @param constant level of the same period and vintage at prices of the base year, not 0
     * @throws IllegalArgumentException if {@code constant} is 0 or the result is not finite
     */
    public static double index(double current, double constant) {
        double index = current / constant * 100;
        if (!Double.isFinite(index)) {
            throw new IllegalArgumentException("Expecting a constant-price level that is not 0 but was " + constant);
        }
        return index;
    }
}
