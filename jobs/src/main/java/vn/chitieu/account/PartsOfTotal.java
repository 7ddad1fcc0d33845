package vn.chitieu.account;

import java.util.List;
import vn.chitieu.observation.PriceBasis;

/** An identity: the parts sum to the total. */
record PartsOfTotal(Slot total, List<Slot> parts) {

    static PartsOfTotal of(PriceBasis basis, String total, List<String> parts) {
        return new PartsOfTotal(
                new Slot(total, basis),
                parts.stream().map(part -> new Slot(part, basis)).toList());
    }
}
