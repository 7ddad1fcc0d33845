package vn.chitieu.projection;

import java.io.Serializable;
import vn.chitieu.observation.Period;

/**
 * From when on the figures of an indicator have another standard or scope: a row of {@code history_break.csv}.
 *
 * @param areaCode the area, {@code *} for all
 * @param from the first period of the new standard
 */
public record HistoryBreak(String indicatorCode, String areaCode, Period from) implements Serializable {

    /** Returns whether a figure is from before this break. */
    public boolean cuts(SeriesId id, Period period) {
        return indicatorCode.equals(id.indicatorCode())
                && (areaCode.equals("*") || areaCode.equals(id.areaCode()))
                && period.start().isBefore(from.start());
    }
}
