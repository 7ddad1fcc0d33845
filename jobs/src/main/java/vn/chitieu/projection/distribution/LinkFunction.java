package vn.chitieu.projection.distribution;

/** The scale on which a value moves by equal steps and errors are symmetric. */
public enum LinkFunction {
    /** The value itself. */
    IDENTITY,
    /** Its natural logarithm: amounts above 0. */
    LOG,
    /** The logarithm of its odds between two bounds: shares and rates. */
    LOGIT;

    /** How near to a bound a share may come, as a part of their distance: half of the last printed decimal. */
    private static final double NEAREST = 5e-4;

    /**
     * Returns a value on this scale.
     *
     * @param lower used by {@code LOGIT} alone, as is {@code upper}; a value on or beyond a bound counts as just inside
     */
    public double of(double value, double lower, double upper) {
        return switch (this) {
            case IDENTITY -> value;
            case LOG -> Math.log(value);
            case LOGIT -> {
                double part = Math.min(1 - NEAREST, Math.max(NEAREST, (value - lower) / (upper - lower)));
                yield Math.log(part / (1 - part));
            }
        };
    }

    /** Returns the value that has {@code score} on this scale. */
    double value(double score, double lower, double upper) {
        return switch (this) {
            case IDENTITY -> score;
            case LOG -> Math.exp(score);
            case LOGIT -> lower + (upper - lower) / (1 + Math.exp(-score));
        };
    }
}
