package vn.chitieu.catalog.run;

import java.util.regex.Pattern;
import vn.chitieu.catalog.Sha256;

/**
 * A file of a run as its manifest lists it.
 *
 * @param file its name in the run's directory and in {@code mart/}
 * @param bytes its size
 */
public record PublishedFile(String file, String sha256, long bytes) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    public PublishedFile {
        if (!NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("Expecting a plain file name but was '" + file + "'");
        }
        Sha256.requireSum(sha256);
        if (bytes < 0) {
            throw new IllegalArgumentException("Expecting a size of " + file + " but was " + bytes);
        }
    }
}
