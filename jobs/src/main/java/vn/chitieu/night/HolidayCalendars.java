package vn.chitieu.night;

import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.observation.Area;
import vn.chitieu.projection.calendar.LunarNewYear;
import vn.chitieu.projection.calendar.MovingHoliday;
import vn.chitieu.projection.dense.PooledTables;

/** Which nation keeps which moving holiday, and when its year begins. */
public final class HolidayCalendars {

    private HolidayCalendars() {}

    /**
     * Returns tables by nation, those of a nation that names a calendar of New Year's Days with that holiday; the
     * others keep Easter; and each with its own year.
     */
    public static SortedMap<String, PooledTables> tables(Path datasets, Collection<Area> areas, PooledTables tables) {
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
