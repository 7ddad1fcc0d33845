package vn.chitieu.catalog.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.RowContract;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Rows of one table in few bytes: checked, in key order, each cell in its one stored form. The same rows are the same
 * bytes, in whatever order they came.
 */
public final class PackedRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final int size;
    private final byte[] packed;

    private PackedRows(String table, int size, byte[] packed) {
        this.table = table;
        this.size = size;
        this.packed = packed;
    }

    /**
     * Packs rows of a table.
     *
     * @param rows in any order; that a key occurs once is for the writer of the table to see
     * @throws DataException if a row breaks the contract of the table
     */
    public static PackedRows of(TableSpec spec, Collection<@Nullable Object[]> rows) {
        RowContract contract = new RowContract(spec);
        List<@Nullable Object[]> checked = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            checked.add(contract.checked(row));
        }
        checked.sort(order(spec));
        RowPacker packer = new RowPacker(spec);
        for (@Nullable Object[] row : checked) {
            packer.add(row);
        }
        return new PackedRows(spec.name(), checked.size(), packer.packed());
    }

    /** Returns the order of rows: by key, and of rows with one key, which the writer will refuse, by what they hold. */
    static Comparator<@Nullable Object[]> order(TableSpec spec) {
        return new RowContract(spec).byKey().thenComparing(row -> Arrays.toString(row));
    }

    /** Returns the name of the table. */
    public String table() {
        return table;
    }

    /** Returns the number of rows. */
    public int size() {
        return size;
    }

    /** Returns the number of bytes. */
    public int bytes() {
        return packed.length;
    }

    byte[] packed() {
        return packed;
    }

    /**
     * Returns the rows in key order, each made when it is asked for, its cells as {@link RowContract#checked} returns
     * them.
     *
     * @throws IllegalArgumentException if they are of another table
     */
    public Iterator<@Nullable Object[]> rows(TableSpec spec) {
        if (!spec.name().equals(table)) {
            throw new IllegalArgumentException(
                    "Expecting rows of table " + spec.name() + " but was given rows of table " + table);
        }
        return new UnpackedRows(spec, size, new PackedInput(packed));
    }
}
