package vn.chitieu.projection.learned;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A binary tree of questions "is this feature below that number?" with a number at each leaf.
 *
 * <p>Its text has the nodes in the order of a walk that takes "yes" first: {@code GROWTH_MEAN<0.5 0.01 -0.02} answers
 * 0.01 where the feature is below a half, otherwise -0.02.
 */
@SuppressWarnings("EnumOrdinal") // the place of a feature in a row is its place in Feature
final class RegressionTree implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LEAF = -1;

    private final int[] features;
    private final double[] numbers;
    private final int[] no;

    private RegressionTree(List<Node> nodes) {
        features = nodes.stream().mapToInt(Node::feature).toArray();
        numbers = nodes.stream().mapToDouble(Node::number).toArray();
        no = nodes.stream().mapToInt(node -> node.no).toArray();
    }

    private static final class Node {

        private final int feature;
        private final double number;
        private int no;

        Node(int feature, double number) {
            this.feature = feature;
            this.number = number;
        }

        int feature() {
            return feature;
        }

        double number() {
            return number;
        }
    }

    /** Takes the nodes of a tree in the order of its text. */
    static final class Builder {

        private final List<Node> nodes = new ArrayList<>();

        /** Adds a question, whose "yes" side follows; returns what {@link #otherwise} wants to know. */
        int question(Feature feature, double threshold) {
            nodes.add(new Node(feature.ordinal(), threshold));
            return nodes.size() - 1;
        }

        /** Says that the "no" side of a question follows. */
        void otherwise(int question) {
            nodes.get(question).no = nodes.size();
        }

        void leaf(double value) {
            nodes.add(new Node(LEAF, value));
        }

        RegressionTree build() {
            return new RegressionTree(nodes);
        }
    }

    /**
     * Reads a tree.
     *
     * @throws IllegalArgumentException if the text is none, or names a feature that there is not
     */
    static RegressionTree parse(String text) {
        String[] words = text.split(" ");
        Builder builder = new Builder();
        if (parse(words, 0, builder) != words.length) {
            throw new IllegalArgumentException("Expecting one tree but found more after it: " + text);
        }
        return builder.build();
    }

    /** Reads the tree that begins at a word; returns the index of the word after it. */
    private static int parse(String[] words, int start, Builder builder) {
        if (start >= words.length) {
            throw new IllegalArgumentException("Expecting two answers to each question but the text ended");
        }
        String word = words[start];
        int below = word.indexOf('<');
        if (below < 0) {
            builder.leaf(finite(word));
            return start + 1;
        }
        int question = builder.question(Feature.valueOf(word.substring(0, below)), finite(word.substring(below + 1)));
        int other = parse(words, start + 1, builder);
        builder.otherwise(question);
        return parse(words, other, builder);
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Expecting finite numbers but was " + text);
        }
        return number;
    }

    /** Returns the number of nodes; the first is the root, and "yes" leads to the one that follows. */
    int size() {
        return features.length;
    }

    boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    /** Returns the place in {@link Feature} of what a question is about. */
    int feature(int question) {
        return features[question];
    }

    /** Returns what the feature of a question is to be below, or the number of a leaf. */
    double number(int node) {
        return numbers[node];
    }

    /** Returns the node that "no" leads to. */
    int no(int question) {
        return no[question];
    }

    /** Returns the most questions from a node on. */
    int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(node + 1), depth(no[node]));
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        for (int node = 0; node < features.length; node++) {
            text.add(
                    features[node] == LEAF
                            ? "" + numbers[node]
                            : Feature.values()[features[node]] + "<" + numbers[node]);
        }
        return text.toString();
    }
}
