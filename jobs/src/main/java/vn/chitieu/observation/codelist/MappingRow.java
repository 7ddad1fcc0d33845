package vn.chitieu.observation.codelist;

import java.math.BigDecimal;

/**
 * How delivered codes become ours, a line of {@code mapping.csv}: our value is sign × factor × the delivered value.
 *
 * @param sign 1 or -1
 */
public record MappingRow(
        String sourceIndicator,
        String sourceBreakdown,
        String sourceUnit,
        String indicatorCode,
        String activityCode,
        String unitCode,
        BigDecimal factor,
        int sign) {

    public MappingRow {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("Expecting sign 1 or -1 but was " + sign);
        }
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("Expecting a factor above 0 but was " + factor.toPlainString());
        }
    }

    /** Returns the line of codes that are already ours. */
    static MappingRow identity(String indicatorCode, String activityCode, String unitCode) {
        return new MappingRow(
                indicatorCode, activityCode, unitCode, indicatorCode, activityCode, unitCode, BigDecimal.ONE, 1);
    }

    /** Returns a delivered value in our unit and sense, exactly. */
    public BigDecimal apply(BigDecimal delivered) {
        BigDecimal value = factor.compareTo(BigDecimal.ONE) == 0 ? delivered : delivered.multiply(factor);
        return sign < 0 ? value.negate() : value;
    }
}
