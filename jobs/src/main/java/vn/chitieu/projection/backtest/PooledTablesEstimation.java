package vn.chitieu.projection.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import vn.chitieu.projection.dense.BacktestRow;
import vn.chitieu.projection.dense.CutoffTable;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.ScaleModel;
import vn.chitieu.projection.distribution.ErrorQuantiles;

/**
 * Estimates the pooled distribution of errors on the backtests of a panel of series: a Laplace scale regression for
 * each point of the year (cf. Harvey 1976, Econometrica 44) and one table of quantiles of the scaled errors.
 *
 * <p>Both are drawn to prior tables, the less so the larger the panel. Rows of a year that is being projected do not
 * belong here; to leave them out is for the caller.
 */
public final class PooledTablesEstimation {

    /** With fewer usable rows the prior tables are returned. */
    public static final int FEWEST_ROWS = 300;

    /** With rows from fewer series the prior tables are returned. */
    public static final int FEWEST_SERIES = 30;

    private static final int FEWEST_ROWS_OF_A_POINT = 100;
    private static final int FEWEST_YEARS = 4;
    private static final int FULL_WEIGHT_YEARS = 5;
    private static final double PRIOR_ROWS = 300;
    private static final double LARGEST_ERROR = 2;
    private static final double RIDGE = 0.01;
    private static final double MOST_SCALED_ERROR = 50;

    /** So that one odd series of a small panel does not make every interval absurd; the shipped ends are below 6. */
    private static final double MOST_SCALED_ERROR_OF_LAW = 10;

    private static final double LEAST_CURVATURE = 0.05;
    private static final double LARGEST_STEP = 1;
    private static final int MOST_STEPS = 30;
    private static final double CONVERGED = 1e-12;

    private PooledTablesEstimation() {}

    /**
     * Returns tables estimated from the rows that can be used: with at least four years of history before, at a point
     * of the year that {@code prior} has, with a finite error, and not 0 projected as 0. The order of the rows does not
     * matter.
     *
     * <p>A row weighs one over the root of the number of rows of its series and point of the year, half of that below
     * five years of history. A point of the year with fewer than a hundred rows keeps the prior coefficients.
     *
     * @param prior what the estimates are drawn to
     */
    public static PooledEstimate estimate(List<PooledRow> rows, PooledTables prior) {
        List<PooledRow> usable = rows.stream()
                .filter(row -> row.backtest().historyYears() >= FEWEST_YEARS
                        && Double.isFinite(row.backtest().error())
                        && !isNothingButZero(row.backtest())
                        && prior.scaleCoefficients().hasPoint(row.quarters()))
                .sorted(Comparator.comparing(PooledRow::seriesId)
                        .thenComparing(PooledRow::quarters)
                        .thenComparing(row -> row.backtest().year()))
                .toList();
        int series = (int) usable.stream().map(PooledRow::seriesId).distinct().count();
        if (usable.size() < FEWEST_ROWS || series < FEWEST_SERIES) {
            return new PooledEstimate(prior, usable.size(), series, false);
        }
        Map<String, Integer> rowsOf = new HashMap<>();
        usable.forEach(row -> rowsOf.merge(seriesAndPoint(row), 1, Integer::sum));
        List<Weighted> weighted = usable.stream()
                .map(row -> new Weighted(row, weight(row, rowsOf.getOrDefault(seriesAndPoint(row), 1))))
                .toList();
        CutoffTable coefficients = prior.scaleCoefficients()
                .map((quarters, b) -> coefficients(
                        weighted.stream()
                                .filter(row -> row.row().quarters() == quarters)
                                .toList(),
                        b));
        PooledTables scaled = prior.withErrorDistribution(coefficients, prior.errors());
        return new PooledEstimate(
                prior.withErrorDistribution(coefficients, quantiles(weighted, scaled)), usable.size(), series, true);
    }

    private static boolean isNothingButZero(BacktestRow row) {
        return row.actual() == 0 && row.point() == 0;
    }

    /** A row and how much it counts. */
    private record Weighted(PooledRow row, double weight) {}

    private static String seriesAndPoint(PooledRow row) {
        return row.quarters() + " " + row.seriesId();
    }

    private static double weight(PooledRow row, int rowsOfSeriesAndPoint) {
        double part = row.backtest().historyYears() < FULL_WEIGHT_YEARS ? 0.5 : 1;
        return part / Math.sqrt(rowsOfSeriesAndPoint);
    }

