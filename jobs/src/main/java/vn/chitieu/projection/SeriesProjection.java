package vn.chitieu.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.distribution.AddedError;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * Where one indicator of one area will end the year, as seen on a day, by whichever method its figures allow.
 *
 * <p>Amounts are in {@code unitCode}. A number that cannot be given is null, never NaN.
 *
 * @param frequency of the figures that the projection rests on; A where nothing of the year is known
 * @param path every period of the year, known or not, in order; of a growth rate the rate to date, then the rate of the
 *     rest of the year for each remaining period; empty for annual methods
 * @param vintageDate when the latest figure used became known
 */
public record SeriesProjection(
        SeriesId id,
        int year,
        String unitCode,
        Frequency frequency,
        Aggregation aggregation,
        KnownPart known,
        Forecast forecast,
        Past past,
        List<PathPeriod> path,
        ProjectionMethod method,
        ObservationStatus status,
        LocalDate vintageDate)
        implements SeriesOutcome {

    public SeriesProjection {
        if (!Double.isFinite(forecast.point())) {
            throw new IllegalArgumentException(
                    "Expecting the projection of " + id + " to be finite but was " + forecast.point());
        }
        path = List.copyOf(path);
    }

    /**
     * Returns this projection with another point and distribution, and the rest and path that go with them.
     *
     * @param newRest what the point adds to the known part; null where that has no value
     */
    public SeriesProjection moved(
            @Nullable Double newRest,
            double newPoint,
            PredictiveDistribution distribution,
            List<PathPeriod> newPath,
            String newMethodCode,
            MethodNote newMethodUsed) {
        return with(
                new Forecast(newRest, newPoint, distribution, null),
                past,
                newPath,
                method.replaced(newMethodCode, newMethodUsed));
    }

    /**
     * Returns this projection with a distribution that spreads more around the same median, and that said in its flag;
     * this one where nothing is uncertain.
     *
     * @param factor times the spread on the scale of the distribution, at least 1
     */
    public SeriesProjection widened(double factor, String reason) {
        PredictiveDistribution distribution = forecast.distribution();
        if (distribution == null || distribution instanceof KnownValue) {
            return this;
        }
        PredictiveDistribution wide = distribution.widened(factor);
        Double scale = forecast.errorScale();
        return with(
                new Forecast(
                        forecast.rest(), forecast.point(), wide, scale == null ? null : Double.valueOf(factor * scale)),
                past,
                FanPath.widened(path, distribution, wide),
                method.flagged(reason));
    }

    /**
     * Returns this projection with an independent error added to the value of the year, and that said in its flag.
     *
     * @param standardError in the unit of the series
     * @param degreesOfFreedom that the standard error rests on, at least 1
     */
    public SeriesProjection withError(double standardError, double degreesOfFreedom, String reason) {
        PredictiveDistribution distribution = forecast.distribution();
        if (distribution == null || standardError == 0) {
            return with(forecast, past, path, method.flagged(reason));
        }
        double factor = AddedError.factor(distribution, standardError);
        if (Double.isFinite(factor)) {
            return widened(factor, reason);
        }
        PredictiveDistribution uncertain = AddedError.to(distribution, standardError, degreesOfFreedom);
        return with(
                new Forecast(forecast.rest(), forecast.point(), uncertain, standardError),
                past,
                path,
                method.flagged(reason));
    }

    /** Returns this projection with a reason in its flag and the words of its method that go with it. */
    public SeriesProjection flagged(String reason, MethodNote used) {
        return with(forecast, past, path, method.noted(used).flagged(reason));
    }

    /** Returns this projection with the earlier years of another of the same measure, where that has them. */
    public SeriesProjection withHistory(SeriesProjection published) {
        return with(forecast, past.with(published.past), path, method);
    }

    /**
     * Returns this projection with earlier years of another of the same measure: those that it has none of itself, and
     * those for which the other goes before.
     */
    public SeriesProjection withYears(SeriesProjection other, IntPredicate goesBefore) {
        return with(forecast, past.with(other.past, goesBefore, year - 1), path, method);
    }

    private SeriesProjection with(
            Forecast newForecast, Past newPast, List<PathPeriod> newPath, ProjectionMethod newMethod) {
        return new SeriesProjection(
                id,
                year,
                unitCode,
                frequency,
                aggregation,
                known,
                newForecast,
                newPast,
                newPath,
                newMethod,
                status,
                vintageDate);
    }

    public @Nullable Period lastPeriod() {
        return known.lastPeriod();
    }

    public int observedPeriods() {
        return known.periods();
    }

    /** Returns the periods before the last known one that have no figure and were interpolated. */
    public List<Period> interpolated() {
        return known.interpolated();
    }

    public @Nullable Double ytd() {
        return known.ytd();
    }

    public @Nullable Double rest() {
        return forecast.rest();
    }

    public double point() {
        return forecast.point();
    }

    public @Nullable PredictiveDistribution distribution() {
        return forecast.distribution();
    }

    public @Nullable Double previousYearValue() {
        return past.previousYearValue();
    }

    /** Returns what is missing of last year; null if nothing is, or if nothing of it is known. */
    public @Nullable IncompleteYear incompleteLastYear() {
        return past.incomplete();
    }

    public List<PastYear> history() {
        return past.years();
    }
}
