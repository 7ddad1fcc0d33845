package vn.chitieu.projection.dense;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Numbers pooled at a few points of the year, linear between them and constant outside.
 *
 * <p>The point of the year k is counted in quarters: 4 × known periods / periods of a year.
 */
public final class CutoffTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] ks;
    private final double[][] rows;

    /**
     * Copies the table.
     *
     * @param ks points of the year, increasing, at least one
     * @param rows the numbers at each point, equally many, all finite
     * @throws IllegalArgumentException if one of these does not hold
     */
    public CutoffTable(double[] ks, double[][] rows) {
        if (ks.length == 0 || ks.length != rows.length) {
            throw new IllegalArgumentException(
                    "Expecting as many rows as points of the year and at least 1 but were %s and %s"
                            .formatted(rows.length, ks.length));
        }
        for (int i = 0; i < ks.length; i++) {
            if (i > 0 && !(ks[i] > ks[i - 1])) {
                throw new IllegalArgumentException(
                        "Expecting increasing points of the year but %s follows %s".formatted(ks[i], ks[i - 1]));
            }
            if (rows[i].length != rows[0].length || !Arrays.stream(rows[i]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("Expecting %s finite numbers at %s but were %s"
                        .formatted(rows[0].length, ks[i], Arrays.toString(rows[i])));
            }
        }
        this.ks = ks.clone();
        this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns the numbers at {@code k} quarters of the year. */
    public double[] at(double k) {
        int right = 0;
        while (right < ks.length && ks[right] < k) {
            right++;
        }
        if (right == 0 || right == ks.length) {
            return rows[Math.min(right, ks.length - 1)].clone();
        }
        double part = (k - ks[right - 1]) / (ks[right] - ks[right - 1]);
        double[] between = new double[rows[right].length];
        for (int i = 0; i < between.length; i++) {
            between[i] = rows[right - 1][i] + part * (rows[right][i] - rows[right - 1][i]);
        }
        return between;
    }

    /** Returns whether {@code k} is one of the points of the table, not between them. */
    public boolean hasPoint(double k) {
        return Arrays.binarySearch(ks, k) >= 0;
    }

    /** Returns the points of the year, increasing. */
    public double[] points() {
        return ks.clone();
    }

    /** Returns each point of the year followed by its numbers. */
    List<double[]> rowsWithPoints() {
        return IntStream.range(0, ks.length)
                .mapToObj(i -> DoubleStream.concat(DoubleStream.of(ks[i]), Arrays.stream(rows[i]))
                        .toArray())
                .toList();
    }

    /** Returns a table with the same points and other numbers at each of them. */
    public CutoffTable map(BiFunction<Double, double[], double[]> numbers) {
        double[][] mapped = new double[ks.length][];
        for (int i = 0; i < ks.length; i++) {
            mapped[i] = numbers.apply(ks[i], rows[i].clone());
        }
        return new CutoffTable(ks, mapped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CutoffTable table && Arrays.equals(ks, table.ks) && Arrays.deepEquals(rows, table.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ks) + Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return "CutoffTable" + Arrays.toString(ks) + Arrays.deepToString(rows);
    }
}
