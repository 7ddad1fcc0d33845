package vn.chitieu.projection.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
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
 * <p>Each node has exactly its own distribution: its draws are the quantiles at (r − 1/2) / n for the ranks r = 1 … n.
 * In which order they come is what {@link SampleRanks} makes of the dependence between nodes (Schaake shuffle: Clark,
 * Gangopadhyay, Hay, Rajagopalan & Wilby 2004, Journal of Hydrometeorology 5). Nothing is random: the points are those
 * of a Sobol sequence, so the same nodes in whatever order give the same draws.
 */
final class JointSample {

    /** How many futures are drawn. */
    static final int SIZE = 2000;

    private final NavigableMap<SeriesId, double[]> draws;

    private JointSample(NavigableMap<SeriesId, double[]> draws) {
        this.draws = draws;
    }

    /**
     * Returns {@value #SIZE} draws of each node.
     *
     * @param nodes in any order, each id once
     * @throws IllegalArgumentException if an id is there twice
     */
    static JointSample of(List<SampleNode> nodes) {
        List<SampleNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparing(SampleNode::id));
        NavigableMap<SeriesId, double[]> draws = new TreeMap<>();
        List<SampleNode> open = ordered.stream().filter(node -> !node.isKnown()).toList();
        Iterator<int[]> ranks = List.of(SampleRanks.of(open, SIZE)).iterator();
        for (SampleNode node : ordered) {
            double[] values = node.isKnown()
                    ? constant(node.distribution().quantile(0.5))
                    : inOrder(node.distribution(), ranks.next());
            if (draws.put(node.id(), values) != null) {
                throw new IllegalArgumentException("Expecting each node once but found again " + node.id());
            }
        }
        return new JointSample(draws);
    }

    private static double[] constant(double value) {
        double[] values = new double[SIZE];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] inOrder(PredictiveDistribution distribution, int[] ranks) {
        double[] quantiles = distribution.evenQuantiles(SIZE);
        double[] values = new double[SIZE];
        for (int d = 0; d < SIZE; d++) {
            values[d] = quantiles[ranks[d]];
        }
        return values;
    }

    /** Returns the nodes drawn or derived. */
    Set<SeriesId> ids() {
        return Collections.unmodifiableSet(draws.keySet());
    }

    boolean has(SeriesId id) {
        return draws.containsKey(id);
    }

    /**
     * Returns a copy of the draws of a node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    double[] of(SeriesId id) {
        double[] values = draws.get(id);
        if (values == null) {
            throw new IllegalArgumentException("Expecting one of " + draws.keySet() + " but was " + id);
        }
        return values.clone();
    }

    /** Returns what is believed about a node by itself. */
    SampleDistribution distribution(SeriesId id) {
        return SampleDistribution.of(of(id));
    }

    /**
     * Returns these draws with those of a node added or replaced.
     *
     * @param values one for each draw
     */
    JointSample with(SeriesId id, double[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("Expecting " + SIZE + " draws but were " + values.length);
        }
        NavigableMap<SeriesId, double[]> all = new TreeMap<>(draws);
        all.put(id, values.clone());
        return new JointSample(all);
    }

    /** Returns these draws with a node that is made of two others in every draw. */
    JointSample with(SeriesId id, SeriesId first, SeriesId second, DoubleBinaryOperator made) {
        double[] a = of(first);
        double[] b = of(second);
        double[] values = new double[SIZE];
        for (int d = 0; d < SIZE; d++) {
            values[d] = made.applyAsDouble(a[d], b[d]);
        }
        return with(id, values);
    }
}
