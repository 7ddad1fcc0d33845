package vn.chitieu.account.reading;

import java.util.Comparator;
import vn.chitieu.observation.PriceBasis;

/** An item of an account at a price basis. */
public record AccountItem(String item, PriceBasis basis) implements Comparable<AccountItem> {

    private static final Comparator<AccountItem> ORDER =
            Comparator.comparing(AccountItem::item).thenComparing(AccountItem::basis);

    @Override
    public int compareTo(AccountItem other) {
        return ORDER.compare(this, other);
    }
}
