package vn.chitieu.observation.codelist;

import vn.chitieu.observation.ObservationStatus;

/**
 * What the date of some sources means, a line of {@code source_dating.csv}.
 *
 * @param statusCode status of the figure, {@code *} for any
 * @param urlPrefix how the address begins; empty for any
 */
record DatingRule(String kind, String statusCode, String urlPrefix, SourceDating dating) {

    boolean fits(String sourceKind, ObservationStatus status, String url) {
        return kind.equals(sourceKind)
                && (statusCode.equals("*") || statusCode.equals(status.code()))
                && url.startsWith(urlPrefix);
    }
}
