package vn.chitieu.source.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitieu.source.table.Declaration;

/**
 * A file of a delivery as its {@code datapackage.json} describes it. What is stated of its content is enforced.
 *
 * @param name the role of the file: {@code sources} for the list of sources, otherwise a table of figures
 * @param path below the folder of the delivery
 * @param sha256 64 hexadecimal digits in lower case
 * @param bytes its length
 * @param rows its rows without the header
 * @param declaration how it is written
 * @param layout the code of the layout by which a workbook is read
 */
public record DeliveredFile(
        String name,
        String path,
        Optional<String> sha256,
        Optional<Long> bytes,
        Optional<Long> rows,
        Declaration declaration,
        Optional<String> layout) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH =
            Pattern.compile("(?!.*(^|/)\\.)[^/\\\\:*?\\p{Cntrl}]+(/[^/\\\\:*?\\p{Cntrl}]+)*");

    private static final int LONGEST_PATH = 1000;

    public DeliveredFile {
        if (sha256.filter(hash -> !isSum(hash)).isPresent()) {
            throw new IllegalArgumentException("Expecting the hash of " + path
                    + " as sha256: and 64 hexadecimal digits but was '" + sha256.get() + "'");
        }
        if (!isInside(path)) {
            throw new IllegalArgumentException(
                    "Expecting the path of a file inside the delivery's folder but was '" + path + "'");
        }
        if (bytes.orElse(0L) < 0 || rows.orElse(0L) < 0) {
            throw new IllegalArgumentException("Expecting bytes and rows of " + path + " to be at least 0 but were "
                    + bytes.orElse(0L) + " and " + rows.orElse(0L));
        }
    }

    /** Returns whether a text is a sha256 as the descriptions write it. */
    static boolean isSum(String text) {
        return SHA256.matcher(text).matches();
    }

    /** Returns whether a text names a file below a folder: no root, no drive, no part that begins with a point. */
    static boolean isInside(String path) {
        return path.length() <= LONGEST_PATH && PATH.matcher(path).matches();
    }

    /** Returns whether this is the list of sources. */
    public boolean isSourceList() {
        return name.equals("sources");
    }
}
