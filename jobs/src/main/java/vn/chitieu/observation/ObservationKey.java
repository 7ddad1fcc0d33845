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

    @Override
    public String toString() {
        return String.join(
                ".", areaCode, indicatorCode, activityCode, period.toString(), accumulation.code(), priceBasis.code());
    }
}
