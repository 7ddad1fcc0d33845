package vn.chitieu.projection.sparse;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldDecompositionSolver;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldVector;
import org.apache.commons.math3.util.BigReal;

/**
 * The coefficients b that make the sum of squares of y - Ab least: AᵀAb = Aᵀy.
 *
 * <p>In doubles these equations lose twice the digits that QR loses (Golub and Van Loan, Matrix Computations, 5.3).
 * They are made and solved in decimal numbers of any length instead, so that on the linear regressions of NIST's
 * Statistical Reference Datasets every digit is right; for few columns that costs nothing.
 *
 * <p>Weighted least squares and penalties are rows: a weight w multiplies its row and value by √w, a penalty λ(b - β)²
 * is a row with √λ in the coefficient's column and the value √λ β.
 */
final class NormalEquations {

    private final FieldDecompositionSolver<BigReal> solver;
    private final FieldVector<BigReal> right;

    /**
     * Makes the equations.
     *
     * @param rows of A, with columns that are no combinations of each other, as penalties see to
     * @param values y, one for each row
     * @throws NumberFormatException if a number is not finite
     */
    NormalEquations(double[][] rows, double[] values) {
        int columns = rows[0].length;
        BigReal[][] left = new BigReal[columns][columns];
        BigReal[] ofValues = new BigReal[columns];
        for (int i = 0; i < columns; i++) {
            for (int k = i; k < columns; k++) {
                ExactSum sum = new ExactSum();
                for (double[] row : rows) {
                    sum.add(row[i], row[k]);
                }
                left[i][k] = new BigReal(sum.value());
                left[k][i] = left[i][k];
            }
            ExactSum sum = new ExactSum();
            for (int row = 0; row < rows.length; row++) {
                sum.add(rows[row][i], values[row]);
            }
            ofValues[i] = new BigReal(sum.value());
        }
        solver = new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(left, false)).getSolver();
        right = new ArrayFieldVector<>(ofValues, false);
    }

    /** Returns the coefficient of each column. */
    double[] coefficients() {
        return doubles(solver.solve(right).toArray());
    }

    /** Returns the inverse of AᵀA: the covariance of the coefficients in units of the variance of an error. */
    double[][] unscaledCovariance() {
        return Arrays.stream(solver.getInverse().getData())
                .map(NormalEquations::doubles)
                .toArray(double[][]::new);
    }

    private static double[] doubles(BigReal[] numbers) {
        return Arrays.stream(numbers).mapToDouble(BigReal::doubleValue).toArray();
    }
}
