package vn.chitieu.notebook.rows;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitieu.catalog.table.Table;

/** A reader that reads each table of a run once, and keeps what was looked up in it. May be shared by threads. */
public final class RememberedMarts implements MartReader {

    private final MartReader reader;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<String, MartRows> rows = new ConcurrentHashMap<>();

    private RememberedMarts(MartReader reader) {
        this.reader = reader;
    }

    /** Returns a reader that remembers what another reads; that one itself if it does. */
    public static RememberedMarts of(MartReader reader) {
        return reader instanceof RememberedMarts remembered ? remembered : new RememberedMarts(reader);
    }

    @Override
    public Table table(String name) {
        return tables.computeIfAbsent(name, reader::table);
    }

    MartRows rows(String name) {
        return rows.computeIfAbsent(name, n -> MartRows.of(table(n)));
    }
}
