package vn.chitieu.projection.forecaster;

/** The two paths that need no model: last year again, and last years' share of the year. */
public final class NaivePaths {

    private static final double SHARE_DISCOUNT = 0.7;

    private NaivePaths() {}

    /** Returns the same periods of last year. */
    public static double[] seasonalNaive(AdjustedSeries series) {
        double[] path = new double[series.horizon()];
        System.arraycopy(series.v(), series.n() - series.m(), path, 0, path.length);
        return path;
    }

    /**
     * Returns the year to date times the ratio of the rest to it in earlier years (weighted geometric mean, 0.7 per
     * year back), spread over the periods like last year's rest; the seasonal naive path where signs forbid a ratio.
     */
    public static double[] share(AdjustedSeries series) {
        double[] path = seasonalNaive(series);
        double[] v = series.v();
        int observed = series.observedPeriods();
        double sumOfLogRatios = 0;
        double totalWeight = 0;
        double w = 1;
        for (int start = series.n() - observed - series.m(); start >= 0; start -= series.m()) {
            double toDate = sum(v, start, start + observed);
            double rest = sum(v, start + observed, start + series.m());
            if (toDate > 0 && rest > 0) {
                sumOfLogRatios += w * Math.log(rest / toDate);
                totalWeight += w;
            }
            w *= SHARE_DISCOUNT;
        }
        double toDate = sum(v, series.n() - observed, series.n());
        double lastRest = sum(path, 0, path.length);
        if (totalWeight > 0 && toDate > 0 && lastRest > 0) {
            double rest = toDate * Math.exp(sumOfLogRatios / totalWeight);
            for (int i = 0; i < path.length; i++) {
                path[i] *= rest / lastRest;
            }
        }
        return path;
    }

    public static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum;
    }
}
