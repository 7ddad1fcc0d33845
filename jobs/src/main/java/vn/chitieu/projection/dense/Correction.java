package vn.chitieu.projection.dense;

/**
 * How a projection is moved by what was learnt on other series. With one, the median of the distribution is its point.
 *
 * @param factor the point is multiplied by it, above 0
 * @param scaleFactor the scale of the error is multiplied by it, above 0
 * @param series how many series it was learnt on; 0 if there is none
 */
public record Correction(double factor, double scaleFactor, int series) {

    /** Nothing is moved. */
    public static final Correction NONE = new Correction(1, 1, 0);

    public Correction {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)
                || !(scaleFactor > 0 && scaleFactor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Expecting finite factors above 0 but were %s and %s".formatted(factor, scaleFactor));
        }
    }

    public boolean isNone() {
        return series == 0;
    }

    /** Returns by how much the point is moved, in percent of it. */
    public double percent() {
        return 100 * (factor - 1);
    }
}
