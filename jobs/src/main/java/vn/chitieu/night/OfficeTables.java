package vn.chitieu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;

/** The pooled tables that projections of an office use. */
public final class OfficeTables {

    private OfficeTables() {}

    /** Returns the office's own pooled tables if it has any, with the holiday of Viet Nam, as all areas are there. */
    public static PooledTables pooled(Path datasets) {
        Path own = datasets.resolve("codelist/pooled_tables");
        PooledTables tables =
                Files.isDirectory(own) ? PooledTableFiles.read(own, PooledTables.shipped()) : PooledTables.shipped();
        return tables.withHoliday(LunarNewYear.read(datasets));
    }
}
