package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * An order of elimination that keeps a Cholesky factor of normal equations sparse: approximate minimum degree (Amestoy,
 * Davis &amp; Duff 1996) on the quotient graph, whose first elements are the rows of the design.
 */
final class MinimumDegree {

    private final int size;
    private final List<int[]> elements = new ArrayList<>();
    private final List<TreeSet<Integer>> elementsOf = new ArrayList<>();
    private final boolean[] isAbsorbed;
    private final boolean[] isEliminated;

    private MinimumDegree(int size, List<int[]> rows) {
        this.size = size;
        this.isAbsorbed = new boolean[rows.size() + size];
        this.isEliminated = new boolean[size];
        for (int i = 0; i < size; i++) {
            elementsOf.add(new TreeSet<>());
        }
        for (int[] row : rows) {
            for (int variable : row) {
                elementsOf.get(variable).add(elements.size());
            }
            elements.add(row);
        }
    }

    /** Returns the variables from 0 to {@code size - 1} in the order in which to eliminate them. */
    static int[] order(int size, List<int[]> rows) {
        return new MinimumDegree(size, rows).order();
    }

    private int[] order() {
        int[] degree = new int[size];
        TreeSet<Long> queue = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            degree[i] = 0;
            for (int element : elementsOf.get(i)) {
                degree[i] += elements.get(element).length - 1;
            }
            queue.add(key(degree[i], i));
        }
        int[] mark = new int[size];
        int[] outside = new int[isAbsorbed.length];
        int[] outsideStamp = new int[isAbsorbed.length];
        int[] order = new int[size];
        for (int step = 0; step < size; step++) {
            Long least = queue.first();
            queue.remove(least);
            int pivot = (int) (least & 0xffffffffL);
            order[step] = pivot;
            isEliminated[pivot] = true;
            int[] front = front(pivot, mark, step + 1);
            int element = elements.size();
            elements.add(front);
            for (int variable : front) {
                for (int other : elementsOf.get(variable)) {
                    if (outsideStamp[other] != step + 1) {
                        outsideStamp[other] = step + 1;
                        outside[other] = live(other);
                    }
                    outside[other]--;
                }
            }
            for (int variable : front) {
                queue.remove(key(degree[variable], variable));
                int next = front.length - 1;
                elementsOf.get(variable).removeIf(other -> isAbsorbed[other] || outside[other] == 0);
                for (int other : elementsOf.get(variable)) {
                    next += outside[other];
                }
                elementsOf.get(variable).add(element);
                degree[variable] = Math.min(next, size - step - 2);
                queue.add(key(degree[variable], variable));
            }
        }
        return order;
    }

    private static long key(int degree, int variable) {
        return ((long) degree << 32) | variable;
    }

    private int[] front(int pivot, int[] mark, int stamp) {
        int[] front = new int[16];
        int length = 0;
        for (int element : elementsOf.get(pivot)) {
            for (int variable : elements.get(element)) {
                if (!isEliminated[variable] && mark[variable] != stamp) {
                    mark[variable] = stamp;
                    if (length == front.length) {
                        front = java.util.Arrays.copyOf(front, 2 * length);
                    }
                    front[length++] = variable;
                }
            }
            isAbsorbed[element] = true;
            elements.set(element, new int[0]);
        }
        return java.util.Arrays.copyOf(front, length);
    }

    private int live(int element) {
        int live = 0;
        for (int variable : elements.get(element)) {
            live += isEliminated[variable] ? 0 : 1;
        }
        return live;
    }
}
