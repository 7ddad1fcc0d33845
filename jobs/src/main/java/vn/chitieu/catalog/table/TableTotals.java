package vn.chitieu.catalog.table;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table adds up to: equal totals before writing and after reading show that every cell came through.
 *
 * @param sums the sum of each INTEGER, BIGINT, DECIMAL and DOUBLE column in row order, empty cells left out
 * @param contentHash over every cell in row order; comparable within one Java process only
 */
public record TableTotals(long rows, SortedMap<String, Double> sums, long contentHash) {

    public TableTotals {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    /** Adds up rows one after the other. */
    static final class Counter {

        private final TableSpec spec;
        private final double[] sums;
        private long rows;
        private long contentHash;

        Counter(TableSpec spec) {
            this.spec = spec;
            this.sums = new double[spec.columns().size()];
        }

        void add(@Nullable Object[] row) {
            rows++;
            for (int i = 0; i < sums.length; i++) {
                contentHash = 31 * contentHash + Objects.hashCode(row[i]);
                if (row[i] instanceof Number number) {
                    sums[i] += number.doubleValue();
                }
            }
        }

        TableTotals totals() {
            SortedMap<String, Double> sumOfColumn = new TreeMap<>();
            for (int i = 0; i < sums.length; i++) {
                Column column = spec.columns().get(i);
                if (Number.class.isAssignableFrom(column.type().javaType())) {
                    sumOfColumn.put(column.name(), sums[i]);
                }
            }
            return new TableTotals(rows, sumOfColumn, contentHash);
        }
    }
}
