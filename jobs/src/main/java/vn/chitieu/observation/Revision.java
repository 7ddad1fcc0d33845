package vn.chitieu.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * How far a figure has moved since it was first reported.
 *
 * @param firstDate source date of the first vintage
 * @param latestDate source date of the vintage that counts
 * @param vintageCount how many vintages there are, those of equal value included
 */
public record Revision(
        ObservationKey key,
        String unitCode,
        BigDecimal firstValue,
        LocalDate firstDate,
        BigDecimal latestValue,
        LocalDate latestDate,
        int vintageCount) {

    /** Returns the latest value less the first, in the unit. */
    public BigDecimal change() {
        return latestValue.subtract(firstValue);
    }

    /** Returns the change in percent of the size of the first value; empty if that is 0. */
    public OptionalDouble changePct() {
        return firstValue.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        100 * change().doubleValue() / firstValue.abs().doubleValue());
    }
}
