package vn.chitieu.attainment;

/** Why a number differs from that of the run before, in the order in which the causes are counted. */
public enum ChangeCause {
    /** Another version of the program or other settings, on the figures of the run before. */
    METHOD(1, "method"),
    /** Other values of figures that the run before knew, and figures withdrawn. */
    REVISED_DATA(2, "revised_data"),
    /** Figures that the run before did not know. */
    NEW_DATA(3, "new_data"),
    /** Another version of the target. */
    TARGET(4, "target");

    private final int position;
    private final String code;

    ChangeCause(int position, String code) {
        this.position = position;
        this.code = code;
    }

    /** Returns the place in the order of counting, from 1. */
    public int position() {
        return position;
    }

    /** Returns {@code method}, {@code revised_data}, {@code new_data} or {@code target}. */
    public String code() {
        return code;
    }
}
