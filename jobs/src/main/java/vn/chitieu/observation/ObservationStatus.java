package vn.chitieu.observation;

/** The status of a figure, by the codes of SDMX {@code CL_OBS_STATUS}. */
public enum ObservationStatus {
    FINAL("A"),
    PROVISIONAL("P"),
    ESTIMATE("E"),
    FORECAST("F"),
    IMPUTED("I"),
    BREAK("B"),
    MISSING("M"),
    /** The source gives no status: treated as provisional, never frozen. */
    UNKNOWN("_Z");

    private final String code;

    ObservationStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Returns the status with a code.
     *
     * @throws IllegalArgumentException if no status has the code
     */
    public static ObservationStatus ofCode(String code) {
        for (ObservationStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Expecting a status of CL_OBS_STATUS but was '" + code + "'");
    }
}
