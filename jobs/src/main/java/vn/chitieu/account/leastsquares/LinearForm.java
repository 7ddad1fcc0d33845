package vn.chitieu.account.leastsquares;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A weighted sum of cells: each cell once, in ascending order, no weight 0. */
public final class LinearForm {

    private final int[] cells;
    private final double[] weights;

    private LinearForm(int[] cells, double[] weights) {
        this.cells = cells;
        this.weights = weights;
    }

    /** Returns one cell. */
    public static LinearForm of(int cell) {
        return new LinearForm(new int[] {cell}, new double[] {1});
    }

    /** Returns the sum of cells, each counted as often as it is named. */
    public static LinearForm sum(int... cells) {
        TreeMap<Integer, Double> terms = new TreeMap<>();
        for (int cell : cells) {
            terms.merge(cell, 1.0, Double::sum);
        }
        return of(terms);
    }

    static LinearForm of(Map<Integer, Double> terms) {
        TreeMap<Integer, Double> ordered = new TreeMap<>(terms);
        ordered.values().removeIf(weight -> weight == 0);
        int[] cells = new int[ordered.size()];
        double[] weights = new double[cells.length];
        int i = 0;
        for (Map.Entry<Integer, Double> term : ordered.entrySet()) {
            cells[i] = term.getKey();
            weights[i++] = term.getValue();
        }
        return new LinearForm(cells, weights);
    }

    static LinearForm ofSorted(int[] cells, double[] weights, int size) {
        return new LinearForm(Arrays.copyOf(cells, size), Arrays.copyOf(weights, size));
    }

    /** Returns this plus {@code factor} times the other. */
    public LinearForm plus(double factor, LinearForm other) {
        int[] sumCells = new int[cells.length + other.cells.length];
        double[] sumWeights = new double[sumCells.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < cells.length || j < other.cells.length) {
            int left = i < cells.length ? cells[i] : Integer.MAX_VALUE;
            int right = j < other.cells.length ? other.cells[j] : Integer.MAX_VALUE;
            double weight = (left <= right ? weights[i] : 0) + (right <= left ? factor * other.weights[j] : 0);
            if (weight != 0) {
                sumCells[size] = Math.min(left, right);
                sumWeights[size++] = weight;
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return ofSorted(sumCells, sumWeights, size);
    }

    /** Returns this less the other. */
    public LinearForm minus(LinearForm other) {
        return plus(-1, other);
    }

    /** Returns every weight multiplied by {@code factor}. */
    public LinearForm times(double factor) {
        double[] scaled = new double[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * weights[i];
        }
        return new LinearForm(cells, scaled);
    }

    /** Returns its value where the cells are {@code x}. */
    public double at(double[] x) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += weights[i] * x[cells[i]];
        }
        return sum;
    }

    int size() {
        return cells.length;
    }

    /** Returns the cells themselves, not to be changed. */
    int[] cells() {
        return cells;
    }

    int cell(int i) {
        return cells[i];
    }

    double weight(int i) {
        return weights[i];
    }

    double weightOf(int cell) {
        int i = Arrays.binarySearch(cells, cell);
        return i < 0 ? 0 : weights[i];
    }

    /** Returns the form without weights that are nothing but noise beside the largest. */
    LinearForm withoutNoise(double relative) {
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        TreeMap<Integer, Double> kept = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (Math.abs(weights[i]) > relative * largest) {
                kept.put(cells[i], weights[i]);
            }
        }
        return of(kept);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : " ").append(weights[i]).append("*x").append(cells[i]);
        }
        return text.toString();
    }
}
