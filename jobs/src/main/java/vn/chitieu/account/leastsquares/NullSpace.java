package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The directions in which cells may move without any figure noticing: what the figures do not determine. */
final class NullSpace {

    /** A form that moves by less than this part of its largest weight does not move. */
    private static final double NULL = 1e-3;

    private final List<LinearForm> vectors = new ArrayList<>();

    /** Nothing is undetermined. */
    NullSpace() {}

    /** The null space of a matrix: one direction for each column that its factor left out. */
    NullSpace(NormalMatrix matrix, SparseCholesky factor) {
        for (int j = 0; j < matrix.size && factor.leftOutCount() > 0; j++) {
            if (factor.isLeftOut(j)) {
                vectors.add(vector(matrix, factor, j));
            }
        }
    }

    private static LinearForm vector(NormalMatrix matrix, SparseCholesky factor, int pin) {
        double[] z = new double[matrix.size];
        for (int j = 0; j <= pin; j++) {
            for (int p = matrix.start[j]; p < matrix.start[j + 1]; p++) {
                if (j == pin) {
                    z[matrix.row[p]] = -matrix.value[p];
                } else if (matrix.row[p] == pin) {
                    z[j] = -matrix.value[p];
                }
            }
        }
        factor.solve(z);
        z[pin] = 1;
        TreeMap<Integer, Double> terms = new TreeMap<>();
        for (int i = 0; i < z.length; i++) {
            if (Math.abs(z[i]) > NULL / 100) {
                terms.put(i, z[i]);
            }
        }
        return LinearForm.of(terms);
    }

    /** Returns whether a form of free cells stays the same in all these directions. */
    boolean leaves(LinearForm form) {
        double largest = 0;
        for (int k = 0; k < form.size(); k++) {
            largest = Math.max(largest, Math.abs(form.weight(k)));
        }
        for (LinearForm vector : vectors) {
            double along = 0;
            for (int k = 0; k < form.size(); k++) {
                along += form.weight(k) * vector.weightOf(form.cell(k));
            }
            if (Math.abs(along) > NULL * largest) {
                return false;
            }
        }
        return true;
    }
}
