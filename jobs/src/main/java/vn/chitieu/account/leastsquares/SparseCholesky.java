package vn.chitieu.account.leastsquares;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Cholesky factor of a sparse positive semidefinite matrix; columns that depend on those before them are left out.
 *
 * <p>Left-looking by columns (George &amp; Liu 1981). Where a column is left out its unknown is 0, and so are its
 * entries of the inverse.
 */
final class SparseCholesky {

    private static final double NOISE = 1e-14;

    private final int size;
    final NormalMatrix factored;
    private final int[] start;
    private final int[] row;
    private final double[] value;
    private final boolean[] isLeftOut;
    private int leftOut;

    /**
     * Factors a matrix.
     *
     * @param toLeaveOut columns to leave out whatever their numbers
     * @param leastPivot a column whose pivot is no more than this, or than noise, is left out
     * @param like a factor whose pattern is taken over if its matrix had the same
     */
    SparseCholesky(NormalMatrix matrix, boolean[] toLeaveOut, double leastPivot, @Nullable SparseCholesky like) {
        this.size = matrix.size;
        this.factored = matrix;
        this.isLeftOut = toLeaveOut.clone();
        if (like != null && like.factored.hasPatternOf(matrix)) {
            this.start = like.start;
            this.row = like.row;
        } else {
            this.start = new int[size + 1];
            this.row = pattern(matrix, start);
        }
        this.value = new double[row.length];
        factor(matrix, leastPivot);
    }

    private static int[] pattern(NormalMatrix matrix, int[] start) {
        int size = matrix.size;
        int[][] columns = new int[size][];
        int[] firstChild = new int[size];
        int[] nextSibling = new int[size];
        Arrays.fill(firstChild, -1);
        int[] stamp = new int[size];
        int[] work = new int[size];
        for (int j = 0; j < size; j++) {
            int length = 0;
            for (int p = matrix.start[j]; p < matrix.start[j + 1]; p++) {
                stamp[matrix.row[p]] = j + 1;
                work[length++] = matrix.row[p];
            }
            for (int child = firstChild[j]; child >= 0; child = nextSibling[child]) {
                for (int i : columns[child]) {
                    if (i > j && stamp[i] != j + 1) {
                        stamp[i] = j + 1;
                        work[length++] = i;
                    }
                }
            }
            Arrays.sort(work, 0, length);
            columns[j] = Arrays.copyOf(work, length);
            start[j + 1] = start[j] + length;
            if (length > 1) {
                int parent = columns[j][1];
                nextSibling[j] = firstChild[parent];
                firstChild[parent] = j;
            }
        }
        int[] all = new int[start[size]];
        for (int j = 0; j < size; j++) {
            System.arraycopy(columns[j], 0, all, start[j], columns[j].length);
        }
        return all;
    }

    private void factor(NormalMatrix matrix, double leastPivot) {
        double[] work = new double[size];
        int[] next = new int[size];
        int[] head = new int[size];
        int[] link = new int[size];
        Arrays.fill(head, -1);
        for (int j = 0; j < size; j++) {
            for (int p = matrix.start[j]; p < matrix.start[j + 1]; p++) {
                work[matrix.row[p]] = matrix.value[p];
            }
            double diagonal = work[j];
            int k = head[j];
            while (k >= 0) {
                int following = link[k];
                int from = next[k];
                double factor = value[from];
                if (factor != 0) {
                    for (int p = from; p < start[k + 1]; p++) {
                        work[row[p]] -= factor * value[p];
                    }
                }
                advance(k, from + 1, next, head, link);
                k = following;
            }
            isLeftOut[j] |= !(work[j] > leastPivot + NOISE * diagonal);
            leftOut += isLeftOut[j] ? 1 : 0;
            double pivot = isLeftOut[j] ? 1 : Math.sqrt(work[j]);
            value[start[j]] = pivot;
            work[j] = 0;
            for (int p = start[j] + 1; p < start[j + 1]; p++) {
                value[p] = isLeftOut[j] ? 0 : work[row[p]] / pivot;
                work[row[p]] = 0;
            }
            advance(j, start[j] + 1, next, head, link);
        }
        for (int j = 0; j < size; j++) {
            for (int p = start[j] + 1; p < start[j + 1]; p++) {
                value[p] = isLeftOut[row[p]] ? 0 : value[p];
            }
        }
    }

