package vn.chitieu.attainment;

/** Why a number differs from that of the run before, in the order in which the causes are counted. */
public enum ChangeCause {
    /** Another version of the program or other settings, on the figures of the run before. */
    METHOD("method"),
    /** The day moved on and no figure changed: a year was over, a result overdue, an archive's stamp passed. */
    TIME("time"),
    /** Other values of figures that the run before knew, and figures withdrawn. */
    REVISED_DATA("revised_data"),
    /** Figures that the run before did not know. */
    NEW_DATA("new_data"),
    /** Another version of the target. */
    TARGET("target");

    private final String code;

    ChangeCause(String code) {
        this.code = code;
    }

    /** Returns the name in lower case. */
    public String code() {
        return code;
    }
}
