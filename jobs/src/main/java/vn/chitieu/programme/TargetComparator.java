package vn.chitieu.programme;

import java.util.Locale;

/** How an outcome is held against a target. */
public enum TargetComparator {
    AT_LEAST,
    ABOVE,
    AT_MOST,
    BELOW,
    /** A planning figure: met inside its tolerance. */
    POINT,
    /** Inside a range, both of its ends included: too much misses it as too little does. */
    BETWEEN,
    /** Printed with "about": met from its tolerance below on. */
    ABOUT,
    /** What a plan allows to be spent or owed: to stay below it is to keep to the plan and no feat. */
    PLAN_CEILING,
    /** By hand. */
    ASSESSED;

    /** Outcomes that differ from a target by less than this, relative to it, count as equal: noise of arithmetic. */
    private static final double SAME = 1e-9;

    /**
     * Returns whether an outcome meets a target of the same unit.
     *
     * @param target of {@link #BETWEEN} the middle of its range
     * @param tolerance half the width of the band of {@link #POINT} and {@link #BETWEEN}, by how much {@link #ABOUT}
     *     may fall short; ignored by the others
     * @throws IllegalStateException if the comparator is {@link #ASSESSED}
     */
    boolean isMetBy(double outcome, double target, double tolerance) {
        double same = SAME * Math.max(1, Math.abs(target));
        return switch (this) {
            case AT_LEAST -> outcome >= target - same;
            case ABOVE -> outcome > target + same;
            case AT_MOST, PLAN_CEILING -> outcome <= target + same;
            case BELOW -> outcome < target - same;
            case ABOUT -> outcome >= target - tolerance - same;
            case POINT, BETWEEN -> Math.abs(outcome - target) <= tolerance + same;
            case ASSESSED -> throw new IllegalStateException("Expecting a comparator of numbers but was assessed");
        };
    }

    /**
     * Returns whether an outcome that meets a target is better than all that it asks for: above a floor, below a limit,
     * of a range beyond its better end, of "about" beyond its tolerance as well. A planning figure, a range that binds
     * on both sides and what a plan allows to be spent are kept to or not, and never exceeded.
     *
     * @param farEnd the target, or the better end of the range that it is printed as
     */
    public boolean isExceededBy(double outcome, double farEnd, double tolerance) {
        double same = SAME * Math.max(1, Math.abs(farEnd));
        return switch (this) {
            case AT_LEAST, ABOVE -> outcome > farEnd + same;
            case ABOUT -> outcome > farEnd + tolerance + same;
            case AT_MOST, BELOW -> outcome < farEnd - same;
            case POINT, BETWEEN, PLAN_CEILING, ASSESSED -> false;
        };
    }

    /** Returns whether more is better. */
    public boolean isFloor() {
        return this == AT_LEAST || this == ABOVE || this == ABOUT;
    }

    /** Returns whether less is better. */
    public boolean isCeiling() {
        return this == AT_MOST || this == BELOW || this == PLAN_CEILING;
    }

    /** Returns whether a band around the target has a half-width of its own, {@link Goal#tolerance()}. */
    boolean hasTolerance() {
        return this == POINT || this == ABOUT;
    }

    /** Returns the code that programme files use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant with a code.
     *
     * @throws IllegalArgumentException if none has the code
     */
    public static TargetComparator ofCode(String code) {
        for (TargetComparator value : values()) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Expecting a code of TargetComparator but was '" + code + "'");
    }
}
