package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.SampleDistribution;

/**
 * Equally likely futures of the nodes of one area: draw d of every node belongs to the same future.
 *
 * <p>Each node has exactly its own law: its draws are the quantiles at (r − 1/2) / n for the ranks r = 1 … n. In which
 * order they come is what {@link SampleRanks} makes of the dependence between nodes (Schaake shuffle: Clark,
 * Gangopadhyay, Hay, Rajagopalan & Wilby 2004, Journal of Hydrometeorology 5). Nothing is random: the points are those
 * of a Sobol sequence, so the same nodes in whatever order give the same draws.
 */
public final class JointSample {

    /** How many futures are drawn. */
    public static final int DRAWS = 2000;

    private final NavigableMap<SeriesId, double[]> draws;

    private JointSample(NavigableMap<SeriesId, double[]> draws) {
        this.draws = draws;
    }

    /**
     * Returns {@value #DRAWS} draws of each node.
     *
     * @param nodes in any order, each id once
     * @throws IllegalArgumentException if an id is there twice
     */
    public static JointSample of(List<SampleNode> nodes) {
        List<SampleNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparing(SampleNode::id));
        NavigableMap<SeriesId, double[]> draws = new TreeMap<>();
        List<SampleNode> open = ordered.stream().filter(node -> !node.isKnown()).toList();
        int[][] ranks = SampleRanks.of(open, DRAWS);
        for (SampleNode node : ordered) {
            double[] values = node.isKnown()
                    ? constant(node.law().quantile(0.5))
                    : inOrder(node.law(), ranks[open.indexOf(node)]);
            if (draws.put(node.id(), values) != null) {
                throw new IllegalArgumentException("Expecting each node once but found again " + node.id());
            }
        }
        return new JointSample(draws);
    }

    private static double[] constant(double value) {
        double[] values = new double[DRAWS];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] inOrder(PredictiveDistribution law, int[] ranks) {
        double[] quantiles = new double[DRAWS];
        for (int r = 0; r < DRAWS; r++) {
            quantiles[r] = law.quantile((r + 0.5) / DRAWS);
        }
        double[] values = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            values[d] = quantiles[ranks[d]];
        }
        return values;
    }

    /** Returns the nodes drawn or derived. */
    public Set<SeriesId> ids() {
        return Collections.unmodifiableSet(draws.keySet());
    }

    public boolean has(SeriesId id) {
        return draws.containsKey(id);
    }

    /**
     * Returns a copy of the draws of a node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public double[] of(SeriesId id) {
        double[] values = draws.get(id);
        if (values == null) {
            throw new IllegalArgumentException("Expecting one of " + draws.keySet() + " but was " + id);
        }
        return values.clone();
    }

    /** Returns what is believed about a node by itself. */
    public SampleDistribution law(SeriesId id) {
        return SampleDistribution.of(of(id));
    }

    /**
     * Returns these draws with those of a node added or replaced.
     *
     * @param values one for each draw
     */
    public JointSample with(SeriesId id, double[] values) {
        if (values.length != DRAWS) {
            throw new IllegalArgumentException("Expecting " + DRAWS + " draws but were " + values.length);
        }
        NavigableMap<SeriesId, double[]> all = new TreeMap<>(draws);
        all.put(id, values.clone());
        return new JointSample(all);
    }

    /** Returns these draws with a node that is made of two others in every draw. */
    public JointSample with(SeriesId id, SeriesId first, SeriesId second, DoubleBinaryOperator made) {
        double[] a = of(first);
        double[] b = of(second);
        double[] values = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            values[d] = made.applyAsDouble(a[d], b[d]);
        }
        return with(id, values);
    }
}
