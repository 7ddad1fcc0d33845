package vn.chitieu.projection.forecaster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Weights of the members from the series' own record, and their trimmed mean. */
public final class Combination {

    private static final int FEWEST_MEMBERS = 3;

    private Combination() {}

    /**
     * Returns a weight for each member, adding to 1: by relative mean squared error in the backtest, drawn to equal
     * weights (which are hard to beat: Smith &amp; Wallis 2009, Oxford Bull. Econ. Stat. 71).
     *
     * <p>A member without a finite projection has weight 0; if fewer than three remain, only the two naive ones count.
     *
     * @param projections of the year in question
     * @param scaledErrors absolute errors over the typical annual change: latest backtest year first, then members
     */
    public static double[] weights(double[] projections, List<double[]> scaledErrors, MethodConstants constants) {
        boolean[] counts = counting(projections);
        double[] meanSquare = new double[projections.length];
        double g = 1;
        double totalG = 0;
        for (double[] errors : scaledErrors) {
            for (int j = 0; j < meanSquare.length; j++) {
                double e = errors[j] < constants.errorCap() ? errors[j] : constants.errorCap();
                meanSquare[j] += g * e * e;
            }
            totalG += g;
            g *= constants.backtestDiscount();
        }
        double sum = 0;
        int members = 0;
        for (int j = 0; j < meanSquare.length; j++) {
            sum += counts[j] ? meanSquare[j] : 0;
            members += counts[j] ? 1 : 0;
        }
        double[] weights = new double[projections.length];
        for (int j = 0; j < weights.length; j++) {
            if (counts[j]) {
                double relative = sum > 0 ? meanSquare[j] * members / sum : 1;
                double shrunk = (relative * totalG + constants.priorYears()) / (totalG + constants.priorYears());
                weights[j] = Math.pow(shrunk, -constants.power());
            }
        }
        double total = Arrays.stream(weights).sum();
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= total;
        }
        return weights;
    }

    private static boolean[] counting(double[] projections) {
        boolean[] counts = new boolean[projections.length];
        int members = 0;
        for (int j = 0; j < counts.length; j++) {
            counts[j] = Double.isFinite(projections[j]);
            members += counts[j] ? 1 : 0;
        }
        if (members < FEWEST_MEMBERS) {
            for (int j = 0; j < counts.length; j++) {
                counts[j] &= j < Forecasters.NAIVE;
            }
        }
        return counts;
    }

    /**
     * Returns the weighted mean of what remains when {@code trim} of the weight is cut at each end of the sorted
     * values, through a value if need be (Jose &amp; Winkler 2008, IJF 24).
     *
     * @param weights adding to 1; a value of weight 0 may be anything
     */
    public static double trimmedMean(double[] values, double[] weights, double trim) {
        int[] order = IntStream.range(0, values.length)
                .filter(j -> weights[j] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        double kept = 0;
        double below = 0;
        for (int j : order) {
            double upTo = below + weights[j];
            double part = Math.max(0, Math.min(upTo, 1 - trim) - Math.max(below, trim));
            sum += part * values[j];
            kept += part;
            below = upTo;
        }
        return sum / kept;
    }
}
