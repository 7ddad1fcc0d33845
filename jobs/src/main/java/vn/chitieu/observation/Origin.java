package vn.chitieu.observation;

import java.util.Locale;

/** Where a number comes from; every figure in every published table carries one. */
public enum Origin {
    /** Printed by a source. */
    PUBLISHED,
    /** By arithmetic from published figures. */
    DERIVED,
    /** By reconciliation of contradictory figures. */
    BALANCED,
    /** By a model. */
    PROJECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
