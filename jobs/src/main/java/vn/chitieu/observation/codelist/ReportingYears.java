package vn.chitieu.observation.codelist;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.ReportingYear;

/**
 * The reporting year of every area: that of its nation.
 *
 * @param byNation those that are not the calendar year, by code of the nation
 */
public record ReportingYears(Map<String, ReportingYear> byNation) implements Serializable {

    public ReportingYears {
        byNation = new TreeMap<>(byNation);
    }

    /** Every year begins in January. */
    public static ReportingYears calendar() {
        return new ReportingYears(Map.of());
    }

    /** Returns the year of an area. */
    public ReportingYear of(String areaCode) {
        return areCalendar()
                ? ReportingYear.CALENDAR
                : byNation.getOrDefault(Area.nationOf(areaCode), ReportingYear.CALENDAR);
    }

    /** Returns whether every year begins in January. */
    public boolean areCalendar() {
        return byNation.isEmpty();
    }
}
