package vn.chitieu.catalog.rows;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Ordered rows of many parts as one, in order. Areas are mostly ranges of the key: it stays with a part while it may.
 */
final class MergedRows implements Iterator<@Nullable Object[]> {

    private final Comparator<@Nullable Object[]> order;
    private final PriorityQueue<Part> waiting;
    private @Nullable Part lowest;

    MergedRows(Comparator<@Nullable Object[]> order, List<Iterator<@Nullable Object[]>> parts) {
        this.order = order;
        this.waiting = new PriorityQueue<>((a, b) -> order.compare(a.row, b.row));
        for (Iterator<@Nullable Object[]> rows : parts) {
            if (rows.hasNext()) {
                waiting.add(new Part(rows));
            }
        }
        this.lowest = waiting.poll();
    }

    @Override
    public boolean hasNext() {
        return lowest != null;
    }

    @Override
    public @Nullable Object[] next() {
        Part part = lowest;
        if (part == null) {
            throw new NoSuchElementException();
        }
        @Nullable Object[] row = part.row;
        lowest = part.rows.hasNext() ? lowestAfter(part) : waiting.poll();
        return row;
    }

    private @Nullable Part lowestAfter(Part part) {
        part.row = part.rows.next();
        Part other = waiting.peek();
        if (other == null || order.compare(part.row, other.row) <= 0) {
            return part;
        }
        waiting.add(part);
        return waiting.poll();
    }

    private static final class Part {

        private final Iterator<@Nullable Object[]> rows;
        private @Nullable Object[] row;

        Part(Iterator<@Nullable Object[]> rows) {
            this.rows = rows;
            this.row = rows.next();
        }
    }
}
