package vn.chitieu.programme;

import java.util.Locale;

/** How a version of a target relates to the programme. */
public enum VersionRelation {
    ADOPTED,
    /** By the issuer of the programme: it replaces the version before. */
    AMENDED_BY_SAME_ISSUER,
    ASSIGNED_BY_HIGHER_LEVEL,
    /** What an administration strives for beside the programme. */
    WORKING_TARGET;

    /** Returns whether the version belongs to the programme itself. */
    public boolean isOfProgramme() {
        return this == ADOPTED || this == AMENDED_BY_SAME_ISSUER;
    }

    /** Returns the code that programme files use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static VersionRelation ofCode(String code) {
        for (VersionRelation value : values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Expecting a code of VersionRelation but was '" + code + "'");
    }
}
