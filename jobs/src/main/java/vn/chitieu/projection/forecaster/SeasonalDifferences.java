package vn.chitieu.projection.forecaster;

/** Changes from the same period a year before, and their way back to the series. */
final class SeasonalDifferences {

    private SeasonalDifferences() {}

    /** Returns z_{t+m} - z_t. */
    static double[] of(double[] z, int m) {
        double[] d = new double[z.length - m];
        for (int t = 0; t < d.length; t++) {
            d[t] = z[t + m] - z[t];
        }
        return d;
    }

    /** Returns the path of an origin in the unit of the series from its changes of {@code z} on the year before. */
    static double[] path(double[] changes, AdjustedSeries series, int origin) {
        double[] path = new double[changes.length];
        for (int i = 0; i < path.length; i++) {
            path[i] = series.z()[series.end(origin) - series.m() + i] + changes[i];
        }
        return series.inverse(path);
    }
}
