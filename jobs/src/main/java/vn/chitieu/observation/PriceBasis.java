package vn.chitieu.observation;

/** The prices at which an amount is valued. */
public enum PriceBasis {
    CURRENT("current"),
    CONSTANT_2010("constant_2010"),
    /** Not an amount of money, or no price basis applies. */
    NONE("none");

    private final String code;

    PriceBasis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Returns the price basis with a code.
     *
     * @throws IllegalArgumentException if no price basis has the code
     */
    public static PriceBasis ofCode(String code) {
        for (PriceBasis basis : values()) {
            if (basis.code.equals(code)) {
                return basis;
            }
        }
        throw new IllegalArgumentException(
                "Expecting price basis current, constant_2010 or none but was '" + code + "'");
    }
}
