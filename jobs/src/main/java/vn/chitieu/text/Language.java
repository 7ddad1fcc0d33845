package vn.chitieu.text;

/** A language that texts for users are written in. */
public enum Language {
    VI("vi"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Returns the code of ISO 639-1. */
    public String code() {
        return code;
    }

    /**
     * Returns the language with a code.
     *
     * @throws IllegalArgumentException if the code is neither vi nor en
     */
    public static Language of(String code) {
        return switch (code) {
            case "vi" -> VI;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("Expecting language vi or en but was '" + code + "'");
        };
    }
}
