package vn.chitieu.projection.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Grows trees one after the other, each to the gradient that those before it leave (Friedman 2001, Annals of Statistics
 * 29), with Newton leaves and splits searched between bins (Chen &amp; Guestrin 2016, KDD).
 *
 * <p>Which rows and features a tree sees is drawn with a seed of its own: the same rows in the same order give the same
 * trees.
 */
@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
final class HistogramBooster {

    private static final double RIDGE = 5;
    private static final double LEAST_GAIN = 1e-9;
    private static final double FEATURE_PART = 0.3;

    /** First and second derivative of what is to become small, at each row, by the prediction there. */
    @FunctionalInterface
    interface Loss {
        void derivatives(double[] prediction, double[] first, double[] second);
    }

    /**
     * How trees are grown.
     *
     * @param depth most questions on the way to a leaf
     * @param trees how many
     * @param leastCurvature least sum of second derivatives on each side of a question
     * @param rowPart part of the rows that a tree sees
     * @param rate part of each step that is taken
     */
    record Settings(int depth, int trees, double leastCurvature, double rowPart, double rate, long seed) {}

    private final FeatureBins bins;
    private final Settings settings;
    private final double[] prediction;
    private final double[] first;
    private final double[] second;

    private HistogramBooster(FeatureBins bins, Settings settings) {
        this.bins = bins;
        this.settings = settings;
        this.prediction = new double[bins.rows()];
        this.first = new double[bins.rows()];
        this.second = new double[bins.rows()];
    }

    /**
     * Grows the trees.
     *
     * @param bins of the features in the order of {@link Feature}
     */
    static List<RegressionTree> fit(FeatureBins bins, Loss loss, Settings settings) {
        return new HistogramBooster(bins, settings).trees(loss);
    }

    private List<RegressionTree> trees(Loss loss) {
        List<RegressionTree> trees = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int t = 0; t < settings.trees(); t++) {
            loss.derivatives(prediction, first, second);
            trees.add(tree(random.split()));
        }
        return trees;
    }

    private RegressionTree tree(SplittableRandom random) {
        int[] seen = new int[bins.rows()];
        int[] unseen = new int[bins.rows()];
        int seenCount = 0;
        int unseenCount = 0;
        for (int i = 0; i < seen.length; i++) {
            if (random.nextDouble() < settings.rowPart()) {
                seen[seenCount] = i;
                seenCount++;
            } else {
                unseen[unseenCount] = i;
                unseenCount++;
            }
        }
        RegressionTree.Builder tree = new RegressionTree.Builder();
        grow(
                tree,
                new Rows(Arrays.copyOf(seen, seenCount), Arrays.copyOf(unseen, unseenCount)),
                settings.depth(),
                random);
        return tree.build();
    }

    /** The rows at a node: those that the tree is grown on, and the others, which it will be asked about too. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
    private record Rows(int[] seen, int[] unseen) {}

    private void grow(RegressionTree.Builder tree, Rows rows, int depth, SplittableRandom random) {
        double g = 0;
        double h = 0;
        for (int i : rows.seen()) {
            g += first[i];
            h += second[i];
        }
        Split split = depth == 0 ? null : best(rows.seen(), g, h, random);
        if (split == null) {
            double value = FeatureBins.rounded(-settings.rate() * g / (h + RIDGE));
            tree.leaf(value);
            for (int i : rows.seen()) {
                prediction[i] += value;
            }
            for (int i : rows.unseen()) {
                prediction[i] += value;
            }
            return;
        }
        int question = tree.question(Feature.values()[split.feature()], bins.edges(split.feature())[split.edge()]);
        grow(tree, side(rows, split, true), depth - 1, random);
        tree.otherwise(question);
        grow(tree, side(rows, split, false), depth - 1, random);
    }

    private Rows side(Rows rows, Split split, boolean isBelow) {
        return new Rows(side(rows.seen(), split, isBelow), side(rows.unseen(), split, isBelow));
    }

    private int[] side(int[] rows, Split split, boolean isBelow) {
        byte[] ofFeature = bins.bins(split.feature());
        int[] side = new int[rows.length];
        int count = 0;
        for (int i : rows) {
            if (ofFeature[i] <= split.edge() == isBelow) {
                side[count] = i;
                count++;
            }
        }
        return Arrays.copyOf(side, count);
    }

    private record Split(int feature, int edge) {}

    private @Nullable Split best(int[] rows, double g, double h, SplittableRandom random) {
        double[] firsts = new double[rows.length];
        double[] seconds = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            firsts[i] = first[rows[i]];
            seconds[i] = second[rows[i]];
        }
        double[] gs = new double[FeatureBins.MOST_BINS];
        double[] hs = new double[FeatureBins.MOST_BINS];
        double best = LEAST_GAIN + g * g / (h + RIDGE);
        Split found = null;
        for (int f = 0; f < bins.features(); f++) {
            int edges = bins.edges(f).length;
            if (random.nextDouble() >= FEATURE_PART || edges == 0) {
                continue;
            }
            Arrays.fill(gs, 0);
            Arrays.fill(hs, 0);
            byte[] ofFeature = bins.bins(f);
            for (int i = 0; i < rows.length; i++) {
                int bin = ofFeature[rows[i]];
                gs[bin] += firsts[i];
                hs[bin] += seconds[i];
            }
            double below = 0;
            double curvature = 0;
            for (int b = 0; b < edges; b++) {
                below += gs[b];
                curvature += hs[b];
                double rest = h - curvature;
                if (curvature < settings.leastCurvature() || rest < settings.leastCurvature()) {
                    continue;
                }
                double gain = below * below / (curvature + RIDGE) + (g - below) * (g - below) / (rest + RIDGE);
                if (gain > best) {
                    best = gain;
                    found = new Split(f, b);
                }
            }
        }
        return found;
    }
}
