package vn.chitieu.projection.dense;

import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * What the combination says of one year, before anything learnt on other series moves it.
 *
 * @param origin what each member says
 * @param weights of the members, adding to 1
 * @param point projection of the annual value
 * @param errorScale how large its error is expected to be
 * @param historyYears complete years used
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record CombinedForecast(
        OriginForecast origin, double[] weights, double point, ErrorScale errorScale, int historyYears) {

    /** Returns the series until the cut-off, of the years that are used. */
    public RegularSeries known() {
        return origin.known();
    }
}
