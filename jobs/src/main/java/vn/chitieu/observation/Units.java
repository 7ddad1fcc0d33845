package vn.chitieu.observation;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The units of {@code CL_UNIT} and the factors between those of one dimension.
 *
 * @param byCode in the order of the list
 */
public record Units(Map<String, Unit> byCode) implements Serializable {

    public Units {
        byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }

    /** Returns whether both units are known and measure the same. */
    public boolean areComparable(String from, String to) {
        Unit a = byCode.get(from);
        Unit b = byCode.get(to);
        return from.equals(to) || (a != null && b != null && a.dimension().equals(b.dimension()));
    }

    /**
     * Returns what a value in {@code from} is multiplied by to be in {@code to}.
     *
     * @throws IllegalArgumentException if the units are of different dimensions or one is unknown
     */
    public double factor(String from, String to) {
        if (from.equals(to)) {
            return 1;
        }
        Unit a = byCode.get(from);
        Unit b = byCode.get(to);
        if (a == null || b == null || !a.dimension().equals(b.dimension())) {
            throw new IllegalArgumentException(
                    "Expecting units of one dimension of CL_UNIT but were '%s' and '%s'".formatted(from, to));
        }
        return a.factorToBase().doubleValue() / b.factorToBase().doubleValue();
    }
}
