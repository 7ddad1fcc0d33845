package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * An estimate of the whole year of a target that somebody told, beside the projection. Values are in the target's
 * measure and unit; a number that cannot be given is null.
 *
 * @param estimatedOn when it was told
 * @param estimatePeriod at whose end it was made; of an official estimate the year itself
 * @param sender the department; the source of an official estimate
 * @param point the projection of the year
 * @param pAtLeast probability that the year ends at the estimate or above
 * @param impliedRest what the rest of the year brings if the estimate comes true; null of growth
 * @param impliedGrowthPct the same against last year's rest, in percent
 * @param impliedGrowthPercentile how many percent of earlier years grew less over their rest
 * @param pastBias mean of estimate less outcome over earlier years: in percent of the outcome, of rates in points
 * @param pastBiasBasis whose estimates of earlier years: the department's own or official ones; null without any
 */
public record EstimateReview(
        String programmeId,
        String targetId,
        Kind kind,
        String unitCode,
        double estimate,
        LocalDate estimatedOn,
        Period estimatePeriod,
        String sender,
        @Nullable Double point,
        @Nullable Double pAtLeast,
        @Nullable Double impliedRest,
        @Nullable Double impliedGrowthPct,
        @Nullable Double impliedGrowthPercentile,
        @Nullable Double pastBias,
        int pastBiasYears,
        @Nullable Kind pastBiasBasis,
        String causes,
        String solutions)
        implements Serializable {

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
