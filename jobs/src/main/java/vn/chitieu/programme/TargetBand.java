package vn.chitieu.programme;

/**
 * The outcomes that meet one version of a target, in its unit.
 *
 * @param middle of a range the middle, else the value asked for
 * @param halfWidth of a range or the band of a planning figure, by how much "about" may be missed; 0 for others
 */
public record TargetBand(TargetComparator comparator, double middle, double halfWidth) {

    /**
     * Returns whether an outcome meets the target.
     *
     * @throws IllegalStateException if the target is assessed by hand
     */
    public boolean isMetBy(double outcome) {
        return comparator.isMetBy(outcome, middle, halfWidth);
    }

    /** Returns whether an outcome is past the upper end, which more can never bring back. */
    public boolean isPassedBy(double outcome) {
        return switch (comparator) {
            case AT_LEAST, ABOVE, ABOUT, ASSESSED -> false;
            case AT_MOST, BELOW, PLAN_CEILING -> !isMetBy(outcome);
            case POINT, BETWEEN -> !TargetComparator.AT_MOST.isMetBy(outcome, upper(), 0);
        };
    }

    /** Returns the least outcome of a range, a band or "about"; the value asked for where there is none. */
    public double lower() {
        return middle - halfWidth;
    }

    /** Returns the greatest outcome of a range or a band; the value asked for where there is none. */
    public double upper() {
        return middle + halfWidth;
    }
}