    /** Queues column {@code k} for the row of its next entry. */
    private void advance(int k, int entry, int[] next, int[] head, int[] link) {
        next[k] = entry;
        if (entry < start[k + 1]) {
            link[k] = head[row[entry]];
            head[row[entry]] = k;
        }
    }

    boolean isLeftOut(int column) {
        return isLeftOut[column];
    }

    boolean[] leftOut() {
        return isLeftOut.clone();
    }

    int leftOutCount() {
        return leftOut;
    }

    /** Solves in place for one right-hand side. */
    void solve(double[] x) {
        solveLower(x);
        for (int j = size - 1; j >= 0; j--) {
            if (isLeftOut[j]) {
                x[j] = 0;
                continue;
            }
            double sum = x[j];
            for (int p = start[j] + 1; p < start[j + 1]; p++) {
                sum -= value[p] * x[row[p]];
            }
            x[j] = sum / value[start[j]];
        }
    }

    private void solveLower(double[] x) {
        for (int j = 0; j < size; j++) {
            if (isLeftOut[j]) {
                x[j] = 0;
            } else if (x[j] != 0) {
                x[j] /= value[start[j]];
                for (int p = start[j] + 1; p < start[j + 1]; p++) {
                    x[row[p]] -= value[p] * x[j];
                }
            }
        }
    }

    /** Returns {@code fᵀ M⁻¹ f}. */
    double quadratic(LinearForm form) {
        double[] x = new double[size];
        for (int i = 0; i < form.size(); i++) {
            x[form.cell(i)] = form.weight(i);
        }
        solveLower(x);
        double sum = 0;
        for (double term : x) {
            sum += term * term;
        }
        return sum;
    }

    /** Returns the inverse at every entry of the factor (Takahashi, Fagan &amp; Chen 1973). */
    SelectedInverse selectedInverse() {
        double[] inverse = new double[value.length];
        int[] place = new int[size];
        double[] column = new double[size];
        Arrays.fill(place, -1);
        for (int j = size - 1; j >= 0; j--) {
            int first = start[j] + 1;
            int length = start[j + 1] - first;
            if (isLeftOut[j]) {
                continue;
            }
            Arrays.fill(column, 0, length, 0);
            for (int a = 0; a < length; a++) {
                place[row[first + a]] = a;
            }
            for (int a = 0; a < length; a++) {
                int k = row[first + a];
                double factor = value[first + a];
                column[a] -= factor * inverse[start[k]];
                for (int p = start[k] + 1; p < start[k + 1]; p++) {
                    int b = place[row[p]];
                    if (b >= 0) {
                        column[b] -= factor * inverse[p];
                        column[a] -= value[first + b] * inverse[p];
                    }
                }
            }
            double pivot = value[start[j]];
            double diagonal = 1 / pivot;
            for (int a = 0; a < length; a++) {
                inverse[first + a] = column[a] / pivot;
                diagonal -= value[first + a] * inverse[first + a];
                place[row[first + a]] = -1;
            }
            inverse[start[j]] = diagonal / pivot;
        }
        return new SelectedInverse(inverse);
    }

    /** The entries of the inverse where the factor has entries. */
    final class SelectedInverse {

        private final double[] inverse;

        private SelectedInverse(double[] inverse) {
            this.inverse = inverse;
        }

        /** Returns {@code fᵀ M⁻¹ f}, taking the long way where the factor lacks an entry. */
        double quadratic(LinearForm form) {
            double sum = 0;
            for (int i = 0; i < form.size(); i++) {
                for (int k = i; k < form.size(); k++) {
                    int column = form.cell(i);
                    int entry = Arrays.binarySearch(row, start[column], start[column + 1], form.cell(k));
                    if (entry < 0) {
                        return SparseCholesky.this.quadratic(form);
                    }
                    sum += (i == k ? 1 : 2) * form.weight(i) * form.weight(k) * inverse[entry];
                }
            }
            return sum;
        }
    }
}
