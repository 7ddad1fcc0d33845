package vn.chitieu.observation.codelist;

import java.io.Serializable;
import vn.chitieu.observation.Period;
import vn.chitieu.text.LocalizedText;

/**
 * From when figures of an indicator have another standard or scope, a line of {@code history_break.csv}.
 *
 * @param areaCode a code of {@code CL_AREA} or {@code *} for all
 * @param fromPeriod the first period of the new standard, in the year of the area
 */
public record HistoryBreak(String indicatorCode, String areaCode, Period fromPeriod, LocalizedText reason)
        implements Serializable {

    /** Returns whether a figure is from before this break. */
    public boolean cuts(String figureIndicatorCode, String figureAreaCode, Period period) {
        return isOf(figureIndicatorCode, figureAreaCode) && isAfter(period);
    }

    /** Returns whether this break is one of an indicator in an area. */
    public boolean isOf(String figureIndicatorCode, String figureAreaCode) {
        return indicatorCode.equals(figureIndicatorCode) && (areaCode.equals("*") || areaCode.equals(figureAreaCode));
    }

    /** Returns whether a period begins before this break. */
    public boolean isAfter(Period period) {
        return period.startInMonths() < fromPeriod.startInMonths();
    }
}
