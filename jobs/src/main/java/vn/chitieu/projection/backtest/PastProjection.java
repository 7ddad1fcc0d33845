package vn.chitieu.projection.backtest;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesProjection;

/**
 * What would have been projected at a point of a year that is complete by now, and what came out.
 *
 * <p>Amounts are in the unit of {@code projection}.
 *
 * @param cutoff the last known period; the year before where nothing of the year was known
 * @param known the day as seen on which the projection is made, on which {@code cutoff} became known
 * @param outturn the annual value as known today
 * @param outturnKnownOn when the latest figure of that year became known
 * @param typicalChange mean absolute annual change before the year, above 0
 * @param growthRulePoint growth so far times the year before, of a rate of growth that so far; null where there is none
 * @param planRulePoint the annual value of which the known part is the share of the year that has passed; null where
 *     nothing of the year adds up to it
 * @param target what an office would have aimed at, by the mean of up to five years before: the year before grown at
 *     that rate, of a rate of growth that rate; null without those years or where a level was not positive
 */
public record PastProjection(
        SeriesProjection projection,
        Period cutoff,
        Known known,
        double outturn,
        LocalDate outturnKnownOn,
        double typicalChange,
        @Nullable Double growthRulePoint,
        @Nullable Double planRulePoint,
        @Nullable Double target)
        implements Serializable {

    /**
     * What is known when.
     *
     * @param kind whether the recent figures are those of the day
     */
    public record Known(LocalDate day, VintageKind kind) implements Serializable {}

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

        /**
         * Returns the kind with a code.
         *
         * @throws IllegalArgumentException if none has the code
         */
        public static VintageKind ofCode(String code) {
            for (VintageKind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Expecting real_time or pseudo but was '" + code + "'");
        }
    }

    /**
     * Returns the projection with what it is to be judged by.
     *
     * @param month the last of the known part of the year, 0 if nothing of it is known
     */
    static PastProjection of(
            SeriesProjection projection, int month, Known known, double outturn, LocalDate outturnKnownOn) {
        Period last = projection.lastPeriod();
        return new PastProjection(
                projection,
                month == 0 || last == null ? Period.ofYear(projection.year() - 1) : last,
                known,
                outturn,
                outturnKnownOn,
                UsualYear.typicalChange(projection, outturn),
                UsualYear.growthRule(projection, month),
                UsualYear.planRule(projection, month),
                UsualYear.target(projection));
    }
}
