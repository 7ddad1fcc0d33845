package vn.chitieu.observation.codelist;

/** What the date that a source bears means. */
public enum SourceDating {
    /** The day its figures were released. */
    RELEASE("release"),
    /** The day an archive was read: figures of many periods under one date, each in its latest state. */
    ARCHIVE("archive"),
    /** The day a page was put up again: later than the release and no sign of a later vintage. */
    REUPLOAD("reupload");

    private final String code;

    SourceDating(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Returns the meaning with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static SourceDating ofCode(String code) {
        for (SourceDating dating : values()) {
            if (dating.code.equals(code)) {
                return dating;
            }
        }
        throw new IllegalArgumentException("Expecting release, archive or reupload but was '" + code + "'");
    }
}
