package vn.chitieu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;

/** The pooled tables that projections of an office use. */
public final class OfficeTables {

    private OfficeTables() {}

    /** Returns the office's own pooled tables if it has any, by nation, each with the moving holiday that it keeps. */
    public static SortedMap<String, PooledTables> byNation(Path datasets, Codelists codelists) {
        Path own = datasets.resolve("codelist/pooled_tables");
        PooledTables tables =
                Files.isDirectory(own) ? PooledTableFiles.read(own, PooledTables.shipped()) : PooledTables.shipped();
        return HolidayCalendars.tables(datasets, codelists.areas().values(), tables);
    }
}
