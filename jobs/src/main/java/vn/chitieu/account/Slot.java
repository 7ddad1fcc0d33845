package vn.chitieu.account;

import java.util.Comparator;
import vn.chitieu.observation.PriceBasis;

/** An item of an account at a price basis. */
record Slot(String item, PriceBasis basis) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::item).thenComparing(Slot::basis);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
