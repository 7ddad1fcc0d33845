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

    /**
     * Returns mean growth a year in percent over several years, {@code (last / first)^(1/years) · 100 - 100}: never the
     * mean of the rates.
     *
     * @param first level of the year from which growth counts, above 0
     * @param last level {@code years} years later, same base year, above 0
     * @throws IllegalArgumentException if a level is not above 0 or there is not a year between them
     */
    public static double meanPct(double first, double last, int years) {
        if (!(first > 0) || !(last > 0) || years < 1) {
            throw new IllegalArgumentException("Expecting two levels above 0 at least a year apart but were " + first
                    + " and " + last + " and " + years + " years");
        }
        return Math.pow(last / first, 1.0 / years) * 100 - 100;
    }
}
