package vn.chitieu.method.regression;

/**
 * A = QR by Householder reflections, each column first divided by the power of two next to its norm.
 *
 * <p>Scaling by powers of two is exact, and makes the pivots comparable whatever the units of the columns (Golub and
 * Van Loan, Matrix Computations, 5.2 and 5.3). Commons Math's decomposition neither scales nor gives the solutions with
 * R and its transpose that refinement needs.
 */
final class Householder {

    private final double[][] columns;
    private final double[] diagonal;
    private final double[] scale;

    private Householder(double[][] columns, double[] diagonal, double[] scale) {
        this.columns = columns;
        this.diagonal = diagonal;
        this.scale = scale;
    }

    /** Decomposes a matrix of m rows and n columns, m >= n >= 1, given by rows. */
    static Householder of(double[][] rows) {
        int m = rows.length;
        int n = rows[0].length;
        double[][] columns = new double[n][m];
        double[] scale = new double[n];
        for (int j = 0; j < n; j++) {
            double largest = 0;
            for (int i = 0; i < m; i++) {
                largest = Math.max(largest, Math.abs(rows[i][j]));
            }
            scale[j] = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
            for (int i = 0; i < m; i++) {
                columns[j][i] = rows[i][j] / scale[j];
            }
            double norm = Math.sqrt(squares(columns[j], 0));
            double further = norm == 0 ? 1 : Math.scalb(1.0, Math.getExponent(norm));
            scale[j] *= further;
            for (int i = 0; i < m; i++) {
                columns[j][i] /= further;
            }
        }
        Householder qr = new Householder(columns, new double[n], scale);
        for (int j = 0; j < n; j++) {
            qr.reflect(j);
        }
        return qr;
    }

    private void reflect(int j) {
        double[] v = columns[j];
        double norm = Math.sqrt(squares(v, j));
        double pivot = v[j] > 0 ? -norm : norm;
        diagonal[j] = pivot;
        if (norm == 0) {
            return;
        }
        v[j] -= pivot;
        for (int k = j + 1; k < columns.length; k++) {
            reflect(j, columns[k]);
        }
    }

    /** Applies the reflection of column j, whose vector lies on and below the diagonal of that column. */
    private void reflect(int j, double[] x) {
        double[] v = columns[j];
        double beta = -diagonal[j] * v[j];
        if (beta == 0) {
            return;
        }
        double dot = 0;
        for (int i = j; i < v.length; i++) {
            dot += v[i] * x[i];
        }
        double factor = dot / beta;
        for (int i = j; i < v.length; i++) {
            x[i] -= factor * v[i];
        }
    }

    private static double squares(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    int columnCount() {
        return columns.length;
    }

    /** Returns the power of two that column j was divided by, within a factor of two of its norm. */
    double scale(int j) {
        return scale[j];
    }

    /** Returns how much of scaled column j the columns before it leave unexplained; below 2 in size. */
    double pivot(int j) {
        return Math.abs(diagonal[j]);
    }

    /** Replaces x by Qᵀx. */
    void applyTransposedTo(double[] x) {
        for (int j = 0; j < columns.length; j++) {
            reflect(j, x);
        }
    }

    /** Replaces x by Qx. */
    void applyTo(double[] x) {
        for (int j = columns.length - 1; j >= 0; j--) {
            reflect(j, x);
        }
    }

    /** Returns the solution b of Rb = the first n elements of {@code right}, in the units of the unscaled columns. */
    double[] solveUpper(double[] right) {
        int n = columns.length;
        double[] b = new double[n];
        for (int j = n - 1; j >= 0; j--) {
            double sum = right[j];
            for (int k = j + 1; k < n; k++) {
                sum -= columns[k][j] * b[k];
            }
            b[j] = sum / diagonal[j];
        }
        for (int j = 0; j < n; j++) {
            b[j] /= scale[j];
        }
        return b;
    }

    /** Returns the solution h of Rᵀh = {@code right}, R of the unscaled columns. */
    double[] solveLower(double[] right) {
        int n = columns.length;
        double[] h = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = right[j] / scale[j];
            for (int k = 0; k < j; k++) {
                sum -= columns[j][k] * h[k];
            }
            h[j] = sum / diagonal[j];
        }
        return h;
    }
}
