package vn.chitieu.source.table;

/** By which rules the numbers and periods of a table are read. */
public enum Grammar {
    /** As a person writes them: no exponent, periods as the code lists write them. */
    PLAIN("plain"),
    /** As SDMX and the programs that write it do: {@code xs:double}, every time format of SDMX. */
    SDMX("sdmx");

    private final String code;

    Grammar(String code) {
        this.code = code;
    }

    /** Returns the word for it in {@code datapackage.json}. */
    public String code() {
        return code;
    }
}
