package vn.chitieu.night;

import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.observation.Area;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.dense.PooledTables;

/** Which nation keeps which moving holiday. */
public final class HolidayCalendars {

    private HolidayCalendars() {}

    /**
     * Returns tables by nation, those of a nation that names a calendar of New Year's Days with that holiday; the
     * others keep Easter, as the tables given do.
     */
    public static SortedMap<String, PooledTables> tables(Path datasets, Collection<Area> areas, PooledTables tables) {
        SortedMap<String, PooledTables> byNation = new TreeMap<>();
        for (Area area : areas) {
            if (Area.isNation(area.code())) {
                byNation.put(
                        area.code(),
                        area.holidayCalendar()
                                .map(file -> tables.withHoliday(LunarNewYear.read(datasets, file)))
                                .orElse(tables));
            }
        }
        return byNation;
    }
}
