package vn.chitieu.notebook.rows;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.chitieu.catalog.table.Table;

/**
 * A reader that reads each table of a run once, and keeps what was looked up in it. Readers of single areas keep what
 * is theirs alone and share the rest. May be shared by threads.
 */
public final class RememberedMarts implements MartReader {

    private final MartReader reader;
    private final Optional<RememberedMarts> shared;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<String, MartRows> rows = new ConcurrentHashMap<>();

    private RememberedMarts(MartReader reader, Optional<RememberedMarts> shared) {
        this.reader = reader;
        this.shared = shared;
    }

    /** Returns a reader that remembers what another reads; that one itself if it does. */
    public static RememberedMarts of(MartReader reader) {
        return reader instanceof RememberedMarts remembered
                ? remembered
                : new RememberedMarts(reader, Optional.empty());
    }

    @Override
    public Table table(String name) {
        return isShared(name) ? shared.orElseThrow().table(name) : tables.computeIfAbsent(name, reader::table);
    }

    @Override
    public MartReader ofArea(String areaCode) {
        MartReader ofArea = reader.ofArea(areaCode);
        return ofArea == reader ? this : new RememberedMarts(ofArea, Optional.of(this));
    }

    MartRows rows(String name) {
        return isShared(name)
                ? shared.orElseThrow().rows(name)
                : rows.computeIfAbsent(name, n -> MartRows.of(table(n)));
    }

    private boolean isShared(String name) {
        return shared.isPresent() && !ProgrammeMarts.isOfAreas(name);
    }
}
