package vn.chitieu.observation;

/** How often a figure is compiled, by the codes of SDMX {@code CL_FREQ}. */
public enum Frequency {
    A(1),
    S(2),
    Q(4),
    M(12);

    private final int periodsPerYear;

    Frequency(int periodsPerYear) {
        this.periodsPerYear = periodsPerYear;
    }

    /**
     * Returns the frequency of periods of a length.
     *
     * @param months 1, 3, 6 or 12
     */
    public static Frequency ofMonths(int months) {
        for (Frequency frequency : values()) {
            if (frequency.periodsPerYear * months == 12) {
                return frequency;
            }
        }
        throw new IllegalArgumentException("Expecting 1, 3, 6 or 12 months but was " + months);
    }

    public int periodsPerYear() {
        return periodsPerYear;
    }
}
