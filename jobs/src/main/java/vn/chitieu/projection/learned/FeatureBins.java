package vn.chitieu.projection.learned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The rows that trees are grown on, each feature cut into bins of about equally many rows. */
final class FeatureBins {

    /** What a table keeps of a number: more would not be told apart by so few rows. */
    static final MathContext DIGITS = new MathContext(6);

    static final int MOST_BINS = 64;

    private final double[][] edges;
    private final byte[][] bins;
    private final int rows;

    private FeatureBins(double[][] edges, byte[][] bins, int rows) {
        this.edges = edges;
        this.bins = bins;
        this.rows = rows;
    }

    /**
     * Cuts the features.
     *
     * @param x a row each, equally many features
     */
    static FeatureBins of(double[][] x) {
        int features = x[0].length;
        double[][] edges = new double[features][];
        byte[][] bins = new byte[features][x.length];
        double[] column = new double[x.length];
        for (int f = 0; f < features; f++) {
            for (int i = 0; i < x.length; i++) {
                column[i] = x[i][f];
            }
            edges[f] = edges(column.clone());
            for (int i = 0; i < x.length; i++) {
                bins[f][i] = (byte) bin(edges[f], column[i]);
            }
        }
        return new FeatureBins(edges, bins, x.length);
    }

    private static double[] edges(double[] values) {
        Arrays.sort(values);
        double[] found = new double[MOST_BINS - 1];
        int count = 0;
        for (int b = 1; b < MOST_BINS; b++) {
            double edge = rounded(values[(int) ((long) b * values.length / MOST_BINS)]);
            if (edge > values[0] && (count == 0 || edge > found[count - 1])) {
                found[count] = edge;
                count++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Returns how many edges are not above a value. */
    private static int bin(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int rows() {
        return rows;
    }

    int features() {
        return edges.length;
    }

    /** Returns the edges between the bins of a feature, increasing. */
    double[] edges(int feature) {
        return edges[feature];
    }

    /** Returns of each row how many edges of the feature are not above its value. */
    byte[] bins(int feature) {
        return bins[feature];
    }
}
