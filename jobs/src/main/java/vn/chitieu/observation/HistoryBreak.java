package vn.chitieu.observation;

import vn.chitieu.text.LocalizedText;

/**
 * From when figures of an indicator have another standard or scope, a line of {@code history_break.csv}.
 *
 * @param areaCode a code of {@code CL_AREA} or {@code *} for all
 * @param fromPeriod the first period of the new standard
 */
public record HistoryBreak(String indicatorCode, String areaCode, Period fromPeriod, LocalizedText reason) {}
