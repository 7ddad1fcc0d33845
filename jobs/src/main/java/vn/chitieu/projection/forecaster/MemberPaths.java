package vn.chitieu.projection.forecaster;

/**
 * What every member says of the missing periods after each origin of a series, from one pass of each recursion.
 *
 * @param paths by origin, the last one first, then by member in the order of {@link Forecasters}; in the unit of the
 *     series, calendar effects included
 * @param residualScale root mean square of the one-step errors of the seasonal ARIMA until the last origin
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of hot arrays that is never compared
public record MemberPaths(double[][][] paths, double residualScale) {

    /** Runs every member once over the series. */
    public static MemberPaths of(AdjustedSeries series) {
        SeasonalArima.Fit sarima = SeasonalArima.fit(series);
        double[][] theta = Theta.paths(series);
        double[][][] inOrderOfMembers = {
            NaivePaths.seasonalNaive(series),
            NaivePaths.share(series),
            theta,
            Theta.quarterlyPaths(series, theta),
            SeasonalRegression.paths(series),
            YearOnYearAutoregression.paths(series),
            sarima.paths(),
            SeasonalArima.robustPaths(series),
            HoltWinters.paths(series),
            Arima.paths(series),
            Arima.robustPaths(series)
        };
        double[][][] paths = new double[series.origins()][inOrderOfMembers.length][];
        for (int origin = 0; origin < paths.length; origin++) {
            double[] factors = series.calendarFactors()[origin];
            for (int j = 0; j < inOrderOfMembers.length; j++) {
                double[] path = inOrderOfMembers[j][origin];
                for (int i = 0; i < path.length; i++) {
                    path[i] *= factors[i];
                }
                paths[origin][j] = path;
            }
        }
        return new MemberPaths(paths, sarima.residualScale());
    }
}
