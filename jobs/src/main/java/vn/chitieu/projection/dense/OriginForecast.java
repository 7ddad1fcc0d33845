package vn.chitieu.projection.dense;

import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.forecaster.AdjustedSeries;
import vn.chitieu.projection.forecaster.Arima;
import vn.chitieu.projection.forecaster.Forecasters;
import vn.chitieu.projection.forecaster.HoltWinters;
import vn.chitieu.projection.forecaster.MethodConstants;
import vn.chitieu.projection.forecaster.NaivePaths;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.forecaster.SeasonalArima;
import vn.chitieu.projection.forecaster.SeasonalRegression;
import vn.chitieu.projection.forecaster.Theta;
import vn.chitieu.projection.forecaster.YearOnYearAutoregression;

/**
 * What every member said of one year part-way through it.
 *
 * @param year the year projected
 * @param observedPeriods known periods of it
 * @param aggregation how periods make the annual value
 * @param toDate as {@link Aggregation#toDate}, in the unit of the series
 * @param paths the missing periods, a row for each of {@link Forecasters}, in the unit of the series
 * @param projections the annual value by each member; not finite where it failed
 * @param residualScale root mean square of the one-step errors of the seasonal ARIMA
 * @param isNonNegative whether no known value is below 0
 */
@SuppressWarnings("ArrayRecordComponent") // a package-private carrier that is never compared
public record OriginForecast(
        int year,
        int observedPeriods,
        Aggregation aggregation,
        double toDate,
        double[][] paths,
        double[] projections,
        double residualScale,
        boolean isNonNegative) {

    /**
     * Runs every member on the values known at the origin.
     *
     * @param series known at least until period {@code observedPeriods} of {@code year}; later values are not looked at
     * @param observedPeriods at least 1 and less than a year, after at least two complete years
     */
    public static OriginForecast of(
            RegularSeries series, int year, int observedPeriods, Aggregation aggregation, MethodConstants constants) {
        RegularSeries known = series.until(year, observedPeriods).since(year - constants.mostHistoryYears());
        int m = known.periodsPerYear();
        boolean isNonNegative = isNonNegative(known.values());
        AdjustedSeries adjusted = AdjustedSeries.of(known, m - observedPeriods, constants);
        SeasonalArima.Fit sarima = SeasonalArima.fit(adjusted);
        double[][] paths = inOrderOfMembers(adjusted, sarima);
        double[] ofYear = new double[m];
        System.arraycopy(known.values(), known.length() - observedPeriods, ofYear, 0, observedPeriods);
        double toDate = aggregation.toDate(ofYear, observedPeriods);
        double[] projections = new double[paths.length];
        for (int j = 0; j < paths.length; j++) {
            for (int i = 0; i < paths[j].length; i++) {
                double value = paths[j][i] * adjusted.calendarFactors()[i];
                paths[j][i] = isNonNegative && value < 0 ? 0 : value;
                ofYear[observedPeriods + i] = paths[j][i];
            }
            projections[j] = aggregation.annual(ofYear, 0, m);
        }
        return new OriginForecast(
                year, observedPeriods, aggregation, toDate, paths, projections, sarima.residualScale(), isNonNegative);
    }

    /** Returns the number of periods in a year. */
    int periodsPerYear() {
        return observedPeriods + paths[0].length;
    }

    private static double[][] inOrderOfMembers(AdjustedSeries series, SeasonalArima.Fit sarima) {
        return new double[][] {
            NaivePaths.seasonalNaive(series),
            NaivePaths.share(series),
            Theta.path(series),
            Theta.quarterlyPath(series),
            SeasonalRegression.path(series),
            YearOnYearAutoregression.path(series),
            sarima.path(),
            SeasonalArima.robustPath(series),
            HoltWinters.path(series),
            Arima.path(series),
            Arima.robustPath(series)
        };
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
