package vn.chitieu.account.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.account.leastsquares.SparseCholesky.SelectedInverse;

class SparseCholeskyTest {

    /**
     * The rows of a design whose normal matrix is 4 2 8, 2 10 19, 8 19 77: their inverse is 409 -2 -42, -2 244 -60, -42
     * -60 36, all divided by 36² = 1,296.
     */
    private static final List<LinearForm> THREE = List.of(
            LinearForm.of(Map.of(0, 2.0, 1, 1.0, 2, 4.0)),
            LinearForm.of(Map.of(1, 3.0, 2, 5.0)),
            LinearForm.of(Map.of(2, 6.0)));

    private static final double[][] INVERSE_OF_THREE = {{409, -2, -42}, {-2, 244, -60}, {-42, -60, 36}};

    private static SparseCholesky factor(int size, List<LinearForm> rows) {
        return factor(size, rows, new boolean[size], 1e-12);
    }

    private static SparseCholesky factor(int size, List<LinearForm> rows, boolean[] toLeaveOut, double leastPivot) {
        return new SparseCholesky(new NormalMatrix(size, rows, null), toLeaveOut, leastPivot, null);
    }

    /** Asserts an inverse as each way to it tells: solving, the quadratic form, the entries that were selected. */
    private static void assertInverse(SparseCholesky factor, double[][] inverse, double tolerance) {
        SelectedInverse selected = factor.selectedInverse();
        for (int i = 0; i < inverse.length; i++) {
            double[] column = new double[inverse.length];
            column[i] = 1;
            factor.solve(column);
            assertThat(column).containsExactly(inverse[i], within(tolerance));
            for (int j = 0; j < inverse.length; j++) {
                LinearForm both = LinearForm.of(i).plus(-2, LinearForm.of(j));
                double expected = inverse[i][i] + 4 * (inverse[j][j] - inverse[i][j]);
                assertThat(factor.quadratic(both)).isCloseTo(expected, within(9 * tolerance));
                assertThat(selected.quadratic(both)).isCloseTo(expected, within(9 * tolerance));
            }
        }
    }

    @Test
    void threeUnknownsAreSolvedAsByHand() {
        double[] x = {24, 39, 201}; // of the solution 1, -2, 3: 4 - 4 + 24, 2 - 20 + 57, 8 - 38 + 231

        factor(3, THREE).solve(x);

        assertThat(x).containsExactly(new double[] {1, -2, 3}, within(1e-13));
    }

