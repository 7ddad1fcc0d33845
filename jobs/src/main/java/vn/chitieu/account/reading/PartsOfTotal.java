package vn.chitieu.account.reading;

import java.util.List;
import vn.chitieu.observation.PriceBasis;

/** An identity: the parts sum to the total. */
public record PartsOfTotal(AccountItem total, List<AccountItem> parts) {

    static PartsOfTotal of(PriceBasis basis, String total, List<String> parts) {
        return new PartsOfTotal(
                new AccountItem(total, basis),
                parts.stream().map(part -> new AccountItem(part, basis)).toList());
    }
}
