package vn.chitieu.projection.forecaster;

import java.util.Arrays;

/** The two paths that need no model: last year again, and last years' share of the year. */
public final class NaivePaths {

    private static final double SHARE_DISCOUNT = 0.7;

    private NaivePaths() {}

    /** Returns the same periods of the year before each origin. */
    static double[][] seasonalNaive(AdjustedSeries series) {
        double[][] paths = new double[series.origins()][];
        for (int origin = 0; origin < paths.length; origin++) {
            int lastYear = series.end(origin) - series.m();
            paths[origin] = Arrays.copyOfRange(series.v(), lastYear, lastYear + series.horizon());
        }
        return paths;
    }

    /**
     * Returns the year to date times the ratio of the rest to it in earlier years (weighted geometric mean, 0.7 per
     * year back), spread over the periods like last year's rest; the seasonal naive path where signs forbid a ratio.
     */
    static double[][] share(AdjustedSeries series) {
        double[][] paths = seasonalNaive(series);
        for (int origin = 0; origin < paths.length; origin++) {
            spread(paths[origin], series, series.end(origin));
        }
        return paths;
    }

    private static void spread(double[] path, AdjustedSeries series, int end) {
        double[] v = series.v();
        int observed = series.observedPeriods();
        double sumOfLogRatios = 0;
        double totalWeight = 0;
        double w = 1;
        for (int start = end - observed - series.m(); start >= 0; start -= series.m()) {
            double toDate = sum(v, start, start + observed);
            double rest = sum(v, start + observed, start + series.m());
            if (toDate > 0 && rest > 0) {
                sumOfLogRatios += w * Math.log(rest / toDate);
                totalWeight += w;
            }
            w *= SHARE_DISCOUNT;
        }
        double toDate = sum(v, end - observed, end);
        double lastRest = sum(path, 0, path.length);
        if (totalWeight > 0 && toDate > 0 && lastRest > 0) {
            double rest = toDate * Math.exp(sumOfLogRatios / totalWeight);
            for (int i = 0; i < path.length; i++) {
                path[i] *= rest / lastRest;
            }
        }
    }

    public static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum;
    }
}