    @Test
    void threeUnknownsHaveTheInverseByCofactors() {
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                inverse[i][j] = INVERSE_OF_THREE[i][j] / 1296;
            }
        }
        assertInverse(factor(3, THREE), inverse, 1e-15);
    }

    @ParameterizedTest(name = "{0} springs in a row")
    @ValueSource(ints = {1, 2, 3, 7, 12, 40})
    void secondDifferencesHaveTheInverseOfPoissonsEquation(int size) {
        List<LinearForm> rows = new ArrayList<>(List.of(LinearForm.of(0), LinearForm.of(size - 1)));
        for (int i = 1; i < size; i++) {
            rows.add(LinearForm.of(i).minus(LinearForm.of(i - 1)));
        }
        double[][] inverse = new double[size][size];
        for (int i = 1; i <= size; i++) {
            for (int j = 1; j <= size; j++) {
                inverse[i - 1][j - 1] = Math.min(i, j) * (size + 1.0 - Math.max(i, j)) / (size + 1);
            }
        }
        assertInverse(factor(size, rows), inverse, 1e-12);
    }

    @ParameterizedTest(name = "{0} rows of Pascal''s triangle")
    @ValueSource(ints = {1, 2, 3, 5, 8, 10})
    void theInverseOfPascalsMatrixIsOfWholeNumbersToTheLast(int size) {
        double[][] triangle = new double[size][size];
        for (int i = 0; i < size; i++) {
            triangle[i][0] = 1;
            for (int k = 1; k <= i; k++) {
                triangle[i][k] = triangle[i - 1][k - 1] + triangle[i - 1][k];
            }
        }
        List<LinearForm> rows = new ArrayList<>();
        double[][] inverse = new double[size][size];
        for (int k = 0; k < size; k++) {
            LinearForm row = LinearForm.sum();
            for (int i = k; i < size; i++) {
                row = row.plus(triangle[i][k], LinearForm.of(i));
            }
            rows.add(row);
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    inverse[i][j] += ((i + j) % 2 == 0 ? 1 : -1) * triangle[k][i] * triangle[k][j];
                }
            }
        }
        assertInverse(factor(size, rows), inverse, 0);
    }

    /** Wires of 1 ohm between corners; what the current meets between two of them is a form of the inverse. */
    private static double resistance(int corners, List<int[]> wires, int from, int to) {
        List<LinearForm> rows = wires.stream()
                .map(wire -> LinearForm.of(wire[0]).minus(LinearForm.of(wire[1])))
                .toList();
        SparseCholesky factor = factor(corners, rows);
        assertThat(factor.leftOutCount()).isEqualTo(1);
        assertThat(factor.isLeftOut(corners - 1)).isTrue();
        LinearForm form = LinearForm.of(from).minus(LinearForm.of(to));
        assertThat(factor.selectedInverse().quadratic(form)).isCloseTo(factor.quadratic(form), within(1e-13));
        return factor.quadratic(form);
    }

    @Test
    void theTwoWaysAroundARingAreParallel() {
        for (int corners = 3; corners <= 12; corners++) {
            List<int[]> ring = new ArrayList<>();
            for (int i = 0; i < corners; i++) {
                ring.add(new int[] {i, (i + 1) % corners});
            }
            for (int from = 0; from < corners; from++) {
                for (int to = 0; to < from; to++) {
                    int steps = from - to;
                    assertThat(resistance(corners, ring, from, to))
                            .isCloseTo(steps * (corners - steps) / (double) corners, within(1e-13));
                }
            }
        }
    }

    @ParameterizedTest(name = "corners {0} apart: {1}/12 ohm")
    @CsvSource({"1, 7", "3, 9", "7, 10"})
    void aCubeOfOneOhmHasItsThreeResistances(int apart, int twelfths) {
        List<int[]> edges = new ArrayList<>();
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 1; axis < 8; axis *= 2) {
                if ((corner & axis) == 0) {
                    edges.add(new int[] {corner, corner | axis});
                }
            }
        }
        for (int corner = 0; corner < 8; corner++) {
            assertThat(resistance(8, edges, corner, corner ^ apart)).isCloseTo(twelfths / 12.0, within(1e-13));
        }
    }

    @Test
    void aColumnThatIsTheSumOfOthersIsLeftOutAndItsUnknownIsZero() {
        List<LinearForm> rows = List.of(LinearForm.sum(0, 2), LinearForm.sum(1, 2), LinearForm.sum(0, 1, 2, 2));
        SparseCholesky factor = factor(3, rows);

        assertThat(factor.leftOut()).containsExactly(false, false, true);
        double[] x = {3, 3, 6}; // of the solution 1, 1, 0
        factor.solve(x);
        assertThat(x).containsExactly(new double[] {1, 1, 0}, within(1e-14));
        assertThat(factor.selectedInverse().quadratic(LinearForm.of(2))).isZero();
        assertThat(factor.quadratic(LinearForm.of(2))).isZero();
    }

    @Test
    void aColumnThatNoRowHasIsLeftOut() {
        SparseCholesky factor = factor(2, List.of(LinearForm.of(Map.of(1, 2.0))));
        double[] x = {5, 12};

        factor.solve(x);

        assertThat(factor.leftOut()).containsExactly(true, false);
        assertThat(x).containsExactly(0, 3);
    }

    @Test
    void aColumnLeftOutOnDemandLeavesTheSystemOfTheOthers() {
        SparseCholesky factor = factor(3, THREE, new boolean[] {false, true, false}, 0);
        double[] x = {28, 239, 239}; // 4 and 8, 8 and 77 remain, of the solution 1, 3

        factor.solve(x);

        assertThat(x).containsExactly(new double[] {1, 0, 3}, within(1e-13));
        assertThat(factor.leftOutCount()).isEqualTo(1);
        assertThat(factor.selectedInverse().quadratic(LinearForm.of(0))).isCloseTo(77 / 244.0, within(1e-15));
    }

    @Test
    void aPivotNoLargerThanTheLeastIsLeftOut() {
        List<LinearForm> rows = List.of(LinearForm.of(Map.of(0, 2.0)), LinearForm.of(Map.of(1, 3.0)));

        assertThat(factor(2, rows, new boolean[2], 3.9).leftOut()).containsExactly(false, false);
        assertThat(factor(2, rows, new boolean[2], 4).leftOut()).containsExactly(true, false);
        assertThat(factor(2, rows, new boolean[2], 9).leftOut()).containsExactly(true, true);
    }

    @Test
    void aPatternTakenOverChangesNoNumber() {
        NormalMatrix first = new NormalMatrix(3, THREE, null);
        List<LinearForm> doubled = THREE.stream().map(row -> row.times(2)).toList();
        NormalMatrix second = new NormalMatrix(3, doubled, first);
        SparseCholesky like = new SparseCholesky(first, new boolean[3], 0, null);
        double[] x = {96, 156, 804};
        double[] afresh = x.clone();

        new SparseCholesky(second, new boolean[3], 0, like).solve(x);
        factor(3, doubled).solve(afresh);

        assertThat(second.hasPatternOf(first)).isTrue();
        assertThat(new NormalMatrix(3, THREE.subList(0, 2), first).hasPatternOf(first))
                .isFalse();
        assertThat(x).containsExactly(afresh).containsExactly(new double[] {1, -2, 3}, within(1e-13));
    }

    @Test
    void whatIsGivenToLeaveOutIsNotChanged() {
        boolean[] toLeaveOut = new boolean[2];
        SparseCholesky factor = factor(2, List.of(LinearForm.of(0)), toLeaveOut, 0);
        Arrays.fill(factor.leftOut(), false);

        assertThat(toLeaveOut).containsExactly(false, false);
        assertThat(factor.leftOut()).containsExactly(false, true);
    }
}