    /** Returns the minimum of the penalised Laplace likelihood by Newton's method from the prior on. */
    private static double[] coefficients(List<Weighted> rows, double[] prior) {
        if (rows.size() < FEWEST_ROWS_OF_A_POINT) {
            return prior;
        }
        double total = rows.stream().mapToDouble(Weighted::weight).sum();
        double[][] x = rows.stream()
                .map(row ->
                        row.row().backtest().errorScale().predictors(row.row().periodsPerYear()))
                .toArray(double[][]::new);
        double[] b = prior.clone();
        b[0] += levelOfErrors(rows, x, prior);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] g = new double[b.length];
            double[][] h = new double[b.length][b.length];
            for (int j = 1; j < b.length; j++) { // the intercept is free
                g[j] = RIDGE * total * (b[j] - prior[j]);
                h[j][j] = RIDGE * total;
            }
            for (int i = 0; i < x.length; i++) {
                double size = Math.min(
                        LARGEST_ERROR, Math.abs(rows.get(i).row().backtest().error()));
                double u = Math.min(MOST_SCALED_ERROR, size * Math.exp(-dot(x[i], b)));
                double weight = rows.get(i).weight();
                for (int j = 0; j < b.length; j++) {
                    g[j] += weight * x[i][j] * (1 - u);
                    for (int k = 0; k < b.length; k++) {
                        h[j][k] += weight * Math.max(u, LEAST_CURVATURE) * x[i][j] * x[i][k];
                    }
                }
            }
            double[] change = new CholeskyDecomposition(new Array2DRowRealMatrix(h, false))
                    .getSolver()
                    .solve(new ArrayRealVector(g, false))
                    .toArray();
            double largest = 0;
            for (int j = 0; j < b.length; j++) {
                double bounded = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, change[j]));
                b[j] -= bounded;
                largest = Math.max(largest, Math.abs(bounded));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return b;
    }

    /** Returns the change of the intercept that fits best while the slopes are the prior ones. */
    private static double levelOfErrors(List<Weighted> rows, double[][] x, double[] prior) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double size = Math.min(
                    LARGEST_ERROR, Math.abs(rows.get(i).row().backtest().error()));
            sum += rows.get(i).weight() * size * Math.exp(-dot(x[i], prior));
            total += rows.get(i).weight();
        }
        return sum > 0 ? Math.log(sum / total) : 0;
    }

    /** Returns the weighted quantiles of the errors over their scale, blended with the prior ones. */
    private static ErrorQuantiles quantiles(List<Weighted> rows, PooledTables scaled) {
        List<double[]> sorted = new ArrayList<>();
        for (Weighted weighted : rows) {
            PooledRow row = weighted.row();
            double sigma =
                    ScaleModel.sigma(row.backtest().errorScale(), row.periodsPerYear(), row.observedPeriods(), scaled);
            double error = row.backtest().error() / sigma;
            sorted.add(new double[] {
                Math.max(-MOST_SCALED_ERROR_OF_LAW, Math.min(MOST_SCALED_ERROR_OF_LAW, error)), weighted.weight()
            });
        }
        sorted.sort(Comparator.comparingDouble(pair -> pair[0]));
        double[] probabilities = scaled.errors().probabilities();
        double[] empirical = empiricalQuantiles(sorted, probabilities);
        double part = rows.size() / (rows.size() + PRIOR_ROWS);
        double[] blended = scaled.errors().quantiles();
        for (int i = 0; i < blended.length; i++) {
            blended[i] += part * (empirical[i] - blended[i]);
        }
        return new ErrorQuantiles(probabilities, blended);
    }

    /**
     * Returns quantiles of weighted values: a value stands at its cumulated weight less half its own, over the total;
     * linear between values, constant outside.
     *
     * @param sorted pairs of value and weight, by value
     */
    static double[] empiricalQuantiles(List<double[]> sorted, double[] probabilities) {
        double total = sorted.stream().mapToDouble(pair -> pair[1]).sum();
        double[] quantiles = new double[probabilities.length];
        int right = 0;
        double cumulated = 0;
        double position = sorted.get(0)[1] / 2 / total;
        double previous = position;
        for (int i = 0; i < probabilities.length; i++) {
            while (right < sorted.size() - 1 && position < probabilities[i]) {
                cumulated += sorted.get(right)[1];
                right++;
                previous = position;
                position = (cumulated + sorted.get(right)[1] / 2) / total;
            }
            double value = sorted.get(right)[0];
            if (right == 0 || position <= probabilities[i]) {
                quantiles[i] = value;
            } else {
                double left = sorted.get(right - 1)[0];
                quantiles[i] = left + (probabilities[i] - previous) / (position - previous) * (value - left);
            }
        }
        return quantiles;
    }

    private static double dot(double[] x, double[] b) {
        double sum = 0;
        for (int j = 0; j < b.length; j++) {
            sum += x[j] * b[j];
        }
        return sum;
    }
}
