package vn.chitieu.account.leastsquares;

/**
 * A figure with what it measures: {@code value = ratio(cells) + error}, errors being independent.
 *
 * @param name what a report calls it
 * @param standardDeviation of the error, above 0
 * @param isRemovable whether a fit may reject it as wrong; what is not a figure but a model's assumption is not
 * @param release what it was published in; of figures of one release that fit equally badly none is taken for the wrong
 *     one; empty if that is not known
 */
public record Equation(
        String name, Ratio ratio, double value, double standardDeviation, boolean isRemovable, String release) {

    /** A figure of which no release is known. */
    public Equation(String name, Ratio ratio, double value, double standardDeviation, boolean isRemovable) {
        this(name, ratio, value, standardDeviation, isRemovable, "");
    }

    public Equation {
        if (!Double.isFinite(value) || !(standardDeviation > 0)) {
            throw new IllegalArgumentException("Expecting a finite value and a standard deviation above 0 of " + name
                    + " but were " + value + " and " + standardDeviation);
        }
    }
}
