package vn.chitieu.attainment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.attainment.TrackedQuantities.Quantity;

/**
 * Splits the change of a number between two runs into its causes: the number is computed again with one cause after the
 * other, so that the number after one cause is the one before the next, and nothing is left over.
 */
public final class ChangeExplanation {

    private static final double ROUNDING = 1e-9;

    private ChangeExplanation() {}

    /**
     * One cause of the change of one number.
     *
     * @param before the number without this cause, after those that come before it
     * @param after the number with it
     */
    public record Change(Quantity quantity, ChangeCause cause, double before, double after) {

        /** Returns what the cause adds. */
        public double effect() {
            return after - before;
        }
    }

    /**
     * Returns a change for every cause, in their order, of every number that both runs have and that differs between
     * them. A number that a step in between lacks is taken not to have changed in it.
     *
     * @param before the run before
     * @param after what each cause makes of it, with the causes before; the last one is the present run
     */
    public static List<Change> of(TrackedQuantities before, Map<ChangeCause, TrackedQuantities> after) {
        EnumMap<ChangeCause, TrackedQuantities> steps = new EnumMap<>(after);
        if (steps.size() != ChangeCause.values().length) {
            throw new IllegalArgumentException("Expecting a step for each cause but were " + steps.keySet());
        }
        TrackedQuantities last = steps.getOrDefault(ChangeCause.TARGET, before);
        List<Change> changes = new ArrayList<>();
        before.numbers().forEach((quantity, first) -> {
            Double end = last.numbers().get(quantity);
            if (end != null && Math.abs(end - first) > ROUNDING * Math.abs(first)) {
                double current = first;
                for (Map.Entry<ChangeCause, TrackedQuantities> step : steps.entrySet()) {
                    double next = step.getValue().numbers().getOrDefault(quantity, current);
                    changes.add(new Change(quantity, step.getKey(), current, next));
                    current = next;
                }
            }
        });
        return changes;
    }
}
