package vn.chitieu.cli.process;

/** What must not be printed. */
public final class Secrets {

    private Secrets() {}

    /** Returns an address with stars for user and password. */
    public static String masked(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("//[^/@]*@", "//***@");
    }
}
