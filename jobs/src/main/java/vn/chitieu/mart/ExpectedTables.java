package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.List;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ingest.ExpectedDelivery;

/** What was to be delivered by when. */
final class ExpectedTables {

    static final Columns<ExpectedDelivery> EXPECTED_DELIVERY = Columns.<ExpectedDelivery>of(
                    "expected_delivery", "expected_kind_code", "delivery_name", "period")
            .required("expected_kind_code", TEXT, delivery -> delivery.kind().code())
            .required("delivery_name", TEXT, ExpectedDelivery::name)
            .requiredText("sender", ExpectedDelivery::sender)
            .required("period", TEXT, delivery -> delivery.period().toString())
            .required("due_date", DATE, ExpectedDelivery::due)
            .optional("received_date", DATE, delivery -> delivery.received().orElse(null))
            .required(
                    "expected_status_code", TEXT, delivery -> delivery.status().code())
            .ofRun();

    private ExpectedTables() {}

    /** Returns {@link MartTables#EXPECTED_DELIVERY}. */
    static Table expectedDelivery(List<ExpectedDelivery> expected, RunStamp stamp) {
        return EXPECTED_DELIVERY.table(expected, stamp);
    }
}
