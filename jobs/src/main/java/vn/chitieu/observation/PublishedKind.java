package vn.chitieu.observation;

import java.util.Locale;

/** How we know when a figure became known. */
public enum PublishedKind {
    /** Printed by the office that released it. */
    RELEASE,
    /** Printed by the press. */
    PRESS,
    /** The earlier of an archive's stamp and the release calendar. */
    ARCHIVE,
    /** By the rule of the release calendar. */
    DERIVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
