package vn.chitieu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.projection.dense.PooledTableFiles;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.learned.CorrectionFiles;

/** The pooled tables and the correction learnt on other series that projections of an office use. */
public final class OfficeTables {

    private OfficeTables() {}

    /**
     * Returns the office's own pooled tables and learned correction if it has any, otherwise those that come with the
     * product, by nation, each with the moving holiday that it keeps. A correction without trees is none.
     */
    public static SortedMap<String, PooledTables> byNation(Path datasets, Codelists codelists) {
        Path own = datasets.resolve("codelist/pooled_tables");
        PooledTables tables =
                Files.isDirectory(own) ? PooledTableFiles.read(own, PooledTables.shipped()) : PooledTables.shipped();
        Path correction = datasets.resolve("codelist/learned_correction.csv");
        return HolidayCalendars.tables(
                datasets,
                codelists.areas().values(),
                tables.with(Files.exists(correction) ? CorrectionFiles.read(correction) : CorrectionFiles.shipped()));
    }
}
