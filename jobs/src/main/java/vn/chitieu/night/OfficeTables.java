package vn.chitieu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.calendar.MovingHoliday;
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
        return withCalendars(
                datasets,
                codelists.areas().values(),
                tables.with(Files.exists(correction) ? CorrectionFiles.read(correction) : CorrectionFiles.shipped()));
    }

    /**
     * Returns tables by nation, those of a nation that names a calendar of New Year's Days with that holiday; the
     * others keep Easter; and each with its own year.
     */
    public static SortedMap<String, PooledTables> withCalendars(
            Path datasets, Collection<Area> areas, PooledTables tables) {
        SortedMap<String, PooledTables> byNation = new TreeMap<>();
        for (Area area : areas) {
            if (Area.isNation(area.code())) {
                byNation.put(
                        area.code(),
                        area.holidayCalendar()
                                .<MovingHoliday>map(file -> LunarNewYear.read(datasets, file))
                                .map(holiday -> tables.withCalendar(holiday, area.reportingYear()))
                                .orElseGet(() -> tables.withCalendar(MovingHoliday.easter(), area.reportingYear())));
            }
        }
        return byNation;
    }
}
