package vn.chitieu.projection.dense;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.AdjustedSeries;
import vn.chitieu.projection.forecaster.LevelBreak;
import vn.chitieu.projection.forecaster.MemberPaths;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.forecaster.ZeroPattern;

/**
 * What every member said of one year part-way through it, and what it would have said of the years before at the same
 * point.
 *
 * @param year the year projected
 * @param observedPeriods known periods of it
 * @param aggregation how periods make the annual value
 * @param toDate as {@link Aggregation#toDate}, in the unit of the series
 * @param paths the missing periods, a row for each member, in the unit of the series
 * @param projections the annual value by each member; not finite where it failed
 * @param earlier the same of the years before, the latest first: until each of them the same recursions, of values that
 *     were adjusted with what is known now
 * @param residualScale root mean square of the one-step errors of the seasonal ARIMA
 * @param known the values until the origin, of the years that are used, on the level that they have now
 * @param breaks where that level began
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record OriginForecast(
        int year,
        int observedPeriods,
        Aggregation aggregation,
        double toDate,
        double[][] paths,
        double[] projections,
        List<double[]> earlier,
        double residualScale,
        RegularSeries known,
        List<LevelBreak> breaks) {

    private static final int FEWEST_YEARS = 2;

    /**
     * Runs every member on the values known at the origin.
     *
     * @param series known at least until period {@code observedPeriods} of {@code year}; later values are not looked at
     * @param observedPeriods at least 1 and less than a year, after at least two complete years
     */
    public static OriginForecast of(
            RegularSeries series, int year, int observedPeriods, Aggregation aggregation, MethodConstants constants) {
        RegularSeries asPublished = series.until(year, observedPeriods).since(year - constants.mostHistoryYears());
        List<LevelBreak> breaks = LevelBreak.of(asPublished);
        RegularSeries known = LevelBreak.mended(asPublished, breaks);
        int m = known.periodsPerYear();
        double[] values = known.values();
        boolean isNonNegative = isNonNegative(values);
        int completeYears = (values.length - observedPeriods) / m;
        int earlierYears = Math.min(constants.mostBacktestYears(), completeYears - FEWEST_YEARS);
        ZeroPattern zeros = ZeroPattern.of(known);
        MemberPaths members = MemberPaths.of(
                AdjustedSeries.of(zeros.filled(known), m - observedPeriods, 1 + earlierYears, constants));
        List<double[]> projections = new ArrayList<>();
        for (int origin = 0; origin <= earlierYears; origin++) {
            double[][] paths = members.paths()[origin];
            if (isNonNegative) {
                raiseToZero(paths);
            }
            if (zeros.isFillable()) {
                setIdle(paths, zeros.isIdle(), observedPeriods);
            }
            int start = values.length - observedPeriods - origin * m;
            projections.add(annualValues(values, start, observedPeriods, paths, aggregation));
        }
        double[] ofYear = new double[m];
        System.arraycopy(values, values.length - observedPeriods, ofYear, 0, observedPeriods);
        return new OriginForecast(
                year,
                observedPeriods,
                aggregation,
                aggregation.toDate(ofYear, observedPeriods),
                members.paths()[0],
                projections.get(0),
                projections.subList(1, projections.size()),
                members.residualScale(),
                known,
                breaks);
    }

    private static void setIdle(double[][] paths, boolean[] isIdle, int observedPeriods) {
        for (double[] path : paths) {
            for (int i = 0; i < path.length; i++) {
                path[i] = isIdle[observedPeriods + i] ? 0 : path[i];
            }
        }
    }

    private static void raiseToZero(double[][] paths) {
        for (double[] path : paths) {
            for (int i = 0; i < path.length; i++) {
                path[i] = path[i] < 0 ? 0 : path[i];
            }
        }
    }

    /** Returns the annual value by each path after the first periods of the year that begins at {@code start}. */
    private static double[] annualValues(
            double[] values, int start, int observedPeriods, double[][] paths, Aggregation aggregation) {
        double[] ofYear = new double[observedPeriods + paths[0].length];
        System.arraycopy(values, start, ofYear, 0, observedPeriods);
        double[] annual = new double[paths.length];
        for (int j = 0; j < paths.length; j++) {
            System.arraycopy(paths[j], 0, ofYear, observedPeriods, paths[j].length);
            annual[j] = aggregation.annual(ofYear, 0, ofYear.length);
        }
        return annual;
    }

    /** Returns whether no known value is below 0. */
    boolean isNonNegative() {
        return isNonNegative(known.values());
    }

    /** Returns the number of periods in a year. */
    int periodsPerYear() {
        return observedPeriods + paths[0].length;
    }

    static boolean isNonNegative(double[] values) {
        for (double value : values) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }
}
