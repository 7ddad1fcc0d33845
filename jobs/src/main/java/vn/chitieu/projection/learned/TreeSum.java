package vn.chitieu.projection.learned;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The sum of the answers of many trees, asked together.
 *
 * <p>A feature is compared once with all numbers that it is asked about: its rank is how many of them are not above it.
 * "Is it below that number?" then is "is its rank at most that number's place?", a question of two small integers that
 * needs no branch; nothing is guessed wrong, and walks through several trees overlap. Leaves lead to themselves, so
 * that a tree is walked in as many steps whatever is answered.
 */
@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
final class TreeSum implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Numbers of a node: its feature, the place of its threshold, and how much further than "yes" its "no" is. */
    private static final int STRIDE = 3;

    private static final int NEVER_BELOW = -1;

    /** Added to what is searched: a search tells -0 from 0, a comparison does not. */
    private static final double POSITIVE_ZERO = 0.0;

    private final double[][] thresholds;
    private final int[] roots;
    private final int[] depths;
    private final int[] nodes;
    private final double[] values;

    private TreeSum(double[][] thresholds, int trees, int nodes) {
        this.thresholds = thresholds;
        this.roots = new int[trees];
        this.depths = new int[trees];
        this.nodes = new int[STRIDE * nodes];
        this.values = new double[nodes];
    }

    static TreeSum of(List<RegressionTree> trees) {
        TreeSum sum = new TreeSum(
                thresholds(trees),
                trees.size(),
                trees.stream().mapToInt(RegressionTree::size).sum());
        int start = 0;
        for (int i = 0; i < trees.size(); i++) {
            sum.roots[i] = STRIDE * start;
            sum.depths[i] = trees.get(i).depth(0);
            sum.take(trees.get(i), start);
            start += trees.get(i).size();
        }
        return sum;
    }

    private static double[][] thresholds(List<RegressionTree> trees) {
        double[][] thresholds = new double[Feature.values().length][];
        for (int f = 0; f < thresholds.length; f++) {
            TreeSet<Double> asked = new TreeSet<>();
            for (RegressionTree tree : trees) {
                for (int node = 0; node < tree.size(); node++) {
                    if (!tree.isLeaf(node) && tree.feature(node) == f) {
                        asked.add(tree.number(node) + POSITIVE_ZERO);
                    }
                }
            }
            thresholds[f] = asked.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return thresholds;
    }

    private void take(RegressionTree tree, int start) {
        for (int node = 0; node < tree.size(); node++) {
            int at = STRIDE * (start + node);
            boolean isLeaf = tree.isLeaf(node);
            int yes = node + 1;
            int no = isLeaf ? node : tree.no(node);
            int feature = isLeaf ? 0 : tree.feature(node);
            nodes[at] = feature;
            nodes[at + 1] =
                    isLeaf ? NEVER_BELOW : Arrays.binarySearch(thresholds[feature], tree.number(node) + POSITIVE_ZERO);
            nodes[at + 2] = STRIDE * (no - yes);
            values[start + node] = isLeaf ? tree.number(node) : 0;
        }
    }

    /**
     * Returns the sum.
     *
     * @param x features in the order of {@link Feature}
     */
    double of(double[] x) {
        int[] ranks = ranks(x);
        double sum = 0;
        for (int i = 0; i < roots.length; i++) {
            int at = roots[i];
            for (int step = depths[i]; step > 0; step--) {
                int isNo = (nodes[at + 1] - ranks[nodes[at]]) >> (Integer.SIZE - 1); // all bits or none
                at += STRIDE + (isNo & nodes[at + 2]);
            }
            sum += values[at / STRIDE];
        }
        return sum;
    }

    private int[] ranks(double[] x) {
        int[] ranks = new int[thresholds.length];
        for (int f = 0; f < ranks.length; f++) {
            int found = Arrays.binarySearch(thresholds[f], x[f] + POSITIVE_ZERO);
            ranks[f] = found >= 0 ? found + 1 : -found - 1;
        }
        return ranks;
    }
}
