package vn.chitieu.catalog.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;

/** Rows as files take them: as the contract demands, in key order, each key once; they are added up as they pass. */
public final class OrderedRows implements Iterator<@Nullable Object[]> {

    private final RowContract contract;
    private final Iterator<@Nullable Object[]> checked;
    private final TableTotals.Counter counter;
    private @Nullable Object @Nullable [] previous;

    private OrderedRows(RowContract contract, Iterator<@Nullable Object[]> checked) {
        this.contract = contract;
        this.checked = checked;
        this.counter = new TableTotals.Counter(contract.spec());
    }

    /**
     * Begins with the rows of a table, which may stand in any order.
     *
     * @throws DataException if a row breaks the contract
     */
    public static OrderedRows of(Table table) {
        RowContract contract = new RowContract(table.spec());
        List<@Nullable Object[]> rows = new ArrayList<>(table.rows().size());
        for (@Nullable Object[] row : table.rows()) {
            rows.add(contract.checked(row));
        }
        rows.sort(contract.byKey());
        return new OrderedRows(contract, rows.iterator());
    }

    /** Begins with rows that come in key order, of which one is held. */
    public static OrderedRows of(TableSpec spec, Iterator<@Nullable Object[]> rows) {
        RowContract contract = new RowContract(spec);
        return new OrderedRows(contract, RowIterators.mapped(rows, contract::checked));
    }

    TableSpec spec() {
        return contract.spec();
    }

    /** Returns what the rows that passed add up to. */
    TableTotals totals() {
        return counter.totals();
    }

    @Override
    public boolean hasNext() {
        return checked.hasNext();
    }

    /**
     * Returns the next row.
     *
     * @throws DataException if it breaks the contract, its key occurs again or it comes before its turn
     */
    @Override
    public @Nullable Object[] next() {
        @Nullable Object[] row = checked.next();
        if (previous != null) {
            contract.requireAfter(previous, row);
        }
        counter.add(row);
        previous = row;
        return row;
    }
}
