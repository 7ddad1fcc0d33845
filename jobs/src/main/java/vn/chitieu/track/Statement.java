package vn.chitieu.track;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.Quantiles;

/**
 * What one source said of a year on one day.
 *
 * @param source {@link Sources}
 * @param value the year, in the unit of the subject
 * @param quantiles null of a source that gives none
 * @param stake null where nothing was to be reached
 * @param scale what errors are measured in
 */
public record Statement(
        Subject subject,
        Occasion occasion,
        String source,
        double value,
        @Nullable Quantiles quantiles,
        @Nullable Stake stake,
        ErrorUnit scale,
        String methodCode,
        int historyYears)
        implements Comparable<Statement>, Serializable {

    /** By subject and occasion: statements of different sources on the same occasion are equal. */
    static final Comparator<Statement> OCCASIONS = Comparator.comparing(Statement::subject)
            .thenComparing(statement -> statement.occasion().day())
            .thenComparing(statement -> statement.occasion().cutoff().endInMonths())
            .thenComparing(statement -> statement.occasion().cutoff().toString());

    private static final Comparator<Statement> ORDER = OCCASIONS.thenComparing(Statement::source);

    /**
     * What errors of a subject are measured in.
     *
     * @param typicalChange mean absolute annual change before the year, above 0
     * @param isRatio whether a percentage of the outturn says something: no rate, and no year not above 0
     */
    public record ErrorUnit(double typicalChange, boolean isRatio) implements Serializable {}

    @Override
    public int compareTo(Statement other) {
        return ORDER.compare(this, other);
    }

    /** Returns the same statement of another source. */
    Statement of(String other, double otherValue, @Nullable Stake otherStake, String otherMethod) {
        return new Statement(subject, occasion, other, otherValue, null, otherStake, scale, otherMethod, historyYears);
    }
}
