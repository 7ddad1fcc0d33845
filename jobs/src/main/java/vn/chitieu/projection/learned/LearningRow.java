package vn.chitieu.projection.learned;

import java.util.Optional;
import vn.chitieu.projection.dense.CombinedForecast;
import vn.chitieu.projection.dense.PastForecast;

/**
 * One error of the past of one series, and what could be told of it beforehand.
 *
 * @param seriesId tells the series apart
 * @param observedPeriods known periods of the year when it was projected
 * @param periodsPerYear 12 or 4
 * @param year the year projected
 * @param historyYears complete years known before it
 * @param scaledError logarithm of the outcome over the point, in units of its expected scale
 * @param scaleOfVolatility that scale over the usual change of the series from year to year
 * @param features numbers in the order of {@link Feature}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record LearningRow(
        String seriesId,
        int observedPeriods,
        int periodsPerYear,
        int year,
        int historyYears,
        double scaledError,
        double scaleOfVolatility,
        double[] features) {

    /** Returns the row of a past projection; empty if its series is of a kind that nothing is learnt on. */
    public static Optional<LearningRow> of(String seriesId, PastForecast past) {
        CombinedForecast combined = past.combined();
        if (!LearnedCorrection.isOfKnownKind(combined) || !(past.actual() > 0)) {
            return Optional.empty();
        }
        double sigma = combined.errorScale().sigma();
        return Optional.of(new LearningRow(
                seriesId,
                combined.origin().observedPeriods(),
                combined.known().periodsPerYear(),
                past.year(),
                past.historyYears(),
                Math.log(past.actual() / combined.point()) / sigma,
                sigma / Math.exp(combined.errorScale().logVolatility()),
                CorrectionFeatures.of(combined)));
    }

    /** Returns whether whole quarters are known. */
    boolean isAtQuarter() {
        return observedPeriods * 4 % periodsPerYear == 0;
    }
}
