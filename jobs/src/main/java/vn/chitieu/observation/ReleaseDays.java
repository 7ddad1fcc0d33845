package vn.chitieu.observation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the first figure of a period is expected, by the release calendar of the office.
 *
 * @param lagDays by code of the area and by frequency, how many days after the end of a period
 */
public record ReleaseDays(Map<String, Map<Frequency, Integer>> lagDays) implements Serializable {

    public ReleaseDays {
        lagDays = new TreeMap<>(lagDays);
    }

    /** Returns the day of a period; empty if the calendar has none for the area and the frequency. */
    public Optional<LocalDate> first(String areaCode, Period period) {
        Map<Frequency, Integer> ofArea = lagDays.getOrDefault(areaCode, Map.of());
        return Optional.ofNullable(ofArea.get(period.frequency()))
                .map(lag -> period.end().plusDays(lag));
    }
}
