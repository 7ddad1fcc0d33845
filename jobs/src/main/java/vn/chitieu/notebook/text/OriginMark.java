package vn.chitieu.notebook.text;

/** The small letter behind a number that was not published as it stands. */
public final class OriginMark {

    private OriginMark() {}

    /** Returns the mark of an origin code; nothing for a published number. */
    public static String of(String origin) {
        return switch (origin) {
            case "derived" -> "ᵈ";
            case "balanced" -> "ᵇ";
            case "projected" -> "ᶠ";
            default -> "";
        };
    }
}
