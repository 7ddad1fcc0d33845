package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * In which order the quantiles of several nodes come, so that those of one draw belong together as the errors of one
 * year did.
 *
 * <p>Nodes that share at least 8 years of backtest errors follow the empirical copula of those years, smoothed: a draw
 * takes the normal scores of the ranks that the nodes' errors had in one year or, as often, their mirror image, for a
 * dozen years show which nodes err together but not whether more so in bad years. To them comes noise of the same
 * correlations, so that the correlations stay and the gaps between so few years close (Silverman & Young 1987,
 * Biometrika 74; the width is Silverman's for pairs).
 *
 * <p>The others follow a Gaussian copula whose correlations are drawn half-way from those of the years they share to
 * 0.3 between sectors of one gross product and 0 elsewhere; where they share too few years for a correlation, they have
 * that value itself.
 */
final class SampleRanks {

    /** The fewest years whose ranks alone make a copula. */
    static final int FEWEST_YEARS = 8;

    /** The fewest years that a correlation is computed of. */
    private static final int FEWEST_FOR_CORRELATION = 4;

    private static final double BETWEEN_SECTORS = 0.3;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private SampleRanks() {}

    /**
     * Returns, for each node, the rank from 0 of each draw among the node's draws.
     *
     * @param nodes in a fixed order, none of them known
     */
    static int[][] of(List<SampleNode> nodes, int draws) {
        int[][] ranks = new int[nodes.size()][];
        if (nodes.isEmpty()) {
            return ranks;
        }
        List<SampleNode> shared = sharing(nodes);
        List<SampleNode> others =
                nodes.stream().filter(node -> !shared.contains(node)).toList();
        int years = shared.isEmpty() ? 0 : years(shared).size();
        SobolPoints points = SobolPoints.of(1 + years + others.size(), draws);
        double[][] scores = new double[nodes.size()][draws];
        empirical(nodes, shared, points, scores);
        gaussian(nodes, others, points, 1 + years, scores);
        for (int j = 0; j < ranks.length; j++) {
            ranks[j] = ranks(scores[j]);
        }
        return ranks;
    }

    /** Returns the nodes that share enough years; the ones with the fewest years are left out until they do. */
    private static List<SampleNode> sharing(List<SampleNode> nodes) {
        List<SampleNode> left = new ArrayList<>(nodes);
        left.removeIf(node -> node.scaledErrors().size() < FEWEST_YEARS);
        while (left.size() > 1 && years(left).size() < FEWEST_YEARS) {
            left.remove(left.stream()
                    .min(Comparator.comparing(
                                    (SampleNode node) -> node.scaledErrors().size())
                            .thenComparing(SampleNode::id))
                    .orElseThrow());
        }
        return left.size() > 1 ? left : List.of();
    }

    private static NavigableSet<Integer> years(List<SampleNode> nodes) {
        NavigableSet<Integer> years = new TreeSet<>(nodes.get(0).scaledErrors().keySet());
        nodes.forEach(node -> years.retainAll(node.scaledErrors().keySet()));
        return years;
    }

    private static double[] errors(SampleNode node, NavigableSet<Integer> years) {
        return years.stream()
                .mapToDouble(year -> node.scaledErrors().getOrDefault(year, 0.0))
                .toArray();
    }

    private static void empirical(
            List<SampleNode> nodes, List<SampleNode> shared, SobolPoints points, double[][] scores) {
        if (shared.isEmpty()) {
            return;
        }
        NavigableSet<Integer> years = years(shared);
        int n = years.size();
        double width = Math.pow(n, -1.0 / 6);
        for (SampleNode node : shared) {
            double[] score = normalScores(errors(node, years));
            double[] ofDraws = scores[nodes.indexOf(node)];
            for (int d = 0; d < ofDraws.length; d++) {
                int pick = (int) (points.uniform(0, d) * 2 * n);
                double noise = 0;
                for (int y = 0; y < n; y++) {
                    noise += score[y] * points.normal(1 + y, d);
                }
                ofDraws[d] = Math.sqrt(1 - width * width) * (pick < n ? score[pick] : -score[pick - n])
                        + width * noise / Math.sqrt(n);
            }
        }
    }

    private static double[] normalScores(double[] errors) {
        int[] ranks = ranks(errors);
        double[] scores = new double[ranks.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = NORMAL.inverseCumulativeProbability((ranks[i] + 0.5) / scores.length);
        }
        return scores;
    }

    private static void gaussian(
            List<SampleNode> nodes, List<SampleNode> others, SobolPoints points, int first, double[][] scores) {
        if (others.isEmpty()) {
            return;
        }
        RealMatrix root = squareRoot(correlations(others));
        double[][] ofOthers =
                others.stream().map(node -> scores[nodes.indexOf(node)]).toArray(double[][]::new);
        for (int d = 0; d < scores[0].length; d++) {
            double[] independent = new double[others.size()];
            for (int i = 0; i < independent.length; i++) {
                independent[i] = points.normal(first + i, d);
            }
            double[] together = root.operate(independent);
            for (int i = 0; i < together.length; i++) {
                ofOthers[i][d] = together[i];
            }
        }
    }

    private static RealMatrix correlations(List<SampleNode> nodes) {
        RealMatrix correlations = MatrixUtils.createRealIdentityMatrix(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                double correlation = correlation(nodes.get(i), nodes.get(j));
                correlations.setEntry(i, j, correlation);
                correlations.setEntry(j, i, correlation);
            }
        }
        return correlations;
    }

    private static double correlation(SampleNode one, SampleNode other) {
        double usual = one.isSector() && other.isSector() ? BETWEEN_SECTORS : 0;
        NavigableSet<Integer> years = years(List.of(one, other));
        if (years.size() < FEWEST_FOR_CORRELATION) {
            return usual;
        }
        double own = new PearsonsCorrelation().correlation(errors(one, years), errors(other, years));
        return Double.isNaN(own) ? usual : (own + usual) / 2;
    }

    /**
     * Returns a root R of the nearest matrix of correlations: R Rᵀ has ones on its diagonal, and no variance below 0,
     * which pairs of different years can make.
     */
    private static RealMatrix squareRoot(RealMatrix correlations) {
        EigenDecomposition eigen = new EigenDecomposition(correlations);
        RealMatrix root = eigen.getV().copy();
        double[] variances = eigen.getRealEigenvalues();
        for (int i = 0; i < root.getRowDimension(); i++) {
            double length = 0;
            for (int j = 0; j < variances.length; j++) {
                double entry = root.getEntry(i, j) * Math.sqrt(Math.max(0, variances[j]));
                root.setEntry(i, j, entry);
                length += entry * entry;
            }
            for (int j = 0; j < variances.length; j++) {
                root.setEntry(i, j, root.getEntry(i, j) / Math.sqrt(length));
            }
        }
        return root;
    }

    /** Returns the rank from 0 of each value; equal values rank by their position. */
    static int[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] equalBefore = new int[values.length];
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = firstPlace(sorted, values[i]);
            ranks[i] = first + equalBefore[first]++;
        }
        return ranks;
    }

    private static int firstPlace(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
