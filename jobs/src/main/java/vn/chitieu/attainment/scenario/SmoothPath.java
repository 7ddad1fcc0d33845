package vn.chitieu.attainment.scenario;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** The smoothest growth with which remaining periods make up a required sum. */
final class SmoothPath {

    private SmoothPath() {}

    /**
     * Returns growth of each remaining period so that {@code Σ weight · growth = required} and the squared acceleration
     * {@code Σ (g₂ - 2g₁ + g₀)²}, known periods before included, is least: each period is proportional to its season,
     * which the weights carry, times a path that bends as little as it can. Without a known period growth is constant,
     * after one it runs along a line.
     *
     * @param known growth of the periods just before, oldest first; the last two count
     * @param weights of the remaining periods, each above 0, at least one
     * @param required what the weighted growth must sum to
     */
    static double[] of(double[] known, double[] weights, double required) {
        int n = weights.length;
        if (n == 0 || Arrays.stream(weights).anyMatch(w -> !(w > 0))) {
            throw new IllegalArgumentException(
                    "Expecting weights above 0 of remaining periods but were " + Arrays.toString(weights));
        }
        double[] anchors = known.length > 2 ? Arrays.copyOfRange(known, known.length - 2, known.length) : known;
        double constant = required / Arrays.stream(weights).sum();
        if (anchors.length == 0 || n == 1) {
            double[] path = new double[n];
            Arrays.fill(path, constant);
            return path;
        }
        return solve(anchors, weights, required);
    }

    /** Solves the normal equations with the constraint: {@code [2DᵀD w; wᵀ 0] [g; λ] = [-2Dᵀd; required]}. */
    private static double[] solve(double[] anchors, double[] weights, double required) {
        int n = weights.length;
        int a = anchors.length;
        Array2DRowRealMatrix system = new Array2DRowRealMatrix(n + 1, n + 1);
        RealVector right = new ArrayRealVector(n + 1);
        double[] coefficients = {1, -2, 1};
        for (int first = 0; first + 2 < a + n; first++) {
            double constant = 0;
            for (int k = 0; k < 3; k++) {
                constant += first + k < a ? coefficients[k] * anchors[first + k] : 0;
            }
            for (int i = 0; i < 3; i++) {
                int row = first + i - a;
                if (row < 0) {
                    continue;
                }
                right.addToEntry(row, -2 * coefficients[i] * constant);
                for (int j = 0; j < 3; j++) {
                    int column = first + j - a;
                    if (column >= 0) {
                        system.addToEntry(row, column, 2 * coefficients[i] * coefficients[j]);
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            system.setEntry(i, n, weights[i]);
            system.setEntry(n, i, weights[i]);
        }
        right.setEntry(n, required);
        return new LUDecomposition(system)
                .getSolver()
                .solve(right)
                .getSubVector(0, n)
                .toArray();
    }
}
