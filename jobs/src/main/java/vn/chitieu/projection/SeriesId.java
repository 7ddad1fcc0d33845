package vn.chitieu.projection;

import java.io.Serializable;
import vn.chitieu.observation.PriceBasis;

/** Which history it is: one indicator, activity and price basis of one area. */
public record SeriesId(String areaCode, String indicatorCode, String activityCode, PriceBasis priceBasis)
        implements Serializable, Comparable<SeriesId> {

    /** Orders by the texts of the ids: where the first difference is in a part that begins the other one, by a dot. */
    @Override
    public int compareTo(SeriesId other) {
        int order = compareParts(areaCode, other.areaCode);
        if (order == 0) {
            order = compareParts(indicatorCode, other.indicatorCode);
        }
        if (order == 0) {
            order = compareParts(activityCode, other.activityCode);
        }
        return order == 0 ? priceBasis.code().compareTo(other.priceBasis.code()) : order;
    }

    private static int compareParts(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return one.charAt(i) - other.charAt(i);
            }
        }
        return one.length() < other.length() ? '.' - other.charAt(shared) : one.charAt(shared) - '.';
    }

    @Override
    public String toString() {
        return areaCode + "." + indicatorCode + "." + activityCode + "." + priceBasis.code();
    }
}
