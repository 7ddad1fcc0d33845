package vn.chitieu.observation.ingest;

import java.util.List;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.RegisteredDelivery;

/** What became of the rows of bulk deliveries, which were judged before anybody reads them. */
@FunctionalInterface
public interface BulkFigures {

    /** There is no bulk delivery. */
    BulkFigures NONE = delivery -> {
        throw new IllegalArgumentException("Expecting no bulk delivery but was " + delivery.id());
    };

    /**
     * Returns what became of the rows of one.
     *
     * @throws vn.chitieu.catalog.DataException if it is refused
     */
    Judged of(RegisteredDelivery delivery);

    /**
     * The rows of a bulk delivery.
     *
     * @param outcomes with their dates of publication
     * @param plans the same
     * @param quarantined rows that are not used
     */
    record Judged(Figures outcomes, Figures plans, List<QuarantinedRow> quarantined) {

        public Judged {
            quarantined = List.copyOf(quarantined);
        }
    }
}
