package vn.chitieu.notebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitieu.catalog.Table;

/**
 * A reader that reads each table of a run once, and keeps it in the form Tablesaw works on too. May be shared by
 * threads.
 */
final class RememberedMarts implements MartReader {

    private final MartReader reader;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<String, MartRows> rows = new ConcurrentHashMap<>();

    RememberedMarts(MartReader reader) {
        this.reader = reader;
    }

    @Override
    public Table table(String name) {
        return tables.computeIfAbsent(name, reader::table);
    }

    MartRows rows(String name) {
        return rows.computeIfAbsent(name, n -> MartRows.of(table(n)));
    }
}
