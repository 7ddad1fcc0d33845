package vn.chitieu.attainment;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.projection.SeriesProjection;

/**
 * The numbers of a run that are followed from run to run: where each series will end its year, and how likely each
 * target is reached.
 */
public record TrackedQuantities(SortedMap<Quantity, Double> numbers) {

    /** The annual value projected. */
    public static final String POINT = "point";

    /** The probability of attainment. */
    public static final String P_ATTAIN = "p_attain";

    /** Where a target will end its year, in its own measure. */
    public static final String PROJECTED = "projected";

    private static final double LAST_DIGIT = 5e-5;
    private static final double NOISE = 1e-6;
    private static final double ROUNDING = 1e-9;

    public TrackedQuantities {
        numbers = new TreeMap<>(numbers);
    }

    /**
     * One number.
     *
     * @param subjectId series and year, or programme and target
     * @param quantityCode {@link #POINT}, {@link #P_ATTAIN} or {@link #PROJECTED}
     */
    public record Quantity(String subjectId, String quantityCode) implements Comparable<Quantity> {

        /** Returns whether this is a number of a target. */
        public boolean isOfTarget() {
            return !quantityCode.equals(POINT);
        }

        @Override
        public int compareTo(Quantity other) {
            int bySubject = subjectId.compareTo(other.subjectId);
            return bySubject == 0 ? quantityCode.compareTo(other.quantityCode) : bySubject;
        }
    }

    /** Returns the projected annual value of a series. */
    public static Quantity point(String seriesId, int year) {
        return new Quantity(seriesId + "." + year, POINT);
    }

    /** Returns the probability that a target is reached. */
    public static Quantity probability(String programmeId, String targetId) {
        return new Quantity(programmeId + "." + targetId, P_ATTAIN);
    }

    /** Returns where a target will end its year. */
    public static Quantity projected(String programmeId, String targetId) {
        return new Quantity(programmeId + "." + targetId, PROJECTED);
    }

    /**
     * Returns whether both hold the same numbers of targets, a difference below the last printed digit of a probability
     * or a millionth of the number being none.
     */
    public boolean isOfTargetsAlike(TrackedQuantities other) {
        SortedMap<Quantity, Double> theirs = other.ofTargets().numbers();
        SortedMap<Quantity, Double> ours = ofTargets().numbers();
        return ours.keySet().equals(theirs.keySet())
                && ours.entrySet().stream()
                        .allMatch(entry -> Math.abs(entry.getValue() - theirs.getOrDefault(entry.getKey(), Double.NaN))
                                <= Math.max(LAST_DIGIT, NOISE * Math.abs(entry.getValue())));
    }

    /** Returns whether a number of both is not the same in them. */
    public boolean isMovedFrom(TrackedQuantities before) {
        return numbers.entrySet().stream().anyMatch(entry -> {
            Double first = before.numbers.get(entry.getKey());
            return first != null && isMoved(first, entry.getValue());
        });
    }

    /** Returns whether a number and a later one are not the same, rounding apart. */
    static boolean isMoved(double before, double after) {
        return Math.abs(after - before) > ROUNDING * Math.abs(before);
    }

    /** Returns the numbers of several, which have none in common. */
    public static TrackedQuantities together(Collection<TrackedQuantities> several) {
        SortedMap<Quantity, Double> numbers = new TreeMap<>();
        several.forEach(one -> numbers.putAll(one.numbers));
        return new TrackedQuantities(numbers);
    }

    /** Returns the numbers of targets alone. */
    public TrackedQuantities ofTargets() {
        SortedMap<Quantity, Double> ofTargets = new TreeMap<>(numbers);
        ofTargets.keySet().removeIf(quantity -> !quantity.isOfTarget());
        return new TrackedQuantities(ofTargets);
    }

    /**
     * Returns the numbers of a run.
     *
     * @param versions which version of a target counts, by {@link #probability}; the headline of a target not among
     *     them
     */
    public static TrackedQuantities of(
            Stream<SeriesProjection> projections,
            Collection<TargetAttainment> attainments,
            Map<Quantity, Integer> versions) {
        SortedMap<Quantity, Double> numbers = new TreeMap<>();
        projections.forEach(
                projection -> numbers.put(point(projection.id().toString(), projection.year()), projection.point()));
        for (TargetAttainment attainment : attainments) {
            Quantity quantity = probability(attainment.programmeId(), attainment.targetId());
            Integer version = versions.get(quantity);
            boolean counts = version == null
                    ? attainment.isHeadline()
                    : version == attainment.version().number();
            Double probability = attainment.judgement().pAttain();
            if (counts && probability != null) {
                numbers.put(quantity, probability);
            }
            Double point = attainment.forecast().point();
            if (counts && point != null) {
                numbers.put(projected(attainment.programmeId(), attainment.targetId()), point);
            }
        }
        return new TrackedQuantities(numbers);
    }
}
