package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumDegreeTest {

    /** Returns how many pairs elimination in an order joins that no row joins: played with pencil and paper. */
    private static int filledIn(int size, List<int[]> rows, int[] order) {
        List<Set<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            neighbours.add(new TreeSet<>());
        }
        rows.forEach(row -> join(row, neighbours));
        int filled = 0;
        for (int pivot : order) {
            int[] left = neighbours.get(pivot).stream().mapToInt(i -> i).toArray();
            for (int i : left) {
                neighbours.get(i).remove(pivot);
            }
            filled += join(left, neighbours);
        }
        return filled;
    }

    private static int join(int[] variables, List<Set<Integer>> neighbours) {
        int joined = 0;
        for (int i : variables) {
            for (int k : variables) {
                if (i < k && neighbours.get(i).add(k)) {
                    neighbours.get(k).add(i);
                    joined++;
                }
            }
        }
        return joined;
    }

    private static int[] natural(int size) {
        return IntStream.range(0, size).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyVariableIsEliminatedOnce(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(40);
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(random.ints(1 + random.nextInt(4), 0, size).distinct().toArray());
        }

        assertThat(MinimumDegree.order(size, rows)).containsExactlyInAnyOrder(natural(size));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTreeIsEliminatedFromItsLeavesWithoutFillingIn(long seed) {
        Random random = new Random(seed);
        int size = 60;
        List<int[]> branches = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            branches.add(new int[] {random.nextInt(i), i});
        }

        assertThat(filledIn(size, branches, MinimumDegree.order(size, branches)))
                .isZero();
        assertThat(filledIn(size, branches, natural(size))).isPositive();
    }

    @Test
    void theHubOfAStarWaitsUntilOneSpokeIsLeft() {
        List<int[]> spokes =
                IntStream.rangeClosed(1, 5).mapToObj(i -> new int[] {0, i}).toList();

        assertThat(MinimumDegree.order(6, spokes)).containsExactly(1, 2, 3, 4, 0, 5);
    }

    @Test
    void amongEqualsTheFirstGoesFirst() {
        assertThat(MinimumDegree.order(4, List.of())).containsExactly(0, 1, 2, 3);
        assertThat(MinimumDegree.order(4, List.of(natural(4)))).containsExactly(0, 1, 2, 3);
        assertThat(MinimumDegree.order(0, List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} by {0}")
    @ValueSource(ints = {4, 8, 12})
    void aGridFillsInLessThanRowByRow(int side) {
        List<int[]> wires = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            if (i % side + 1 < side) {
                wires.add(new int[] {i, i + 1});
            }
            if (i + side < side * side) {
                wires.add(new int[] {i, i + side});
            }
        }
        int size = side * side;

        assertThat(filledIn(size, wires, MinimumDegree.order(size, wires)))
                .isLessThan(filledIn(size, wires, natural(size)));
    }
}
