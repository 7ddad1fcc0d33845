package vn.chitieu.catalog.run;

import java.util.List;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableFile;
import vn.chitieu.catalog.table.TableSpec;

/**
 * A table of a run as its manifest lists it.
 *
 * @param files that hold it, in the order of its rows, by their names in the run's directory and in {@code mart/}; one,
 *     unless the table is large
 */
public record PublishedTable(String name, List<TableFile> files, List<Column> columns, List<String> key) {

    public PublishedTable {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Expecting at least one file of table " + name + " but was none");
        }
    }

    /** Returns the contract that the table was written by. */
    public TableSpec spec() {
        return new TableSpec(name, columns, key);
    }

    /** Returns the rows in all its files. */
    public long rows() {
        return files.stream().mapToLong(TableFile::rows).sum();
    }

    /** Returns the size of all its files. */
    public long bytes() {
        return files.stream().mapToLong(TableFile::bytes).sum();
    }

    /** Returns the table's files as the manifest lists files. */
    List<PublishedFile> asFiles() {
        return files.stream()
                .map(file -> new PublishedFile(file.file(), file.sha256(), file.bytes()))
                .toList();
    }
}
