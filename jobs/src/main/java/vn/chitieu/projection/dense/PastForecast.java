package vn.chitieu.projection.dense;

/**
 * What the combination would have said of an earlier, now complete year at the same point of that year.
 *
 * @param year the year projected
 * @param historyYears complete years known before it
 * @param actual its annual value
 * @param combined what was said
 */
public record PastForecast(int year, int historyYears, double actual, CombinedForecast combined) {}
