package vn.chitieu.catalog.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Takes the rows of a table one after the other and holds those that follow each other and are of one area together. A
 * table whose key begins with the area, or with what is named after it, has few packs an area so.
 */
public final class AreaRows implements Consumer<@Nullable Object[]>, AutoCloseable {

    /** Some megabytes of objects: an area may have half of all rows. */
    static final int MOST_ROWS = 20_000;

    private final TableSpec spec;
    private final SortedRuns runs;
    private final int area;
    private final List<@Nullable Object[]> together = new ArrayList<>();
    private String current = "";

    /**
     * Takes rows of a table.
     *
     * @param runs in which they are held when this is closed
     * @throws IllegalArgumentException if the table has no column of areas
     */
    public AreaRows(TableSpec spec, SortedRuns runs) {
        this.spec = spec;
        this.runs = runs;
        this.area = spec.indexOf("area_code");
    }

    @Override
    public void accept(@Nullable Object[] row) {
        String next = String.valueOf(row[area]);
        if (!next.equals(current) || together.size() == MOST_ROWS) {
            close();
            current = next;
        }
        together.add(row);
    }

    /** Holds the last rows. */
    @Override
    public void close() {
        runs.put(current, PackedRows.of(spec, together));
        together.clear();
    }
}
