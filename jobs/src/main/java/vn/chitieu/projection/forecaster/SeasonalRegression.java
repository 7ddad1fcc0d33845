package vn.chitieu.projection.forecaster;

/** Discounted least squares on seasonal dummies and a linear trend, with first-order autoregressive residuals. */
public final class SeasonalRegression {

    private static final double LARGEST_RHO = 0.98;

    private final double[] seasonMean;
    private final double[] seasonTime;
    private final double slope;

    private SeasonalRegression(double[] seasonMean, double[] seasonTime, double slope) {
        this.seasonMean = seasonMean;
        this.seasonTime = seasonTime;
        this.slope = slope;
    }

    /**
     * Returns, at each origin, the fitted line of each missing period plus what the autoregression leaves of the last
     * residual.
     */
    static double[][] paths(AdjustedSeries series) {
        double discount = Math.pow(0.5, 1 / (series.constants().halfLifeYears() * series.m()));
        double[] weights = SeasonalEffects.powers(discount, series.n());
        double[][] paths = new double[series.origins()][];
        for (int origin = 0; origin < paths.length; origin++) {
            paths[origin] = series.inverse(path(series, series.end(origin), weights));
        }
        return paths;
    }

    private static double[] path(AdjustedSeries series, int n, double[] weights) {
        double[] z = series.z();
        SeasonalRegression regression = fit(z, n, series.m(), series.firstSeason(), weights);
        double[] residuals = new double[n];
        for (int t = 0; t < n; t++) {
            residuals[t] = z[t] - regression.fitted(t, series.season(t));
        }
        double rho = lagOneCoefficient(residuals, weights);
        double remaining = residuals[n - 1];
        double[] path = new double[series.horizon()];
        for (int i = 0; i < path.length; i++) {
            remaining *= rho;
            path[i] = regression.fitted(n + i, series.season(n + i)) + remaining;
        }
        return path;
    }

    /**
     * Fits by seasonal means and the slope of deviations from them, which is the weighted least squares solution
     * (Frisch-Waugh).
     *
     * @param n how many of the values are looked at
     * @param weightsFromTheEnd weight of the last of them first
     */
    static SeasonalRegression fit(double[] z, int n, int m, int firstSeason, double[] weightsFromTheEnd) {
        double[] mean = new double[m];
        double[] time = new double[m];
        double[] total = new double[m];
        for (int t = 0; t < n; t++) {
            int j = (firstSeason + t) % m;
            double w = weightsFromTheEnd[n - 1 - t];
            mean[j] += w * z[t];
            time[j] += w * t;
            total[j] += w;
        }
        for (int j = 0; j < m; j++) {
            mean[j] /= total[j];
            time[j] /= total[j];
        }
        double cross = 0;
        double square = 0;
        for (int t = 0; t < n; t++) {
            int j = (firstSeason + t) % m;
            double w = weightsFromTheEnd[n - 1 - t];
            cross += w * (t - time[j]) * (z[t] - mean[j]);
            square += w * (t - time[j]) * (t - time[j]);
        }
        return new SeasonalRegression(mean, time, square > 0 ? cross / square : 0);
    }

    double fitted(int t, int season) {
        return seasonMean[season] + slope * (t - seasonTime[season]);
    }

    private static double lagOneCoefficient(double[] residuals, double[] weightsFromTheEnd) {
        double cross = 0;
        double square = 0;
        int n = residuals.length;
        for (int t = 1; t < n; t++) {
            double w = weightsFromTheEnd[n - 1 - t];
            cross += w * residuals[t] * residuals[t - 1];
            square += w * residuals[t - 1] * residuals[t - 1];
        }
        return square > 0 ? Math.min(LARGEST_RHO, Math.max(0, cross / square)) : 0;
    }
}
