package vn.chitieu.observation;

/** Whether a figure covers its period alone or the year up to the period's end. */
public enum Accumulation {
    /** The period alone. */
    PERIOD("P"),
    /** From 1 January to the end of the period. */
    CUMULATED("C");

    private final String code;

    Accumulation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Returns the accumulation with a code.
     *
     * @throws IllegalArgumentException if the code is neither P nor C
     */
    public static Accumulation ofCode(String code) {
        return switch (code) {
            case "P" -> PERIOD;
            case "C" -> CUMULATED;
            default -> throw new IllegalArgumentException("Expecting accumulation P or C but was '" + code + "'");
        };
    }
}
