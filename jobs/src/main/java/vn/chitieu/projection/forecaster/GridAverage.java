package vn.chitieu.projection.forecaster;

/**
 * The mean of the paths of a grid of parameters, each weighing as its tempered likelihood (S / S_min)^(-temper N / 2).
 *
 * <p>As accurate as the best point of the grid and smoother, without an optimiser (Bates &amp; Granger 1969; Kolassa
 * 2011, Int. J. Forecasting 27). One pass: the sums are brought down when a new least error appears.
 */
final class GridAverage {

    private static final double LEAST_WEIGHT = 1e-6;
    private static final double NEVER_ZERO = 1e-300;

    /** Above the bound of the weight by more than what rounding does to it. */
    private static final double SURELY = 1 + 1e-9;

    private final double exponent;
    private final double[] sum;
    private final double mostOfLeast;
    private double totalWeight;
    private double least = Double.POSITIVE_INFINITY;
    private double surelyTooLarge = Double.POSITIVE_INFINITY;
    private double accepted;
    private double acceptedWeight;

    /**
     * Starts without any point.
     *
     * @param horizon length of a path
     * @param errors N, how many errors the model makes, whether or not the first of them are scored
     */
    GridAverage(int horizon, int errors, double temper) {
        this.sum = new double[horizon];
        this.exponent = temper * errors / 2;
        this.mostOfLeast = Math.pow(LEAST_WEIGHT, -1 / exponent);
    }

    /**
     * Starts one for each origin of a series.
     *
     * @param lag how many values come before the first error
     */
    static GridAverage[] ofOrigins(AdjustedSeries series, int lag) {
        GridAverage[] averages = new GridAverage[series.origins()];
        for (int origin = 0; origin < averages.length; origin++) {
            averages[origin] = new GridAverage(
                    series.horizon(),
                    series.end(origin) - lag,
                    series.constants().temper());
        }
        return averages;
    }

    /** Returns the weighted mean path of each. */
    static double[][] paths(GridAverage[] averages) {
        double[][] paths = new double[averages.length][];
        for (int origin = 0; origin < paths.length; origin++) {
            paths[origin] = averages[origin].path();
        }
        return paths;
    }

    /** Returns whether a point with this squared-error sum is likely enough for its path to be worth computing. */
    boolean accepts(double squaredErrors) {
        if (!(squaredErrors < surelyTooLarge)) {
            return false;
        }
        accepted = squaredErrors + NEVER_ZERO;
        acceptedWeight = accepted <= least ? 1 : Math.pow(accepted / least, -exponent);
        return acceptedWeight >= LEAST_WEIGHT;
    }

    /** Adds the path of the point that was just accepted. */
    void add(double[] path) {
        double s = accepted;
        if (s < least) {
            double kept = least == Double.POSITIVE_INFINITY ? 0 : Math.pow(s / least, exponent);
            totalWeight *= kept;
            for (int i = 0; i < sum.length; i++) {
                sum[i] *= kept;
            }
            least = s;
            surelyTooLarge = s * mostOfLeast * SURELY;
        }
        totalWeight += acceptedWeight;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += acceptedWeight * path[i];
        }
    }

    /** Returns the weighted mean path; NaN if no point had a finite error. */
    double[] path() {
        double[] path = new double[sum.length];
        for (int i = 0; i < path.length; i++) {
            path[i] = sum[i] / totalWeight;
        }
        return path;
    }

    /** Returns the least squared-error sum. */
    double leastSquaredErrors() {
        return least;
    }
}
