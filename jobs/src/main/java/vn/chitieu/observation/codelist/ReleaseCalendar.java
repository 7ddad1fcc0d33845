package vn.chitieu.observation.codelist;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.text.Words;

/**
 * When figures without a date of release are taken to have become known: so many days after the end of their period
 * ({@code release_calendar.csv}).
 */
public final class ReleaseCalendar {

    private static final String ANY_KIND = "*";

    private final Map<String, Integer> lagDays;

    private ReleaseCalendar(Map<String, Integer> lagDays) {
        this.lagDays = new TreeMap<>(lagDays);
    }

    /** Returns a calendar of lags by level of area, frequency, status and kind of indicator. */
    static ReleaseCalendar of(CodelistFile file) {
        return new ReleaseCalendar(file.byKey(
                line -> key(
                        line.text("area_level"),
                        line.parsed("frequency", "codelist.frequency", Frequency::valueOf),
                        line.parsed("status_code", "codelist.status", ObservationStatus::ofCode),
                        line.text("indicator_kind").equals(ANY_KIND)
                                ? ANY_KIND
                                : line.parsed("indicator_kind", "codelist.indicator_kind", IndicatorKind::ofCode)
                                        .code()),
                line -> line.whole("lag_days")));
    }

    /**
     * Returns the day on which a figure of a period is taken to have become known.
     *
     * @param areaLevel level of the area, as in {@code CL_AREA}
     * @param year of the area
     * @throws DataException if the calendar has no line for it
     */
    public LocalDate release(
            String areaLevel, ReportingYear year, Period period, ObservationStatus status, IndicatorKind kind) {
        Frequency frequency = period.frequency();
        Integer ofKind = lagDays.get(key(areaLevel, frequency, status, kind.code()));
        Integer lag = ofKind == null ? lagDays.get(key(areaLevel, frequency, status, ANY_KIND)) : ofKind;
        if (lag == null) {
            String line = "area_level " + areaLevel + ", frequency " + frequency + ", status_code " + status.code()
                    + ", indicator_kind " + ANY_KIND;
            throw new DataException(Words.of("observation").text("codelist.no_release", line));
        }
        return year.end(period).plusDays(lag);
    }

    /** Returns after how many days the first figures of areas of a level are taken to become known, by frequency. */
    Map<Frequency, Integer> firstLags(String areaLevel) {
        Map<Frequency, Integer> lags = new EnumMap<>(Frequency.class);
        for (Frequency frequency : Frequency.values()) {
            for (ObservationStatus status : ObservationStatus.values()) {
                Integer lag = lagDays.get(key(areaLevel, frequency, status, ANY_KIND));
                if (lag != null) {
                    lags.merge(frequency, lag, Math::min);
                }
            }
        }
        return lags;
    }

    private static String key(String areaLevel, Frequency frequency, ObservationStatus status, String kind) {
        return areaLevel + "." + frequency + "." + status.code() + "." + kind;
    }
}
