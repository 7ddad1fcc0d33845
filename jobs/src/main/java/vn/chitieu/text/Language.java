package vn.chitieu.text;

/** A language that texts for users are written in. */
public enum Language {
    VI("vi", ',', '.'),
    EN("en", '.', ',');

    /** The language of the office, used where nobody chose one. */
    public static final Language DEFAULT = VI;

    private final String code;
    private final char decimalMark;
    private final char groupingMark;

    Language(String code, char decimalMark, char groupingMark) {
        this.code = code;
        this.decimalMark = decimalMark;
        this.groupingMark = groupingMark;
    }

    /** Returns the code of ISO 639-1. */
    public String code() {
        return code;
    }

    /** Returns what stands before the decimals of a number. */
    public char decimalMark() {
        return decimalMark;
    }

    /** Returns what stands between groups of three digits. */
    public char groupingMark() {
        return groupingMark;
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
