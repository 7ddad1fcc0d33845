package vn.chitieu.projection;

/**
 * The law of a value that is a known amount above another.
 *
 * @param law of the other value
 * @param shift the amount, in the unit of the value, finite
 */
public record ShiftedLaw(PredictiveLaw law, double shift) implements PredictiveLaw {

    private static final long serialVersionUID = 1L;

    public ShiftedLaw {
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("Expecting a finite shift but was " + shift);
        }
    }

    @Override
    public double quantile(double probability) {
        return law.quantile(probability) + shift;
    }

    @Override
    public double probabilityAtLeast(double target) {
        return law.probabilityAtLeast(target - shift);
    }
}
