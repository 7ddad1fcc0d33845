package vn.chitieu.attainment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.chitieu.attainment.TrackedQuantities.Quantity;

/**
 * Splits the change of a number between two runs into its causes: the number is computed again with one cause after the
 * other, so that the number after one cause is the one before the next, and nothing is left over.
 */
public final class ChangeExplanation {

    private ChangeExplanation() {}

    /**
     * Figures that changed together.
     *
     * @param indicatorCode whose; empty where the cause is not one of figures, or all of them together
     * @param deliveryId the delivery that brought them; empty as {@code indicatorCode}
     */
    public record Origin(String indicatorCode, String deliveryId) implements Comparable<Origin> {

        /** No figures in particular. */
        public static final Origin NONE = new Origin("", "");

        @Override
        public int compareTo(Origin other) {
            int byIndicator = indicatorCode.compareTo(other.indicatorCode);
            return byIndicator == 0 ? deliveryId.compareTo(other.deliveryId) : byIndicator;
        }
    }

    /**
     * The numbers as they are with one cause more.
     *
     * @param after every cause until this one
     */
    public record Step(ChangeCause cause, Origin origin, TrackedQuantities after) {}

    /**
     * One cause of the change of one number.
     *
     * @param position in the order of counting, from 1
     * @param before the number without this cause, after those that come before it
     * @param after the number with it
     */
    public record Change(
            Quantity quantity, int position, ChangeCause cause, Origin origin, double before, double after) {

        /** Returns what the cause adds. */
        public double effect() {
            return after - before;
        }
    }

    /**
     * Returns a change for every step that moved a number, in their order, of every number that both runs have and that
     * differs between them. A number that a step in between lacks is taken not to have changed in it.
     *
     * @param before the run before
     * @param steps in the order of counting; the last one is the present run
     * @param which the numbers to explain
     */
    public static List<Change> of(TrackedQuantities before, List<Step> steps, Predicate<Quantity> which) {
        TrackedQuantities last =
                steps.isEmpty() ? before : steps.get(steps.size() - 1).after();
        List<Change> changes = new ArrayList<>();
        before.numbers().forEach((quantity, first) -> {
            Double end = last.numbers().get(quantity);
            if (end != null && which.test(quantity) && TrackedQuantities.isMoved(first, end)) {
                double current = first;
                int position = 0;
                for (Step step : steps) {
                    double next = step.after().numbers().getOrDefault(quantity, current);
                    if (next != current) {
                        position++;
                        changes.add(new Change(quantity, position, step.cause(), step.origin(), current, next));
                    }
                    current = next;
                }
            }
        });
        return changes;
    }
}
