package vn.chitieu.catalog.table;

import vn.chitieu.catalog.Sha256;

/**
 * A file that holds a table, or one of those that hold it together.
 *
 * @param file its name
 * @param bytes its size
 */
public record TableFile(String file, long rows, String sha256, long bytes) {

    public TableFile {
        Sha256.requireSum(sha256);
    }
}
