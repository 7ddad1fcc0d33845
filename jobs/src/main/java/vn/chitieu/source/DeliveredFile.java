package vn.chitieu.source;

import java.util.regex.Pattern;

/**
 * A file of a delivery as its {@code datapackage.json} describes it.
 *
 * @param name the role of the file: {@code sources} for the list of sources, otherwise a table of figures
 * @param path below the folder of the delivery
 * @param sha256 64 hexadecimal digits in lower case
 * @param bytes its length
 * @param rows its rows without the header
 */
public record DeliveredFile(String name, String path, String sha256, long bytes, int rows) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH =
            Pattern.compile("(?!.*(^|/)\\.)[^/\\\\:*?\\p{Cntrl}]+(/[^/\\\\:*?\\p{Cntrl}]+)*");

    public DeliveredFile {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "Expecting the hash of " + path + " as sha256: and 64 hexadecimal digits but was '" + sha256 + "'");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "Expecting the path of a file inside the delivery's folder but was '" + path + "'");
        }
        if (bytes < 0 || rows < 0) {
            throw new IllegalArgumentException(
                    "Expecting bytes and rows of " + path + " to be at least 0 but were " + bytes + " and " + rows);
        }
    }

    /** Returns whether this is the list of sources. */
    public boolean isSourceList() {
        return name.equals("sources");
    }
}
