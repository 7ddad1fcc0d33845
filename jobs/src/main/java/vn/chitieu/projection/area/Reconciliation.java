package vn.chitieu.projection.area;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Makes projections that were made one by one obey linear identities, changing the uncertain ones most.
 *
 * <p>ỹ = ŷ − W Cᵀ (C W Cᵀ)⁺ (C ŷ − d): the nearest values with C ỹ = d, distances counted in error variances
 * (Wickramasuriya, Athanasopoulos & Hyndman 2019, JASA 114; Girolimetto & Di Fonzo 2023, Statistical Methods &
 * Applications). Known values have variance 0 and stay as they are; the pseudo-inverse needs no noise to exist.
 */
public final class Reconciliation {

    private Reconciliation() {}

    /**
     * Returns the reconciled values.
     *
     * @param values n values, in one unit
     * @param variances n error variances, at least 0; 0 for a value that is known
     * @param identities rows of n coefficients
     * @param totals what each row must add up to, in the unit of the values
     * @throws IllegalArgumentException if lengths differ, a variance is negative, or known values alone contradict an
     *     identity by more than 1e-9 of their size
     */
    public static double[] reconcile(double[] values, double[] variances, double[][] identities, double[] totals) {
        int n = values.length;
        if (variances.length != n || totals.length != identities.length) {
            throw new IllegalArgumentException("Expecting %s variances and %s totals but were %s and %s"
                    .formatted(n, identities.length, variances.length, totals.length));
        }
        for (double variance : variances) {
            if (!(variance >= 0) || Double.isInfinite(variance)) {
                throw new IllegalArgumentException("Expecting variances of at least 0 but one was " + variance);
            }
        }
        if (identities.length == 0) {
            return values.clone();
        }
        double largest = 0;
        for (double variance : variances) {
            largest = Math.max(largest, variance);
        }
        RealMatrix c = MatrixUtils.createRealMatrix(identities);
        RealVector gap = c.operate(MatrixUtils.createRealVector(values)).subtract(MatrixUtils.createRealVector(totals));
        double[] reconciled = values.clone();
        if (largest > 0) {
            RealMatrix w = MatrixUtils.createRealDiagonalMatrix(variances).scalarMultiply(1 / largest);
            RealMatrix wct = w.multiply(c.transpose());
            RealMatrix inverse =
                    new SingularValueDecomposition(c.multiply(wct)).getSolver().getInverse();
            double[] change = wct.multiply(inverse).operate(gap).toArray();
            for (int i = 0; i < n; i++) {
                reconciled[i] -= variances[i] == 0 ? 0 : change[i];
            }
        }
        requireIdentities(reconciled, identities, totals);
        return reconciled;
    }

    private static void requireIdentities(double[] values, double[][] identities, double[] totals) {
        for (int row = 0; row < identities.length; row++) {
            double sum = -totals[row];
            double size = Math.abs(totals[row]);
            for (int i = 0; i < values.length; i++) {
                sum += identities[row][i] * values[i];
                size += Math.abs(identities[row][i] * values[i]);
            }
            if (!(Math.abs(sum) <= 1e-9 * size)) {
                throw new IllegalArgumentException(
                        "Expecting known values that agree with identity %s but they miss it by %s"
                                .formatted(row + 1, sum));
            }
        }
    }

    /**
     * Returns parts moved so that they add up to a total: each takes the part of the gap that its variance is of all,
     * but none falls below its floor, what it cannot take being left to the others.
     *
     * <p>That is {@link #reconcile} for one identity whose total is known, with bounds.
     *
     * @param parts in one unit
     * @param variances of the parts, at least 0
     * @param floors what is certain of each part already; negative infinity if nothing is
     * @throws IllegalArgumentException if the floors or the known parts alone do not let the parts make the total
     */
    public static double[] toTotal(double[] parts, double[] variances, double[] floors, double total) {
        double[] moved = parts.clone();
        boolean[] isFixed = new boolean[parts.length];
        for (int pass = 0; pass <= parts.length; pass++) {
            double gap = total;
            double open = 0;
            for (int i = 0; i < parts.length; i++) {
                gap -= moved[i];
                open += isFixed[i] ? 0 : variances[i];
            }
            if (Math.abs(gap) <= 1e-12 * Math.abs(total)) {
                return moved;
            }
            if (!(open > 0)) {
                break;
            }
            boolean isBelow = false;
            for (int i = 0; i < parts.length; i++) {
                if (!isFixed[i]) {
                    moved[i] += gap * variances[i] / open;
                    if (moved[i] < floors[i]) {
                        moved[i] = floors[i];
                        isFixed[i] = true;
                        isBelow = true;
                    }
                }
            }
            if (!isBelow) {
                return moved;
            }
        }
        throw new IllegalArgumentException(
                "Expecting parts that can make " + total + " but their known parts do not allow it");
    }
}
