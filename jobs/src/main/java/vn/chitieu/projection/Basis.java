package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the predictive distribution of a projection rests on.
 *
 * @param scaledErrors of the backtest in units of their expected scale, by year; empty without a backtest
 * @param members of a combination, in their fixed order; empty for other methods
 */
public record Basis(SortedMap<Integer, Double> scaledErrors, List<MemberWeight> members) implements Serializable {

    /** Nothing is known of it. */
    public static final Basis NONE = new Basis(new TreeMap<>(), List.of());

    public Basis {
        scaledErrors = new TreeMap<>(scaledErrors);
        members = List.copyOf(members);
    }
}
