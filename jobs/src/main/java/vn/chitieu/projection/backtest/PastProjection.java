package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesProjection;

/**
 * What would have been projected at a point of a year that is complete by now, and what came out.
 *
 * <p>Amounts are in the unit of {@code projection}.
 *
 * @param cutoff the last known period
 * @param knownOn the day as seen on which the projection is made: that on which {@code cutoff} became known
 * @param kind whether the recent figures are those of that day
 * @param outturn the annual value as known today
 * @param outturnKnownOn when the latest figure of that year became known
 * @param typicalChange mean absolute annual change before the year, above 0
 * @param growthRulePoint growth so far times the year before; null where there is none
 * @param planRulePoint the annual value of which the known part is the share of the year that has passed
 * @param target the year before grown at the mean rate of up to five years before, all positive; null without those
 */
public record PastProjection(
        SeriesProjection projection,
        Period cutoff,
        LocalDate knownOn,
        VintageKind kind,
        double outturn,
        LocalDate outturnKnownOn,
        double typicalChange,
        @Nullable Double growthRulePoint,
        double planRulePoint,
        @Nullable Double target) {

    /** Whether figures are as they stood on the day or as they stand now. */
    public enum VintageKind {
        /** Figures of the year projected and of the year before stood in sources of that day. */
        REAL_TIME("real_time"),
        /** Some of them are known only as a later source has them, cut by the release calendar. */
        PSEUDO("pseudo");

        private final String code;

        VintageKind(String code) {
            this.code = code;
        }

        /** Returns {@code real_time} or {@code pseudo}. */
        public String code() {
            return code;
        }
    }
}
