package vn.chitieu.catalog.run;

import java.util.List;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;

/**
 * A table of a run as its manifest lists it.
 *
 * @param file its name in the run's directory and in {@code mart/}
 * @param bytes the size of the file
 */
public record PublishedTable(
        String name, String file, long rows, String sha256, long bytes, List<Column> columns, List<String> key) {

    public PublishedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        Sha256.requireSum(sha256);
    }

    /** Returns the contract that the table was written by. */
    public TableSpec spec() {
        return new TableSpec(name, columns, key);
    }

    /** Returns the table's file as the manifest lists files. */
    PublishedFile asFile() {
        return new PublishedFile(file, sha256, bytes);
    }
}
