package vn.chitieu.projection.dense;

import java.util.Arrays;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.distribution.ErrorQuantiles;
import vn.chitieu.projection.distribution.PooledErrorDistribution;
import vn.chitieu.projection.forecaster.NaivePaths;
import vn.chitieu.projection.forecaster.RegularSeries;

/** Projection from a single earlier year: its rest times the square root of the growth so far. */
final class OneYearHistory {

    private static final double PASS_THROUGH = 0.5;
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private OneYearHistory() {}

    /**
     * Projects {@code year}; growth that is no positive number counts as none.
     *
     * @param known until period {@code observedPeriods} of {@code year}, with the whole year before
     */
    static YearEndProjection project(
            RegularSeries known, int year, int observedPeriods, Aggregation aggregation, PooledTables tables) {
        int m = known.periodsPerYear();
        double[] values = known.values();
        int start = known.index(year, 1);
        double growth = NaivePaths.sum(values, start, start + observedPeriods)
                / NaivePaths.sum(values, start - m, start - m + observedPeriods);
        double factor = growth > 0 && Double.isFinite(growth) ? Math.pow(growth, PASS_THROUGH) : 1;
        double[] path = new double[m - observedPeriods];
        for (int i = 0; i < path.length; i++) {
            path[i] = values[start - m + observedPeriods + i] * factor;
        }
        double[] ofYear = Arrays.copyOfRange(values, start, start + m);
        double toDate = aggregation.toDate(ofYear, observedPeriods);
        System.arraycopy(path, 0, ofYear, observedPeriods, path.length);
        double point = aggregation.annual(ofYear, 0, m);
        double lastYear = aggregation.annual(values, start - m, m);
        PooledErrorDistribution distribution = distribution(
                point,
                lastYear,
                tables.oneYearHistory().at(4.0 * observedPeriods / m),
                aggregation.floor(toDate, OriginForecast.isNonNegative(values)));
        return new YearEndProjection(
                year,
                aggregation,
                observedPeriods,
                toDate,
                point,
                distribution,
                distribution.sigma(),
                new MethodUsed("short_history", "one_complete_year", Correction.NONE),
                1,
                List.of(),
                Arrays.stream(path).boxed().toList());
    }

    /**
     * Returns the symmetric distribution of the absolute error quantiles; their scale is the mean absolute error of the
     * Laplace distribution with the same median, as the pooled scale is one.
     */
    private static PooledErrorDistribution distribution(
            double point, double lastYear, double[] absoluteErrors, double floor) {
        boolean isLog = point > 0 && lastYear > 0;
        double unit = isLog ? 1 : ScaleModel.additiveUnit(Math.abs(lastYear), point);
        double q50 = absoluteErrors[0];
        double q80 = absoluteErrors[1];
        double q95 = absoluteErrors[2];
        double sigma = q50 / Math.log(2);
        double[] quantiles = Arrays.stream(new double[] {-q95, -q80, -q50, 0, q50, q80, q95})
                .map(error -> error / sigma)
                .toArray();
        return new PooledErrorDistribution(
                point, isLog, unit, sigma, new ErrorQuantiles(PROBABILITIES, quantiles), floor);
    }
}
