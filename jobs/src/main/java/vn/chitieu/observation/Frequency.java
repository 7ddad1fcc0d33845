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

    public int periodsPerYear() {
        return periodsPerYear;
    }
}
