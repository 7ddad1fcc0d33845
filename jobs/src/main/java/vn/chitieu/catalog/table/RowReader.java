package vn.chitieu.catalog.table;

import org.jspecify.annotations.Nullable;

/**
 * What is given each row of a table, one at a time.
 *
 * @param <E> what it may throw, which ends the reading
 */
@FunctionalInterface
public interface RowReader<E extends Exception> {

    /** Takes a row, its cells in the order of the columns. */
    void read(@Nullable Object[] row) throws E;
}
