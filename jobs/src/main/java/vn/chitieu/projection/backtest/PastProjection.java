package vn.chitieu.projection.backtest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.AccountIdentities;

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
        @Nullable Double target) {

    private static final int LONGEST_TREND = 5;
    private static final int MONTHS = 12;

    /**
     * What is known when.
     *
     * @param kind whether the recent figures are those of the day
     */
    public record Known(LocalDate day, VintageKind kind) {}

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

    /**
     * Returns the projection with what it is to be judged by.
     *
     * @param month the last of the known part of the year, 0 if nothing of it is known
     */
    static PastProjection of(
            SeriesProjection projection, int month, Known known, double outturn, LocalDate outturnKnownOn) {
        NavigableMap<Integer, Double> annual = new TreeMap<>();
        projection.history().forEach(past -> annual.put(past.year(), past.annual()));
        Period last = projection.lastPeriod();
        return new PastProjection(
                projection,
                month == 0 || last == null ? Period.ofYear(projection.year() - 1) : last,
                known,
                outturn,
                outturnKnownOn,
                typicalChange(annual, outturn),
                month == 0 ? null : growthRule(projection, month),
                month == 0 ? null : planRule(projection, month),
                isGrowth(projection) ? meanBefore(annual, projection.year()) : grownOn(annual, projection.year() - 1));
    }

    private static boolean isGrowth(SeriesProjection projection) {
        return !AccountIdentities.levelOf(projection.id()).equals(projection.id());
    }

    private static @Nullable Double growthRule(SeriesProjection projection, int month) {
        if (isGrowth(projection)) {
            return projection.path().stream()
                    .filter(PathPeriod::isKnown)
                    .max(Comparator.comparing(PathPeriod::period))
                    .map(PathPeriod::cumulated)
                    .orElse(null);
        }
        Double before = projection.previousYearValue();
        Double then = projection.history().stream()
                .filter(past -> past.year() == projection.year() - 1 && past.ytd() != null)
                .findFirst()
                .map(PastYear::ytd)
                .orElse(null);
        Double known = projection.ytd();
        if (known == null || before == null || then == null || then == 0) {
            return null;
        }
        // what is known of a mean is its part of the year; of earlier years the mean of the same months is at hand
        double toDate = projection.aggregation() == Aggregation.MEAN ? known * MONTHS / month : known;
        return before * toDate / then;
    }

    private static @Nullable Double planRule(SeriesProjection projection, int month) {
        Double toDate = projection.ytd();
        double part = projection.aggregation() == Aggregation.LAST ? 1 : month / (double) MONTHS;
        return toDate == null ? null : Double.valueOf(toDate / part);
    }

    /** Returns the mean absolute change of annual values; without two of them, the size of the outturn. */
    private static double typicalChange(NavigableMap<Integer, Double> annual, double outturn) {
        double sum = 0;
        int count = 0;
        for (Map.Entry<Integer, Double> value : annual.entrySet()) {
            Double before = annual.get(value.getKey() - 1);
            if (before != null) {
                sum += Math.abs(value.getValue() - before);
                count++;
            }
        }
        double change = count == 0 ? Math.abs(outturn) : sum / count;
        return Math.max(change, Math.max(1e-3 * Math.abs(outturn), Double.MIN_NORMAL));
    }

    private static @Nullable Double meanBefore(NavigableMap<Integer, Double> annual, int year) {
        NavigableMap<Integer, Double> latest = annual.subMap(year - LONGEST_TREND, true, year, false);
        return latest.isEmpty()
                ? null
                : Double.valueOf(latest.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    private static @Nullable Double grownOn(NavigableMap<Integer, Double> annual, int lastYear) {
        Double last = annual.get(lastYear);
        int years = 0;
        double first = last == null ? 0 : last;
        while (years < LONGEST_TREND && first > 0) {
            Double before = annual.get(lastYear - years - 1);
            if (before == null || before <= 0) {
                break;
            }
            first = before;
            years++;
        }
        return last == null || years == 0 ? null : Double.valueOf(last * Math.pow(last / first, 1.0 / years));
    }
}
