package vn.chitieu.programme;

import java.util.Locale;

/** Where a date, a comparator or a responsible unit comes from. */
public enum Basis {
    /** Stated in the document. */
    STATED,
    /** Assumed by us. */
    ASSUMED,
    /** Derived by a rule because the document has none. */
    DERIVED,
    /** The date of the press report. */
    PRESS,
    /** There is nothing to state. */
    NONE;

    /** Returns the code that programme files use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static Basis ofCode(String code) {
        for (Basis value : values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Expecting a code of Basis but was '" + code + "'");
    }
}
