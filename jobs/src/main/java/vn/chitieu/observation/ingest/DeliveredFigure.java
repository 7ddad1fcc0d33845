package vn.chitieu.observation.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.source.Place;

/**
 * A row that passed validation, before it is known when the world learned it.
 *
 * @param isPlan whether it is a plan, not an outcome
 * @param printed the date that the source prints, if any
 * @param dating what that date means
 * @param delivered the day of its delivery
 */
public record DeliveredFigure(
        ObservationKey key,
        BigDecimal value,
        String unitCode,
        ObservationStatus status,
        boolean isPlan,
        Optional<LocalDate> printed,
        SourceDating dating,
        LocalDate delivered,
        String sourceUrl,
        SourceTrust trust,
        Place place,
        String rowText) {

    /** Returns the observation once its dates are known. */
    Observation published(LocalDate publishedDate, PublishedKind kind, LocalDate sourceDate) {
        return new Observation(
                key,
                value,
                unitCode,
                status,
                publishedDate,
                kind,
                sourceDate,
                sourceUrl,
                trust.rank(),
                place.deliveryId(),
                place.file(),
                place.line());
    }
}
