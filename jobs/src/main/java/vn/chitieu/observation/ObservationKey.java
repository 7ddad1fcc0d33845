package vn.chitieu.observation;

import java.io.Serializable;

/**
 * What a figure is about: one indicator of one activity in one area and period.
 *
 * @param areaCode a code of {@code CL_AREA}
 * @param indicatorCode a code of {@code CL_INDICATOR}
 * @param activityCode a code of {@code CL_ACTIVITY}, {@code _T} for the total
 */
public record ObservationKey(
        String areaCode,
        String indicatorCode,
        String activityCode,
        Period period,
        Accumulation accumulation,
        PriceBasis priceBasis)
        implements Serializable {

    /** Returns the same of another area. */
    public ObservationKey inArea(String otherAreaCode) {
        return new ObservationKey(otherAreaCode, indicatorCode, activityCode, period, accumulation, priceBasis);
    }

    /** Returns the same of another indicator. */
    public ObservationKey ofIndicator(String otherIndicatorCode) {
        return new ObservationKey(areaCode, otherIndicatorCode, activityCode, period, accumulation, priceBasis);
    }

    /** Returns the same of the year before. */
    public ObservationKey yearBefore() {
        return inYear(period.year() - 1);
    }

    /** Returns the same of another year. */
    public ObservationKey inYear(int otherYear) {
        Period other = period.inYear(otherYear);
        return new ObservationKey(areaCode, indicatorCode, activityCode, other, accumulation, priceBasis);
    }

    @Override
    public String toString() {
        return String.join(
                ".", areaCode, indicatorCode, activityCode, period.toString(), accumulation.code(), priceBasis.code());
    }
}
