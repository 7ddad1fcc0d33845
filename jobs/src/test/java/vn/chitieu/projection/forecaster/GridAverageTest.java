package vn.chitieu.projection.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridAverageTest {

    /** 4 errors, half tempered: a point with twice the least error sum weighs 2^-1. */
    private static GridAverage grid() {
        return new GridAverage(2, 4, 0.5);
    }

    private static void add(GridAverage average, double squaredErrors, double... path) {
        assertThat(average.accepts(squaredErrors)).isTrue();
        average.add(path);
    }

    @Test
    void aPointWithTwiceTheErrorsWeighsHalfInWhicheverOrderTheyCome() {
        GridAverage best = grid();
        add(best, 1, 10, 100);
        add(best, 2, 40, 400);
        GridAverage bestLast = grid();
        add(bestLast, 2, 40, 400);
        add(bestLast, 1, 10, 100);

        assertThat(best.path()).containsExactly(new double[] {20, 200}, within(1e-12));
        assertThat(bestLast.path()).containsExactly(new double[] {20, 200}, within(1e-12));
        assertThat(bestLast.leastSquaredErrors()).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalErrorsWeighAlike() {
        GridAverage grid = grid();
        for (int i = 1; i <= 3; i++) {
            add(grid, 7, i, -i);
        }

        assertThat(grid.path()).containsExactly(new double[] {2, -2}, within(1e-12));
    }

    @Test
    void aPointAMillionTimesWorseIsNotWorthItsPath() {
        GridAverage grid = grid();
        assertThat(grid.accepts(1e300)).isTrue();
        add(grid, 1, 10, 100);

        assertThat(grid.accepts(0.5)).isTrue();
        assertThat(grid.accepts(0.99e6)).isTrue();
        assertThat(grid.accepts(1.01e6)).isFalse();
        assertThat(grid.accepts(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(grid.accepts(Double.NaN)).isFalse();
    }

    @Test
    void aPerfectPointLeavesNothingToOthers() {
        GridAverage grid = grid();
        add(grid, 1, 10, 100);
        add(grid, 0, 3, 4);

        assertThat(grid.path()).containsExactly(3, 4);
        assertThat(grid.accepts(1e-9)).isFalse();
    }

    @Test
    void noPointHasNoPath() {
        assertThat(grid().path()).containsExactly(Double.NaN, Double.NaN);
    }
}
