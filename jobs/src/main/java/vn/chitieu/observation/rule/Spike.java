package vn.chitieu.observation.rule;

import java.util.Collection;
import java.util.Optional;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;

/**
 * A figure far from those of the year before and after, which agree with each other, as a misprint in a series of
 * stocks looks: 718, 1,607, 789 doctors.
 */
public final class Spike {

    /** How many times the neighbours' geometric mean, or what part of it, is far. */
    private static final double FAR = 1.5;
    /** How many times each other neighbours that agree are at most. */
    private static final double NEAR = 1.2;

    private Spike() {}

    /** Returns whether a figure is far from neighbours that agree; figures that are not positive never are. */
    public static boolean is(Optional<Observation> before, Observation figure, Optional<Observation> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        double first = before.get().value().doubleValue();
        double value = figure.value().doubleValue();
        double last = after.get().value().doubleValue();
        return first > 0
                && value > 0
                && last > 0
                && Math.abs(Math.log(last / first)) <= Math.log(NEAR)
                && size(first, value, last) >= Math.log(FAR);
    }

    /** Returns how far a figure is from its neighbours, in logarithms. */
    public static double size(double before, double value, double after) {
        return Math.abs(Math.log(value / Math.sqrt(before * after)));
    }

    /** Returns whether two sources print the value of a figure. */
    public static boolean isConfirmed(Observation figure, Collection<Observation> vintages) {
        return vintages.stream()
                        .filter(vintage -> vintage.value().compareTo(figure.value()) == 0)
                        .map(Observation::sourceUrl)
                        .distinct()
                        .count()
                > 1;
    }

    /** Returns whether figures of a kind and period are looked at: stocks of whole years. */
    public static boolean isLookedAt(IndicatorKind kind, Period period) {
        return kind == IndicatorKind.STOCK && period.frequency() == Frequency.A;
    }
}
