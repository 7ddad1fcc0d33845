package vn.chitieu.account.leastsquares;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lower half of {@code AᵀA} of a sparse design {@code A}, columns in the order of elimination. */
final class NormalMatrix {

    final int size;
    /** Where the entries of each column start; the diagonal comes first, the other rows ascend. */
    final int[] start;

    final int[] row;
    final double[] value;
    private final int[][] design;
    /** The entry that each pair of cells of each row of the design goes to. */
    private final int[] entry;

    /**
     * Multiplies a design by itself; the result has its whole diagonal and the pairs of every row, even of weight 0.
     *
     * @param rows of the design, cells being places in the order of elimination
     * @param like a matrix whose pattern is taken over if its design had the same
     */
    NormalMatrix(int size, List<LinearForm> rows, @Nullable NormalMatrix like) {
        this.size = size;
        if (like != null && like.hasDesign(rows)) {
            this.design = like.design;
            this.start = like.start;
            this.row = like.row;
            this.entry = like.entry;
        } else {
            this.design = rows.stream().map(LinearForm::cells).toArray(int[][]::new);
            int pairs = 0;
            for (int[] cells : design) {
                pairs += cells.length * (cells.length + 1) / 2;
            }
            this.start = new int[size + 1];
            this.entry = new int[pairs];
            this.row = pattern();
        }
        this.value = new double[row.length];
        int pair = 0;
        for (LinearForm form : rows) {
            for (int i = 0; i < form.size(); i++) {
                for (int k = i; k < form.size(); k++) {
                    value[entry[pair++]] += form.weight(i) * form.weight(k);
                }
            }
        }
    }

    private boolean hasDesign(List<LinearForm> rows) {
        boolean isSame = design.length == rows.size();
        for (int i = 0; i < design.length && isSame; i++) {
            isSame = Arrays.equals(design[i], rows.get(i).cells());
        }
        return isSame;
    }

    boolean hasPatternOf(NormalMatrix other) {
        return start == other.start && row == other.row;
    }

    private int[] pattern() {
        int[] count = new int[size + 1];
        for (int[] cells : design) {
            for (int i = 0; i < cells.length; i++) {
                count[cells[i] + 1] += cells.length - i;
            }
        }
        for (int j = 0; j < size; j++) {
            count[j + 1] += count[j];
        }
        int[] next = Arrays.copyOf(count, size);
        int[] pairRow = new int[entry.length];
        int[] pairNumber = new int[entry.length];
        int pair = 0;
        for (int[] cells : design) {
            for (int i = 0; i < cells.length; i++) {
                for (int k = i; k < cells.length; k++) {
                    pairRow[next[cells[i]]] = cells[k];
                    pairNumber[next[cells[i]]++] = pair++;
                }
            }
        }
        int[] rows = new int[size + entry.length];
        int[] place = new int[size];
        int filled = 0;
        for (int j = 0; j < size; j++) {
            start[j] = filled;
            place[j] = -j - 1;
            rows[filled++] = j;
            for (int p = count[j]; p < count[j + 1]; p++) {
                if (place[pairRow[p]] != -j - 1) {
                    place[pairRow[p]] = -j - 1;
                    rows[filled++] = pairRow[p];
                }
            }
            Arrays.sort(rows, start[j], filled);
            for (int p = start[j]; p < filled; p++) {
                place[rows[p]] = p;
            }
            for (int p = count[j]; p < count[j + 1]; p++) {
                entry[pairNumber[p]] = place[pairRow[p]];
            }
        }
        start[size] = filled;
        return Arrays.copyOf(rows, filled);
    }
}
