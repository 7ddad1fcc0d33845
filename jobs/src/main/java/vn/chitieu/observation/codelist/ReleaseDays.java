package vn.chitieu.observation.codelist;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/**
 * When the first figure of a period is expected, by the release calendar of the office.
 *
 * @param lagDays by code of the area and by frequency, how many days after the end of a period
 * @param years when periods begin and end
 */
public record ReleaseDays(Map<String, Map<Frequency, Integer>> lagDays, ReportingYears years) implements Serializable {

    public ReleaseDays {
        lagDays = new TreeMap<>(lagDays);
    }

    /** Returns the day of a period; empty if the calendar has none for the area and the frequency. */
    public Optional<LocalDate> first(String areaCode, Period period) {
        Map<Frequency, Integer> ofArea = lagDays.getOrDefault(areaCode, Map.of());
        return Optional.ofNullable(ofArea.get(period.frequency()))
                .map(lag -> years.of(areaCode).end(period).plusDays(lag));
    }
}
