package vn.chitieu.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;

/** Which vintage of a figure counts on a day. */
final class VintageOrder {

    private VintageOrder() {}

    static Optional<Observation> latest(Collection<Observation> vintagesOfOneKey, LocalDate asOf) {
        return vintagesOfOneKey.stream().min(bestFirst(asOf));
    }

    static Comparator<Observation> bestFirst(LocalDate asOf) {
        return Comparator.comparing(
                        (Observation vintage) -> vintage.sourceDate().isAfter(asOf))
                .thenComparing(Observation::sourceDate, Comparator.reverseOrder())
                .thenComparing(Observation::trustRank)
                .thenComparing(vintage -> uncertainty(vintage.status()))
                .thenComparing(Observation::value, Comparator.<BigDecimal>reverseOrder())
                .thenComparing(Observation::sourceUrl);
    }

    /** Returns 0 for the firmest status, more for a softer one. */
    static int uncertainty(ObservationStatus status) {
        return switch (status) {
            case FINAL -> 0;
            case PROVISIONAL -> 1;
            case UNKNOWN -> 2;
            case ESTIMATE -> 3;
            case IMPUTED, BREAK -> 4;
            case FORECAST -> 5;
            case MISSING -> 6;
        };
    }
}
