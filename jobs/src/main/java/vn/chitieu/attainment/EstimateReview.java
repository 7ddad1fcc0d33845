package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * An estimate of the whole year of a target that somebody stated, beside the projection. Values are in the target's
 * measure and unit; a number that cannot be given is null.
 *
 * @param point the projection of the year
 * @param pAtLeast probability that the year ends at the estimate or above
 * @param implied what the rest of the year brings if the estimate turns out right
 */
public record EstimateReview(
        String programmeId,
        String targetId,
        Kind kind,
        Statement stated,
        @Nullable Double point,
        @Nullable Double pAtLeast,
        RequiredPace implied,
        Bias pastBias)
        implements Serializable {

    /**
     * An estimate as it was stated.
     *
     * @param period at whose end it was made; of an official estimate the year itself
     * @param sender the department; the source of an official estimate
     */
    public record Statement(
            double value,
            String unitCode,
            LocalDate statedOn,
            Period period,
            String sender,
            String causes,
            String solutions)
            implements Serializable {

        Statement in(double otherValue, String otherUnitCode) {
            return new Statement(otherValue, otherUnitCode, statedOn, period, sender, causes, solutions);
        }
    }

    /**
     * How far the estimates of earlier years were off on average.
     *
     * @param mean of estimate less outcome: in percent of the outcome, of rates in points
     * @param basis whose estimates: the department's own or official ones; null without any
     */
    public record Bias(
            @Nullable Double mean, int years, @Nullable Kind basis) implements Serializable {

        static final Bias NONE = new Bias(null, 0, null);
    }

    /** Whose estimate it is. */
    public enum Kind {
        /** What the department in charge expects (Ước thực hiện cả năm of its form). */
        UNIT,
        /** What a statistical source printed for the whole year before it was over. */
        OFFICIAL;

        /** Returns the code in tables. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
