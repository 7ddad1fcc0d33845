package vn.chitieu.account.formula;

/**
 * Growth of volumes against the same period of the year before (National Statistics Office, metadata of GRDP growth;
 * SNA 2008, 15.35).
 *
 * <p>Of a period of six or nine months it is taken between cumulated levels, never as a mean of quarterly rates.
 */
public final class VolumeGrowth {

    private VolumeGrowth() {}

    /**
     * Returns growth in percent, {@code current / previous · 100 - 100}.
     *
     * @param current level at constant prices
     * @param previous level of the same period of the year before, same base year, same vintage, not 0
     * @throws IllegalArgumentException if {@code previous} is 0 or the result is not finite
     */
    public static double pct(double current, double previous) {
        double growth = current / previous * 100 - 100;
        if (!Double.isFinite(growth)) {
            throw new IllegalArgumentException(
                    "Expecting two levels, the previous not 0, but were " + current + " and " + previous);
        }
        return growth;
    }

    /** Returns the level that grew by {@code growthPct} percent from {@code previous}. */
    public static double level(double previous, double growthPct) {
        return previous * (1 + growthPct / 100);
    }

    /**
     * Returns the level from which {@code current} grew by {@code growthPct} percent.
     *
     * @throws IllegalArgumentException if {@code growthPct} is -100 or less: nothing was left to grow from
     */
    public static double previous(double current, double growthPct) {
        if (!(growthPct > -100)) {
            throw new IllegalArgumentException("Expecting growth above -100 percent but was " + growthPct);
        }
        return current / (1 + growthPct / 100);
    }
}
