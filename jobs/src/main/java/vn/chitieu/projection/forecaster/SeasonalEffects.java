package vn.chitieu.projection.forecaster;

import vn.chitieu.method.statistics.OrderStatistics;

/**
 * Additive seasonal effects by classical decomposition: ratios to a centred moving average, recent years weighing more,
 * shrunk towards none as far as they look like noise (Miller &amp; Williams 2003, Int. J. Forecasting 19).
 */
final class SeasonalEffects {

    private SeasonalEffects() {}

    /**
     * Returns the effect of each season, in the unit of {@code z} and with mean 0; all 0 with less than two years.
     *
     * @param z values, logarithms where effects are factors
     * @param m seasons in a year, even
     * @param firstSeason season of the first value, from 0
     * @param lambda weight per year back, in (0, 1]
     */
    static double[] of(double[] z, int m, int firstSeason, double lambda) {
        double[] effects = new double[m];
        int n = z.length;
        if (n < 2 * m) {
            return effects;
        }
        double[] detrended = lessMovingAverage(z, m);
        int season = (firstSeason + m / 2) % m;
        double[] weight = new double[m];
        double[] square = new double[m];
        int[] count = new int[m];
        double[] powers = powers(lambda, detrended.length / m + 1);
        for (int t = 0; t < detrended.length; t++) {
            double w = powers[(detrended.length - 1 - t) / m];
            effects[season] += w * detrended[t];
            square[season] += w * detrended[t] * detrended[t];
            weight[season] += w;
            count[season]++;
            season = season + 1 == m ? 0 : season + 1;
        }
        double within = 0;
        int seasonsWithVariance = 0;
        for (int j = 0; j < m; j++) {
            effects[j] /= weight[j];
            int c = count[j];
            if (c > 1) {
                double variance = Math.max(0, square[j] / weight[j] - effects[j] * effects[j]) * c / (c - 1);
                within += variance / effectiveNumber(c, lambda);
                seasonsWithVariance++;
            }
        }
        shrink(effects, seasonsWithVariance == 0 ? 0 : within / seasonsWithVariance);
        return effects;
    }

    /** Returns {@code z} less its centred 2 × m moving average, from index m/2 to n - m/2. */
    private static double[] lessMovingAverage(double[] z, int m) {
        double[] detrended = new double[z.length - m];
        double sum = 0;
        for (int t = 0; t < m; t++) {
            sum += z[t];
        }
        for (int t = 0; t < detrended.length; t++) {
            double next = sum - z[t] + z[t + m];
            detrended[t] = z[t + m / 2] - (sum + next) / (2 * m);
            sum = next;
        }
        return detrended;
    }

    private static double effectiveNumber(int c, double lambda) {
        return lambda == 1 ? c : Math.min(c, 2 * (1 - Math.pow(lambda, c)) / ((1 - lambda) * (1 + lambda)));
    }

    private static void shrink(double[] effects, double within) {
        int m = effects.length;
        double mean = OrderStatistics.mean(effects);
        double between = 0;
        for (int j = 0; j < m; j++) {
            effects[j] -= mean;
            between += effects[j] * effects[j] / (m - 1);
        }
        double kept = between > 0 ? 1 - Math.min(1, (m - 3.0) / (m - 1) * within / between) : 0;
        for (int j = 0; j < m; j++) {
            effects[j] *= kept;
        }
    }

    static double[] powers(double base, int count) {
        double[] powers = new double[count];
        powers[0] = 1;
        for (int k = 1; k < count; k++) {
            powers[k] = powers[k - 1] * base;
        }
        return powers;
    }
}
