package vn.chitieu.projection;

import java.io.Serializable;
import vn.chitieu.observation.PriceBasis;

/** Which history it is: one indicator, activity and price basis of one area. */
public record SeriesId(String areaCode, String indicatorCode, String activityCode, PriceBasis priceBasis)
        implements Serializable, Comparable<SeriesId> {

    @Override
    public int compareTo(SeriesId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return areaCode + "." + indicatorCode + "." + activityCode + "." + priceBasis.code();
    }
}
