package vn.chitieu.notebook.rows;

import java.util.Map;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;

/** The published tables of one run, by name. */
@FunctionalInterface
public interface MartReader {

    /**
     * Returns a published table.
     *
     * @param name as in {@link vn.chitieu.mart.MartTables}
     * @throws IllegalArgumentException if the run has no such table
     */
    Table table(String name);

    /**
     * Returns a reader for the pages of one area: of the tables that are told area by area it may give the rows of this
     * area alone.
     */
    default MartReader ofArea(String areaCode) {
        return this;
    }

    /**
     * Returns a reader of a published run that takes the tables only as this version of the product knows them: an
     * older run is refused with advice, not read halfway.
     */
    static MartReader of(PublishedRun run) {
        return name -> {
            requireKnown(run, name);
            return run.read(name);
        };
    }

    /** Refuses a table of a run that this version of the product would write with other columns. */
    static void requireKnown(PublishedRun run, String name) {
        Optional<TableSpec> known = MartTables.all().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst();
        boolean isOther = run.table(name)
                .map(PublishedTable::spec)
                .filter(found -> !known.equals(Optional.of(found)))
                .isPresent();
        if (isOther) {
            throw new DataException("Expecting table " + name + " of run " + run.runId()
                    + " as this version writes it, but its columns differ; publish the run again with this"
                    + " version (bin/chitieu nightly --as-of <day of the run>)");
        }
    }

    /** Returns a reader of tables in memory. */
    static MartReader of(Map<String, Table> tables) {
        Map<String, Table> copy = Map.copyOf(tables);
        return name -> {
            Table table = copy.get(name);
            if (table == null) {
                throw new IllegalArgumentException("Expecting a published table but was '" + name + "'");
            }
            return table;
        };
    }
}
