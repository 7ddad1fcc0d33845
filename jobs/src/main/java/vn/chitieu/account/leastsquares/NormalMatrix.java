package vn.chitieu.account.leastsquares;

import java.util.Arrays;
import java.util.List;

/** The lower half of {@code AᵀA} of a sparse design {@code A}, columns in the order of elimination. */
final class NormalMatrix {

    final int size;
    /** Where the entries of each column start; the diagonal comes first, the other rows ascend. */
    final int[] start;

    final int[] row;
    final double[] value;

    private NormalMatrix(int size, int[] start, int[] row, double[] value) {
        this.size = size;
        this.start = start;
        this.row = row;
        this.value = value;
    }

    /**
     * Returns the matrix with its whole diagonal and the pairs of every row, even of weight 0.
     *
     * @param rows of the design, cells being places in the order of elimination
     */
    static NormalMatrix of(int size, List<LinearForm> rows) {
        int[] count = new int[size + 1];
        for (LinearForm form : rows) {
            for (int i = 0; i < form.size(); i++) {
                count[form.cell(i) + 1] += form.size() - i;
            }
        }
        for (int j = 0; j < size; j++) {
            count[j + 1] += count[j] + 1;
        }
        int[] next = Arrays.copyOf(count, size);
        int[] allRows = new int[count[size]];
        double[] allValues = new double[count[size]];
        for (int j = 0; j < size; j++) {
            allRows[next[j]++] = j;
        }
        for (LinearForm form : rows) {
            for (int i = 0; i < form.size(); i++) {
                int column = form.cell(i);
                for (int k = i; k < form.size(); k++) {
                    allRows[next[column]] = form.cell(k);
                    allValues[next[column]++] = form.weight(i) * form.weight(k);
                }
            }
        }
        int[] start = new int[size + 1];
        int[] row = new int[allRows.length];
        double[] value = new double[allRows.length];
        double[] sum = new double[size];
        int[] stamp = new int[size];
        int filled = 0;
        for (int j = 0; j < size; j++) {
            start[j] = filled;
            for (int p = count[j]; p < count[j + 1]; p++) {
                int i = allRows[p];
                if (stamp[i] != j + 1) {
                    stamp[i] = j + 1;
                    sum[i] = 0;
                    row[filled++] = i;
                }
                sum[i] += allValues[p];
            }
            Arrays.sort(row, start[j], filled);
            for (int p = start[j]; p < filled; p++) {
                value[p] = sum[row[p]];
            }
        }
        start[size] = filled;
        return new NormalMatrix(size, start, Arrays.copyOf(row, filled), Arrays.copyOf(value, filled));
    }
}
