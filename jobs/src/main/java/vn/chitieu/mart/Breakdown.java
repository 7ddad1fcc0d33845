package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Activity;

/**
 * Wholes and their parts, and which of them add up: the finest parts that make their whole, each amount once. Where the
 * parts that are known do not make it, the whole stands for itself.
 */
final class Breakdown {

    /** What a printed amount may be off, in its unit. */
    private static final double ROUNDING = 0.5;

    /** The part of an amount that its rounding may come to at most. */
    private static final double MOST_ROUNDING = 1e-3;

    /** What a level that rests on a printed rate may be off, in parts of the whole. */
    private static final double ROUNDED_RATE = 1e-4;

    private final Map<String, String> wholes;

    /**
     * A breakdown.
     *
     * @param wholes of each part
     */
    Breakdown(Map<String, String> wholes) {
        this.wholes = Map.copyOf(wholes);
    }

    static Breakdown of(Collection<Activity> activities) {
        return new Breakdown(activities.stream()
                .filter(activity -> activity.parentCode().isPresent())
                .collect(Collectors.toMap(
                        Activity::code, activity -> activity.parentCode().orElseThrow())));
    }

    /** Returns how many wholes a code is inside of; null if it is neither a whole itself nor inside of it. */
    @Nullable
    Integer level(String whole, String code) {
        return code.equals(whole) || isInside(code, Set.of(whole)) ? Integer.valueOf(level(code)) : null;
    }

    /** Returns how many wholes a code is inside of. */
    int level(String code) {
        int level = 0;
        for (String whole = wholes.get(code); whole != null; whole = wholes.get(whole)) {
            level++;
        }
        return level;
    }

    /**
     * Returns the codes whose amounts add up to a whole.
     *
     * @param amounts by code; empty of a whole without one, for nothing can be known to make it
     */
    Set<String> leaves(String whole, Map<String, Double> amounts) {
        Set<String> leaves = new TreeSet<>();
        if (amounts.containsKey(whole)) {
            addLeaves(whole, amounts, leaves);
        }
        return leaves;
    }

    /** Returns the codes whose amounts add up to those that are inside of no other. */
    Set<String> leaves(Map<String, Double> amounts) {
        Set<String> leaves = new TreeSet<>();
        new TreeMap<>(amounts)
                .keySet().stream()
                        .filter(code -> !isInside(code, amounts.keySet()))
                        .forEach(code -> addLeaves(code, amounts, leaves));
        return leaves;
    }

    private boolean isInside(String code, Set<String> codes) {
        for (@Nullable String whole = wholes.get(code); whole != null; whole = wholes.get(whole)) {
            if (codes.contains(whole)) {
                return true;
            }
        }
        return false;
    }

    private void addLeaves(String whole, Map<String, Double> amounts, Set<String> leaves) {
        List<String> parts = new ArrayList<>();
        double left = Objects.requireNonNull(amounts.get(whole));
        double rounding = ROUNDED_RATE * Math.abs(left) + rounding(left);
        for (Map.Entry<String, Double> part : new TreeMap<>(amounts).entrySet()) {
            if (whole.equals(wholes.get(part.getKey()))) {
                parts.add(part.getKey());
                left -= part.getValue();
                rounding += rounding(part.getValue());
            }
        }
        if (parts.isEmpty() || Math.abs(left) > rounding) {
            leaves.add(whole);
        } else {
            parts.forEach(part -> addLeaves(part, amounts, leaves));
        }
    }

    private static double rounding(double amount) {
        return Math.min(ROUNDING, MOST_ROUNDING * Math.abs(amount));
    }
}
