package vn.chitieu.projection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * Where one indicator of one area will end the year, as seen on a day, by whichever method its figures allow.
 *
 * <p>Amounts are in {@code unitCode}. A number that cannot be given is null, never NaN.
 *
 * @param frequency of the figures that the projection rests on; A where nothing of the year is known
 * @param lastPeriod the last known period of the year, null where nothing of the year is known
 * @param observedPeriods how many periods of {@code frequency} are known, 0 where none is
 * @param ytd the known part of the year; null for annual methods and for growth rates
 * @param rest what the projection adds to {@code ytd}; null where {@code ytd} is
 * @param point the annual value projected
 * @param law what is believed about the annual value; null where no interval can be given
 * @param previousYearValue the annual value of the year before; null if not known
 * @param history complete earlier years with their value at the same cut-off, oldest first
 * @param path every period of the year, known or not, in order; of a growth rate the rate to date, then the rate of the
 *     rest of the year for each remaining period; empty for annual methods
 * @param methodCode {@code combination}, {@code one_year_history}, {@code growth_to_date}, {@code annual_drift}, …
 * @param methodUsed what was done, for a reader who wants to know; of a rate derived from a level, the level's
 * @param fallbackReason why a better method was not used; {@link MethodNote#NONE} if it was
 * @param historyYears complete earlier years used
 * @param errorScale the scale of the predictive law, in logs or in its own unit; null without a law
 * @param flag {@code no_data_this_year}, {@code short_history}, {@code rebuilt_history}, two of them with a space
 *     between, or empty
 * @param vintageDate when the latest figure used became known
 * @param basis what the law rests on, for those that combine it with others
 */
public record SeriesProjection(
        SeriesId id,
        int year,
        String unitCode,
        Frequency frequency,
        Aggregation aggregation,
        @Nullable Period lastPeriod,
        int observedPeriods,
        @Nullable Double ytd,
        @Nullable Double rest,
        double point,
        @Nullable PredictiveDistribution law,
        @Nullable Double previousYearValue,
        List<PastYear> history,
        List<PathPeriod> path,
        String methodCode,
        MethodNote methodUsed,
        MethodNote fallbackReason,
        int historyYears,
        @Nullable Double errorScale,
        String flag,
        ObservationStatus status,
        LocalDate vintageDate,
        Basis basis)
        implements SeriesOutcome {

    public SeriesProjection {
        if (!Double.isFinite(point)) {
            throw new IllegalArgumentException("Expecting the projection of " + id + " to be finite but was " + point);
        }
        history = List.copyOf(history);
        path = List.copyOf(path);
    }

    /** A projection of which neither members nor errors of earlier years are known. */
    public SeriesProjection(
            SeriesId id,
            int year,
            String unitCode,
            Frequency frequency,
            Aggregation aggregation,
            @Nullable Period lastPeriod,
            int observedPeriods,
            @Nullable Double ytd,
            @Nullable Double rest,
            double point,
            @Nullable PredictiveDistribution law,
            @Nullable Double previousYearValue,
            List<PastYear> history,
            List<PathPeriod> path,
            String methodCode,
            MethodNote methodUsed,
            MethodNote fallbackReason,
            int historyYears,
            @Nullable Double errorScale,
            String flag,
            ObservationStatus status,
            LocalDate vintageDate) {
        this(
                id,
                year,
                unitCode,
                frequency,
                aggregation,
                lastPeriod,
                observedPeriods,
                ytd,
                rest,
                point,
                law,
                previousYearValue,
                history,
                path,
                methodCode,
                methodUsed,
                fallbackReason,
                historyYears,
                errorScale,
                flag,
                status,
                vintageDate,
                Basis.NONE);
    }

    /**
     * Returns this projection with another point and law, and the rest and path that go with them.
     *
     * @param newRest what the point adds to the known part; null where {@code ytd} is
     */
    public SeriesProjection moved(
            @Nullable Double newRest,
            double newPoint,
            PredictiveDistribution newLaw,
            List<PathPeriod> newPath,
            String newMethodCode,
            MethodNote newMethodUsed) {
        return new SeriesProjection(
                id,
                year,
                unitCode,
                frequency,
                aggregation,
                lastPeriod,
                observedPeriods,
                ytd,
                newRest,
                newPoint,
                newLaw,
                previousYearValue,
                history,
                newPath,
                newMethodCode,
                newMethodUsed,
                fallbackReason,
                historyYears,
                null,
                flag,
                status,
                vintageDate,
                Basis.NONE);
    }

    /**
     * Returns this projection with a law that spreads more around the same median, and that said in its flag; this one
     * where nothing is uncertain.
     *
     * @param factor times the spread on the scale of the law, at least 1
     */
    public SeriesProjection widened(double factor, String reason) {
        if (law == null || law instanceof KnownValue) {
            return this;
        }
        PredictiveDistribution wide = law.widened(factor);
        return new SeriesProjection(
                id,
                year,
                unitCode,
                frequency,
                aggregation,
                lastPeriod,
                observedPeriods,
                ytd,
                rest,
                point,
                wide,
                previousYearValue,
                history,
                FanPath.widened(path, law, wide),
                methodCode,
                methodUsed,
                fallbackReason,
                historyYears,
                errorScale == null ? null : Double.valueOf(factor * errorScale),
                flag.isEmpty() ? reason : flag + " " + reason,
                status,
                vintageDate,
                basis);
    }

    /** Returns this projection with the earlier years of another of the same measure, where that has them. */
    public SeriesProjection withHistory(SeriesProjection published) {
        TreeMap<Integer, PastYear> years = new TreeMap<>();
        history.forEach(past -> years.put(past.year(), past));
        published
                .history()
                .forEach(past -> years.merge(
                        past.year(),
                        past,
                        (own, other) ->
                                other.ytd() == null ? new PastYear(own.year(), own.ytd(), other.annual()) : other));
        return new SeriesProjection(
                id,
                year,
                unitCode,
                frequency,
                aggregation,
                lastPeriod,
                observedPeriods,
                ytd,
                rest,
                point,
                law,
                published.previousYearValue() == null ? previousYearValue : published.previousYearValue(),
                List.copyOf(years.values()),
                path,
                methodCode,
                methodUsed,
                fallbackReason,
                historyYears,
                errorScale,
                flag,
                status,
                vintageDate,
                basis);
    }

    /**
     * What the law of a projection rests on.
     *
     * @param scaledErrors of the backtest in units of their expected scale, by year; empty without a backtest
     * @param members of a combination, in their fixed order; empty for other methods
     */
    public record Basis(SortedMap<Integer, Double> scaledErrors, List<MemberWeight> members) implements Serializable {

        /** Nothing is known of it. */
        public static final Basis NONE = new Basis(new TreeMap<>(), List.of());

        public Basis {
            scaledErrors = new TreeMap<>(scaledErrors);
            members = List.copyOf(members);
        }
    }

    /**
     * One member of a combination.
     *
     * @param weight above 0; the weights of all members add up to 1
     */
    public record MemberWeight(String name, double weight) implements Serializable {}

    /** Which history it is: one indicator, activity and price basis of one area. */
    public record SeriesId(String areaCode, String indicatorCode, String activityCode, PriceBasis priceBasis)
            implements Serializable, Comparable<SeriesId> {

        @Override
        public int compareTo(SeriesId other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return areaCode + "." + indicatorCode + "." + activityCode + "." + priceBasis.code();
        }
    }

    /**
     * One complete earlier year.
     *
     * @param ytd its value at the same cut-off; null if that is not known
     */
    public record PastYear(int year, @Nullable Double ytd, double annual) implements Serializable {}

    /**
     * One period of the projected year.
     *
     * @param value of the period alone, known or projected
     * @param lastYearValue of the same period a year before; null if not known
     * @param cumulated since January where the annual value is a sum; else the annual value as of that period
     * @param p2_5 quantile of {@code cumulated}; null where known or without a law, as are the other three
     */
    public record PathPeriod(
            Period period,
            boolean isKnown,
            double value,
            @Nullable Double lastYearValue,
            double cumulated,
            @Nullable Double p2_5,
            @Nullable Double p10,
            @Nullable Double p90,
            @Nullable Double p97_5)
            implements Serializable {}
}
